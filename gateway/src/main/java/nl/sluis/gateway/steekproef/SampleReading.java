package nl.sluis.gateway.steekproef;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.signaal.Samples;
import nl.sluis.gateway.steekproef.Draw.Case;
import nl.sluis.gateway.steekproef.SampleModels.Stand;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Adherence.Sampled;
import nl.sluis.policies.toezicht.Bound;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Finding;
import nl.sluis.policies.toezicht.Sample;
import nl.sluis.policies.toezicht.Work;

/// Says how samples stand. May be shared between threads; it reads in the transaction of its
/// caller.
public final class SampleReading implements Samples {
  /// As many weeks as are told of.
  private static final int TOLD = 26;

  private final SampleTable table;

  /// @param region in whose part of the database it all lives
  public SampleReading(String region) {
    this.table = new SampleTable(region);
  }

  @Override
  public Map<LocalDate, Sampled> drawn(
      Connection tx, Oin organisation, ControlPolicy policy, LocalDate from) throws SQLException {
    var found = new HashMap<LocalDate, Sampled>();
    for (var draw : table.of(tx, organisation, TOLD)) {
      if (draw.seed().isPresent() && !draw.week().isBefore(from)) {
        var cases = table.cases(tx, draw.id());
        var day = drawnOn(draw);
        var due = policy.due(Work.STEEKPROEF, day);
        long inTime =
            cases.stream()
                .flatMap(one -> one.closed().stream())
                .filter(closed -> !closed.at().atZone(Age.CALENDAR).toLocalDate().isAfter(due))
                .count();
        found.put(draw.week(), new Sampled(day, cases.size(), (int) inTime));
      }
    }
    return found;
  }

  /// The samples of an organisation, the newest first.
  List<SampleModels.Week> weeks(
      Connection tx, Oin organisation, ControlPolicy policy, LocalDate today) throws SQLException {
    var weeks = new ArrayList<SampleModels.Week>();
    for (var draw : table.of(tx, organisation, TOLD)) {
      weeks.add(week(draw, table.cases(tx, draw.id()), policy, today));
    }
    return weeks;
  }

  static SampleModels.Week week(
      Draw draw, List<Case> cases, ControlPolicy policy, LocalDate today) {
    int looked = (int) cases.stream().filter(one -> one.closed().isPresent()).count();
    var due = policy.due(Work.STEEKPROEF, drawnOn(draw));
    var stand = Stand.GETROKKEN;
    if (draw.seed().isEmpty()) {
      stand = Stand.GESLOTEN;
    } else if (looked == cases.size()) {
      stand = Stand.BEKEKEN;
    } else if (today.isAfter(due)) {
      stand = Stand.TE_LAAT;
    }
    return new SampleModels.Week(
        SamplePages.HOME + "/" + draw.id(),
        draw.week(),
        stand,
        draw.listed(),
        cases.size(),
        looked,
        due,
        stand == Stand.BEKEKEN ? says(draw, cases) : "");
  }

  /// What cannot be established counts as wrong: the bound is never too small.
  private static String says(Draw draw, List<Case> cases) {
    int wrong =
        (int)
            cases.stream()
                .flatMap(one -> one.closed().stream())
                .filter(closed -> closed.finding() != Finding.GERECHTVAARDIGD)
                .count();
    return cases.isEmpty() ? "" : Bound.words(cases.size(), wrong, draw.confidencePercent());
  }

  private static LocalDate drawnOn(Draw draw) {
    return draw.seed().map(Draw.Seed::at).orElse(draw.at()).atZone(Age.CALENDAR).toLocalDate();
  }

  /// Whether the draw, done again, gives the rows that are stored.
  static boolean isFaithful(Draw draw, List<Long> list, List<Case> cases) {
    if (!Sample.seal(list).equals(draw.fingerprint())) {
      return false;
    }
    return draw.seed().isEmpty()
        || Sample.draw(HexFormat.of().parseHex(draw.seed().get().hex()), list, draw.size())
            .equals(cases.stream().map(Case::row).toList());
  }

  /// One row that was drawn, as who reads sees it.
  static SampleModels.Case shown(Case one, Draw.Seed seed, Actor reader, String path) {
    var finding =
        one.closed()
            .map(Draw.Closed::finding)
            .or(() -> one.proposed().map(Draw.Proposed::finding))
            .map(Finding::code)
            .orElse("");
    return new SampleModels.Case(
        one.row(),
        path,
        Sample.ticket(HexFormat.of().parseHex(seed.hex()), one.row()),
        one.who().equals(reader),
        one.closed().isPresent(),
        finding,
        one.proposed().filter(proposed -> proposed.by().equals(reader)).isPresent());
  }
}
