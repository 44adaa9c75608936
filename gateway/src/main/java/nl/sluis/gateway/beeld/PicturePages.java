package nl.sluis.gateway.beeld;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;

/// The work of the own organisation in pictures, each with its table and the same as CSV.
///
/// Each look is a row, also that of a file. May be shared between threads.
public final class PicturePages implements OfficerPart {
  private static final String PATH = "/toezicht/beeld";
  private static final Set<Duty> MAY = Set.of(Duty.PRIVACY_OFFICER);

  private final PictureDesk desk;
  private final Looking looking;

  /// @param desk makes the pictures
  /// @param sequencer writes down who looked
  public PicturePages(PictureDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.looking = new Looking(sequencer);
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(PATH, MAY, this::page);
    routes.get(PATH + "/:tabel", MAY, this::file);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(PATH, "toezicht-beeld.beeld.kop", MAY));
  }

  private View page(Officer officer, Asked asked) throws SQLException {
    looking.note(officer, Looking.Act.AANTALLEN);
    return new View.Shown(
        "toezicht/beeld", desk.look(officer.organisation(), asked.at()), "toezicht-beeld.titel");
  }

  private View file(Officer officer, Asked asked) throws SQLException {
    var name = asked.path().getOrDefault("tabel", "");
    var model = desk.look(officer.organisation(), asked.at());
    var lines =
        switch (name) {
          case "verstrekkingen" -> overTime(model.overTime());
          case "kring" -> circle(model.circle());
          case "weigeringen" -> bars(model.refused());
          case "doorbrekingen" -> bars(model.overrides());
          case "doorloop" -> bars(model.lasted());
          case "wacht" -> bars(model.waiting());
          default -> List.<List<String>>of();
        };
    if (lines.isEmpty()) {
      return new View.Gone();
    }
    looking.note(officer, Looking.Act.AANTALLEN);
    return Csv.file(name, lines);
  }

  private static List<List<String>> overTime(Stacks stacks) {
    var lines = new ArrayList<List<String>>();
    lines.add(Stream.concat(Stream.of("doel", "baan"), stacks.months().stream()).toList());
    for (var row : stacks.rows()) {
      lines.add(
          Stream.concat(
                  Stream.of(row.purpose(), row.lane()), row.counts().stream().map(String::valueOf))
              .toList());
    }
    return lines;
  }

  private static List<List<String>> circle(Circle circle) {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("organisatie", "gegeven", "gekregen"));
    circle
        .members()
        .forEach(
            one ->
                lines.add(
                    List.of(one.name(), String.valueOf(one.gave()), String.valueOf(one.got()))));
    return lines;
  }

  private static List<List<String>> bars(Bars bars) {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("wat", "aantal"));
    bars.bars().forEach(bar -> lines.add(List.of(bar.label(), String.valueOf(bar.count()))));
    return lines;
  }
}
