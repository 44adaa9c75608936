package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Deed;
import nl.sluis.policies.toezicht.Watch;

/// Goes over the rows of one organisation with the control policy. May be shared between threads.
public final class Rounds {
  /// How many rows of one organisation are in memory at most; of more, the oldest stay out.
  public static final int MOST_ROWS = 100_000;

  private static final int PAGE = 500;

  private final LogReader rows;
  private final DeedReader reader;
  private final CurrentLaw law;

  /// @param rows the logbook
  /// @param references makes the pseudonyms of professionals
  /// @param law knows the convenanten that rows cite
  public Rounds(LogReader rows, SubjectReference references, CurrentLaw law) {
    this.rows = rows;
    this.reader = new DeedReader(references);
    this.law = law;
  }

  /// Everything in the history of this day, seen.
  Watch watch(Connection connection, ControlPolicy policy, Oin organisation, LocalDate day)
      throws SQLException {
    var watch = new Watch(policy, day, organisation);
    var from = watch.first().atStartOfDay(Age.CALENDAR).toInstant();
    var until = day.plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
    deeds(connection, organisation, from, until).forEach(watch::see);
    return watch;
  }

  /// Oldest first.
  private List<Deed> deeds(Connection connection, Oin organisation, Instant from, Instant until)
      throws SQLException {
    var deeds = new ArrayList<Deed>();
    long before = Long.MAX_VALUE;
    boolean more = true;
    while (more && deeds.size() < MOST_ROWS) {
      var page = rows.of(connection, organisation.value(), before, PAGE);
      for (var row : page) {
        var at = Instant.parse(row.detail().path(Entry.TIME).asText());
        more = !at.isBefore(from);
        if (more && at.isBefore(until)) {
          reader.read(row, organisation, this::cited).ifPresent(deeds::add);
        }
      }
      more = more && page.size() == PAGE;
      before = page.isEmpty() ? 0 : page.getLast().index();
    }
    deeds.sort(Comparator.comparing(Deed::at).thenComparingLong(Deed::row));
    return deeds;
  }

  private Optional<Convenant> cited(String id, String version) {
    return law.now().shelf().versions().stream()
        .filter(one -> one.id().equals(id) && one.version().equals(version))
        .findFirst();
  }
}
