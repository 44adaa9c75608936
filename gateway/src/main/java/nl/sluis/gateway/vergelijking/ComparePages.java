package nl.sluis.gateway.vergelijking;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.sequencer.Sequencer;
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

/// Where an officer holds an extract of the own system beside the rows of the own organisation. The
/// extract is kept nowhere; that there was a look is on record before anything is read. May be
/// shared between threads.
public final class ComparePages implements OfficerPart {
  private static final String HOME = "/toezicht/vergelijken";
  private static final String TITLE = "toezicht-vergelijken.titel";
  private static final Set<Duty> MAY = Set.of(Duty.PRIVACY_OFFICER);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT);
  private static final int MOST_DAYS = 31;

  /// An own system may tell another time than Sluis, and close to midnight another day.
  private static final Duration AROUND = Duration.ofDays(1);

  private final DataSource database;
  private final OwnExchanges exchanges;
  private final OfficerLooks looks;
  private final SubjectReference references;

  /// @param rows the logbook
  /// @param sequencer writes that there was a look
  /// @param references names rows in addresses
  public ComparePages(
      DataSource database, LogReader rows, Sequencer sequencer, SubjectReference references) {
    this.database = database;
    this.exchanges = new OwnExchanges(rows);
    this.looks = new OfficerLooks(sequencer);
    this.references = references;
  }

  /// The page.
  ///
  /// @param from what was filled in as the first day
  /// @param until what was filled in as the last
  /// @param result what came of it; empty when nothing was compared
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Model(String from, String until, Optional<Compared> result, String wrong) {}

  /// The days that are compared.
  private record Days(Instant from, Instant until) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-vergelijken.kop", MAY));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, MAY, (_, asked) -> shown(asked, Optional.empty(), ""));
    routes.post(HOME, MAY, this::compare);
  }

  private View compare(Officer who, Asked asked) throws InputFault, SQLException {
    var days = days(asked);
    if (days.isEmpty()) {
      return shown(asked, Optional.empty(), "toezicht-vergelijken.fout.dagen");
    }
    var text = asked.one("uittreksel");
    if (text.isEmpty()) {
      return shown(asked, Optional.empty(), "toezicht-vergelijken.fout.leeg");
    }
    var extract = Extract.of(text);
    if (extract.isEmpty()) {
      return shown(asked, Optional.empty(), "toezicht-vergelijken.fout.te-veel");
    }
    looks.note(who, "toezicht-vergeleken", List.of("dagen"));
    var comparison = new Comparison(extract.get(), days.get().from(), days.get().until());
    boolean whole;
    try (var connection = database.getConnection()) {
      whole =
          exchanges.each(
              connection,
              who.organisation(),
              days.get().from().minus(AROUND),
              days.get().until().plus(AROUND),
              comparison::see);
    }
    if (!whole) {
      return shown(asked, Optional.empty(), "toezicht-vergelijken.fout.te-veel");
    }
    var names = new RowIds(references, who.organisation());
    var result = comparison.result(place -> "/toezicht/regels/" + names.name(place));
    return shown(asked, Optional.of(result), "");
  }

  private static Optional<Days> days(Asked asked) throws InputFault {
    try {
      var first = LocalDate.parse(asked.one("van"), DAY);
      var last = LocalDate.parse(asked.one("tot"), DAY);
      return last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))
          ? Optional.empty()
          : Optional.of(
              new Days(
                  first.atStartOfDay(Age.CALENDAR).toInstant(),
                  last.plusDays(1).atStartOfDay(Age.CALENDAR).toInstant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static View shown(Asked asked, Optional<Compared> result, String wrong)
      throws InputFault {
    var model = new Model(asked.one("van"), asked.one("tot"), result, wrong);
    var shown = new View.Shown("toezicht/vergelijken", model, TITLE);
    return wrong.isEmpty() ? shown : shown.again();
  }
}
