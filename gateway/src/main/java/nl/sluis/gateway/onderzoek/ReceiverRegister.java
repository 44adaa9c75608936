package nl.sluis.gateway.onderzoek;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.desk.WordOfTheOther;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;

/// Lets a hand-over to a local team pass only to the coach who said to take the family over: who
/// hands it over cannot say that for him.
///
/// May be shared between threads.
public final class ReceiverRegister implements Register {
  /// The precondition that the receiver alone can meet.
  private static final String ACCEPTS = "coach-neemt-aan";

  private final WordOfTheOther words;

  /// @param words knows who put what on record
  public ReceiverRegister(WordOfTheOther words) {
    this.words = words;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    if (!rule.conditions().contains(ACCEPTS)
        || found.subject().isEmpty()
        || words.isGiven(
            found.tx(), found.subject().get(), ACCEPTS, message.purpose(), message.to())) {
      return Testimony.silent();
    }
    return Testimony.without(Set.of(ACCEPTS));
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
