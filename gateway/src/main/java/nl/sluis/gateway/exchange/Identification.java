package nl.sluis.gateway.exchange;

import java.util.Optional;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.message.Reference;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Reason;

/// The third step: turns the sender's reference into a keyed one at once (design 10.3).
///
/// May be shared between threads.
public final class Identification {
  private final SubjectReference references;
  private final int keyVersion;

  /// @param references keys what partners send
  /// @param keyVersion the version of the key
  public Identification(SubjectReference references, int keyVersion) {
    this.references = references;
    this.keyVersion = keyVersion;
  }

  /// Reads whom the message is about.
  public Identified identify(SignedMessage message) {
    var subject = message.subject();
    if (subject.isEmpty()) {
      return new Identified(message, ReferenceKind.GEEN, Optional.empty(), Optional.empty());
    }
    var kind = subject.get().kind();
    try {
      var alias = alias(message.from().oin(), subject.get());
      return new Identified(message, kind, Optional.of(alias), Optional.empty());
    } catch (ReferenceFault e) {
      var reason =
          e.why() == ReferenceFault.Cause.BSN_ALS_KENMERK
              ? Reason.BSN_NIET_TOEGESTAAN
              : Reason.BETROKKENE_ONBEKEND;
      var told = new Reason.Told(reason, e.why().sentence());
      return new Identified(message, kind, Optional.empty(), Optional.of(told));
    }
  }

  /// The keyed form of a reference as this partner sent it.
  ///
  /// @throws ReferenceFault when it cannot be used
  public AliasKey alias(Oin partner, Reference reference) throws ReferenceFault {
    var hmac = references.keyed(partner, reference.kind(), reference.value());
    return AliasKey.of(partner, reference.kind(), hmac, keyVersion);
  }
}
