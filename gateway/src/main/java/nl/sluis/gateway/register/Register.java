package nl.sluis.gateway.register;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;

/// A register of ours that knows something of messages besides what is known of the person.
///
/// Asked by the one thread that plans a batch, in its transaction.
public interface Register {
  /// What it says of this message; silence when it knows nothing of it.
  ///
  /// @param found what was found under lock
  /// @param message the message, its signature verified
  /// @param convenant the version that governs
  /// @param rule the rule that speaks of this message
  Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException;

  /// Remembers that the message passes, in the same transaction, before the next is judged.
  ///
  /// @param transaction our identifier of the exchange
  /// @param parcel in which it waits for its receiver
  void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel)
      throws SQLException;

  /// What follows from it for organisations, after it was remembered: rows for the logbook, in the
  /// same transaction. Nothing, for most.
  ///
  /// @param transaction our identifier of the exchange
  default List<Entry> follows(Found found, SignedMessage message, Rule rule, UUID transaction)
      throws SQLException {
    return List.of();
  }
}
