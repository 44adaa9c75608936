package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.stopbericht.Continues;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.stopbericht.StopTable.Confirmed;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;

/// What somebody who logged in sees before taking a yes back, and what came of it afterwards.
///
/// Never who else stopped it, or when: whoever may see the line sees the same. May be shared
/// between threads.
public final class OwnStops {
  private final DataSource database;
  private final OwnDesk own;
  private final StopTable table;
  private final CurrentLaw law;

  /// @param own knows what somebody may see
  public OwnStops(DataSource database, OwnDesk own, StopTable table, CurrentLaw law) {
    this.database = database;
    this.own = own;
    this.table = table;
    this.law = law;
  }

  /// What the receiver did with the last stop message about a consent.
  ///
  /// @param ask what was asked
  /// @param convenant in whose words it is told
  /// @param cover what who looks may read of where others are
  /// @param confirmed what the receiver said last, and when it first said anything; empty when
  ///   nothing yet
  /// @param daysLate how many days it is over its term; none when it answered or still may
  public record Came(
      ConsentAsk ask,
      Convenant convenant,
      Cover cover,
      Optional<Confirmed> confirmed,
      long daysLate) {}

  /// What would follow if this person took a yes back now.
  ///
  /// @param ask what was asked
  /// @param convenant in whose words it is told
  /// @param cover what who looks may read of where others are
  /// @param withheld how many messages that wait would not be handed over
  /// @param told about how many exchanges the receiver would be told to stop; none when it got
  ///   nothing
  /// @param continues what goes on without consent
  public record Follows(
      ConsentAsk ask,
      Convenant convenant,
      Cover cover,
      long withheld,
      int told,
      List<Continues> continues) {
    /// Copies its parts.
    public Follows {
      continues = List.copyOf(continues);
    }
  }

  /// What came of a stop; empty when this person may not know of the question, or nothing was
  /// stopped as far as this person may know.
  public Optional<Came> came(SignedIn who, UUID id, Instant now) throws SQLException {
    var found = own.at(who, id, now).filter(child -> mayKnow(child.lines().getFirst()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var ask = found.get().lines().getFirst().ask();
    try (var connection = database.getConnection()) {
      var message = table.newest(connection, ask.id());
      if (message.isEmpty()) {
        return Optional.empty();
      }
      var said = table.confirmed(connection, message.get().id());
      var late = said.isEmpty() ? daysLate(message.get().dueAt(), now) : 0;
      var last =
          said.isEmpty()
              ? Optional.<Confirmed>empty()
              : Optional.of(
                  new Confirmed(
                      said.getLast().answer(), said.getLast().ground(), said.getFirst().at()));
      return Optional.of(new Came(ask, words(ask, now), found.get().cover(), last, late));
    }
  }

  /// Who sees whether a consent is complete, sees this too; who sees the own words alone, only what
  /// came of the own no.
  private static boolean mayKnow(OwnConsents.Line line) {
    return line.complete().isPresent()
        || line.own().stream().map(ConsentEvent::type).anyMatch(type -> type.isStop());
  }

  private static long daysLate(Instant due, Instant now) {
    return now.isBefore(due)
        ? 0
        : 1 + ChronoUnit.DAYS.between(due.atZone(Age.CALENDAR), now.atZone(Age.CALENDAR));
  }

  /// What would follow; nothing is changed.
  ///
  /// @param categories for which categories; empty for all
  /// @return empty when this person may not know of the question
  public Optional<Tried> follows(SignedIn who, UUID id, List<String> categories, Instant now)
      throws SQLException {
    var found = own.at(who, id, now);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var ask = found.get().lines().getFirst().ask();
    var cover = found.get().cover();
    return own.tryOut(who, ask, categories, now)
        .map(
            result ->
                switch (result) {
                  case Filing.Result.Filed filed ->
                      new Tried.Would(follows(ask, cover, filed, now));
                  case Filing.Result.Stopped(Outcome outcome) -> new Tried.Not(outcome);
                  case Filing.Result.Secret _ ->
                      throw new IllegalStateException("a withdrawal has no secret");
                });
  }

  /// What trying it out came to.
  public sealed interface Tried {
    /// It could be taken back, and this would follow.
    record Would(Follows follows) implements Tried {}

    /// It could not be taken back like this.
    record Not(Outcome outcome) implements Tried {}
  }

  private Follows follows(ConsentAsk ask, Cover cover, Filing.Result.Filed filed, Instant now) {
    var rows = filed.also();
    var told = rows.stream().filter(row -> row.kind() == EntryKind.STOP_MESSAGE).toList();
    var convenant = words(ask, now);
    return new Follows(
        ask,
        convenant,
        cover,
        rows.stream().filter(row -> row.kind() == EntryKind.NOT_DELIVERED).count(),
        told.stream().map(Entry::detail).mapToInt(row -> row.path("transacties").size()).sum(),
        Continues.without(convenant, ask.sender(), ask.receiver()));
  }

  private Convenant words(ConsentAsk ask, Instant now) {
    return law.now().couldGovern(ask.sender(), ask.receiver(), now).getFirst();
  }
}
