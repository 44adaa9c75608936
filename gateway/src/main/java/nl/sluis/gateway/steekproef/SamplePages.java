package nl.sluis.gateway.steekproef;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.steekproef.SampleDesk.Judged;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerLooks;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.toezicht.RowIds;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.toezicht.Finding;
import nl.sluis.policies.toezicht.Sample;

/// The sample of each week, with every step by which it came about, so that somebody else can do it
/// again; and where two people judge what was drawn. May be shared between threads.
public final class SamplePages implements OfficerPart {
  static final String HOME = "/toezicht/steekproef";
  private static final String TITLE = "toezicht-steekproef.titel";
  private static final Set<Duty> JUDGES = EnumSet.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);

  private final DataSource database;
  private final SampleTable table;
  private final SampleReading reading;
  private final SampleDesk desk;
  private final Sequencer sequencer;
  private final OfficerLooks looks;
  private final Adopted adopted;
  private final SubjectReference references;

  /// @param region in whose part of the database it all lives
  /// @param references names rows in addresses
  public SamplePages(
      String region,
      DataSource database,
      Sequencer sequencer,
      Adopted adopted,
      SubjectReference references) {
    this.database = database;
    this.table = new SampleTable(region);
    this.reading = new SampleReading(region);
    this.desk = new SampleDesk(table);
    this.sequencer = sequencer;
    this.looks = new OfficerLooks(sequencer);
    this.adopted = adopted;
    this.references = references;
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-steekproef.kop", JUDGES));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, JUDGES, this::all);
    routes.get(HOME + "/:id", JUDGES, (who, asked) -> one(who, asked, ""));
    routes.get(HOME + "/:id/csv", JUDGES, this::file);
    routes.post(HOME + "/:id/voorstel", JUDGES, this::propose);
    routes.post(HOME + "/:id/akkoord", JUDGES, this::agree);
  }

  private View all(Officer who, Asked asked) throws SQLException {
    try (var connection = database.getConnection()) {
      var policy = adopted.looking(connection, who.organisation(), today(asked));
      if (policy.isEmpty()) {
        return new View.Gone();
      }
      var weeks = reading.weeks(connection, who.organisation(), policy.get(), today(asked));
      return new View.Shown("toezicht/steekproeven", new SampleModels.All(weeks), TITLE);
    }
  }

  private View one(Officer who, Asked asked, String wrong) throws SQLException {
    try (var connection = database.getConnection()) {
      var policy = adopted.looking(connection, who.organisation(), today(asked));
      var found = find(connection, who, asked);
      if (policy.isEmpty() || found.isEmpty()) {
        return new View.Gone();
      }
      var draw = found.get();
      var cases = table.cases(connection, draw.id());
      var names = new RowIds(references, who.organisation());
      var model =
          new SampleModels.One(
              SampleReading.week(draw, cases, policy.get(), today(asked)),
              new SampleModels.Closing(
                  draw.at(), draw.closedAt() - 1, draw.fingerprint(), draw.policy(), draw.size()),
              draw.seed()
                  .map(seed -> new SampleModels.Seeding(seed.checkpoint(), seed.hex()))
                  .orElseGet(() -> new SampleModels.Seeding(0, "")),
              draw.seed().stream()
                  .flatMap(
                      seed ->
                          cases.stream()
                              .map(
                                  row ->
                                      SampleReading.shown(
                                          row,
                                          seed,
                                          who.who(),
                                          "/toezicht/regels/" + names.name(row.row()))))
                  .toList(),
              SampleReading.isFaithful(draw, table.list(connection, draw), cases),
              wrong);
      var shown = new View.Shown("toezicht/steekproef", model, TITLE);
      return wrong.isEmpty() ? shown : shown.again();
    }
  }

  private Optional<Draw> find(Connection connection, Officer who, Asked asked) throws SQLException {
    var id = asked.id();
    return id.isEmpty() ? Optional.empty() : table.one(connection, who.organisation(), id.get());
  }

  /// The whole list, each row with its number in the draw: what an outsider needs besides the
  /// logbook. The look is on record before the first byte goes.
  private View file(Officer who, Asked asked) throws SQLException {
    Draw draw;
    List<Long> list;
    try (var connection = database.getConnection()) {
      var found = find(connection, who, asked);
      if (found.isEmpty()) {
        return new View.Gone();
      }
      draw = found.get();
      list = table.list(connection, draw);
    }
    looks.note(who, "toezicht-steekproef", List.of());
    var seed = draw.seed().map(one -> HexFormat.of().parseHex(one.hex()));
    var drawn = new TreeSet<Long>();
    seed.ifPresent(root -> drawn.addAll(Sample.draw(root, list, draw.size())));
    return new View.Streamed(
        "steekproef.csv",
        "text/csv; charset=utf-8",
        out -> new SampleFile(seed, list, drawn).write(out));
  }

  private View propose(Officer who, Asked asked) throws InputFault, SQLException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var finding = Finding.of(asked.one("uitkomst"));
    var rows = rows(asked);
    if (finding.isEmpty() || rows.isEmpty()) {
      return one(who, asked, "toezicht-steekproef.fout.kies");
    }
    var work = desk.propose(who.organisation(), id.get(), rows, finding.get(), who.who());
    return after(sequencer.submit(work).join(), who, asked);
  }

  private View agree(Officer who, Asked asked) throws InputFault, SQLException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var rows = rows(asked);
    if (rows.isEmpty()) {
      return one(who, asked, "toezicht-steekproef.fout.kies");
    }
    var work = desk.agree(who.organisation(), id.get(), rows, who.who());
    return after(sequencer.submit(work).join(), who, asked);
  }

  private static Set<Long> rows(Asked asked) throws InputFault {
    var rows = new TreeSet<Long>();
    for (var text : asked.many("rij")) {
      try {
        rows.add(Long.parseLong(text));
      } catch (NumberFormatException _) {
        throw new InputFault("rij");
      }
    }
    return rows;
  }

  private View after(Judged judged, Officer who, Asked asked) throws SQLException {
    return switch (judged) {
      case DONE -> new View.Moved(HOME + "/" + asked.path().getOrDefault("id", ""));
      case OWN_WORK -> one(who, asked, "toezicht-steekproef.fout.eigen");
      case SAME_PERSON -> one(who, asked, "toezicht-steekproef.fout.zelfde");
      case NOTHING -> one(who, asked, "toezicht-steekproef.fout.niets");
      case NOT_THERE -> new View.Gone();
    };
  }

  private static LocalDate today(Asked asked) {
    return asked.at().atZone(Age.CALENDAR).toLocalDate();
  }
}
