package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.terugroeping.Reversal;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.gateway.terugroeping.Reversals;
import nl.sluis.policies.terms.Oin;

/// Where a sender sees what became of what it called back or replaced, and what was returned to it.
///
/// A supplier sees it too, as far as its mandate reaches. May be shared between threads.
public final class ReversalLook {
  private final DataSource database;
  private final Mandates mandates;
  private final Reversals reversals;
  private final Corrections corrections;

  /// @param database for looking only
  /// @param mandates who may look for whom
  /// @param corrections what receivers said that they did
  public ReversalLook(
      DataSource database, Mandates mandates, Reversals reversals, Corrections corrections) {
    this.database = database;
    this.mandates = mandates;
    this.reversals = reversals;
    this.corrections = corrections;
  }

  /// A reversal with what the receiver said that it did.
  public record Known(Reversal reversal, Optional<Corrections.Confirmed> answer) {
    /// How far it is at this instant.
    public ReversalStanding standing(Instant now) {
      return ReversalStanding.of(reversal, answer.isPresent(), now);
    }
  }

  /// What became of calling back or replacing, for its sender; empty for anybody else.
  public Optional<Known> find(Oin caller, UUID id, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var one = reversals.find(connection, id).filter(r -> r.said().kind() != ReversalKind.RETOUR);
      return known(connection, caller, one, now);
    }
  }

  /// The same, for who knows the exchange and not the number of what was said of it.
  public Optional<Known> ofExchange(Oin caller, UUID transaction, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return known(connection, caller, reversals.bySender(connection, transaction), now);
    }
  }

  private Optional<Known> known(Connection tx, Oin caller, Optional<Reversal> one, Instant now)
      throws SQLException {
    if (one.isEmpty()) {
      return Optional.empty();
    }
    var parcel = one.get().parcel();
    return mandates.allows(tx, caller, parcel.from(), parcel.purpose(), now)
        ? Optional.of(new Known(one.get(), corrections.confirmed(tx, parcel.transaction())))
        : Optional.empty();
  }

  /// What came back to this sender, and of which its task is not done.
  ///
  /// @param asker who looks: the sender, or whom it gave a mandate for the purpose
  public List<Reversal> returned(Oin asker, Oin sender, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var seen = new ArrayList<Reversal>();
      for (var one : reversals.returned(connection, sender)) {
        var parcel = one.parcel();
        if (mandates.allows(connection, asker, parcel.from(), parcel.purpose(), now)) {
          seen.add(one);
        }
      }
      return seen;
    }
  }
}
