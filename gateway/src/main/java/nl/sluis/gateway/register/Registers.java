package nl.sluis.gateway.register;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;

/// Every register, asked together.
public final class Registers {
  private final List<Register> all;

  /// @param all the registers, in the order in which they are asked
  public Registers(List<Register> all) {
    this.all = List.copyOf(all);
  }

  /// What they say of a message; nothing when no rule speaks of it.
  public Testimony about(
      Found found, SignedMessage message, Convenant convenant, Optional<Rule> rule)
      throws SQLException {
    var said = Testimony.silent();
    if (rule.isEmpty()) {
      return said;
    }
    for (var register : all) {
      said = said.and(register.about(found, message, convenant, rule.get()));
    }
    return said;
  }

  /// Tells each that the message passes.
  ///
  /// @return rows for the logbook of what follows from it
  public List<Entry> passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel)
      throws SQLException {
    var rows = new ArrayList<Entry>();
    for (var register : all) {
      register.passed(found, message, convenant, rule, transaction, parcel);
      rows.addAll(register.follows(found, message, rule, transaction));
    }
    return rows;
  }
}
