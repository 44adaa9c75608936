package nl.sluis.gateway.onderzoek;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ScanFinding;

/// Says of every message for a gecertificeerde instelling that carries out an order whether it does
/// (Jeugdwet 7.3.11 lid 4): not in general, but of this child, today.
///
/// An order that nobody recorded, one that ended and one that another instelling carries out are
/// one answer: nobody learns of an order by sending a message. May be shared between threads.
public final class SupervisionRegister implements Register {
  private final SupervisionOrder orders;

  /// @param orders knows the orders
  public SupervisionRegister(SupervisionOrder orders) {
    this.orders = orders;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    if (!rule.conditions().contains(SupervisionOrder.CONDITION) || found.subject().isEmpty()) {
      return Testimony.silent();
    }
    var instelling = message.to();
    if (orders.isCarriedOutBy(found.tx(), found.subject().get(), instelling.oin(), found.at())) {
      return Testimony.silent();
    }
    var without = new ScanFinding.Found(ScanFinding.ONTVANGER_ZONDER_OTS, instelling.role().code());
    return new Testimony(
        Set.of(), Set.of(SupervisionOrder.CONDITION), Set.of(without), Map.of(), List.of());
  }

  @Override
  public void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel) {}
}
