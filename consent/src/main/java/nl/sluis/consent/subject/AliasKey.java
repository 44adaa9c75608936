package nl.sluis.consent.subject;

import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// A reference to a person as one partner uses it, hashed.
///
/// Immutable; may be shared between threads.
///
/// @param namespace whose reference it is: the OIN of the partner, or `bsn` for everybody's
/// @param kind what sort of reference
/// @param hmac the keyed hash of the reference
/// @param keyVersion with which key it was hashed
public record AliasKey(String namespace, ReferenceKind kind, Hmac hmac, int keyVersion) {
  private static final String SHARED = "bsn";

  /// @throws IllegalArgumentException when no person is pointed at
  public AliasKey {
    if (kind == ReferenceKind.GEEN) {
      throw new IllegalArgumentException("`geen` points at nobody");
    }
    if ((kind == ReferenceKind.BSN) != namespace.equals(SHARED)) {
      throw new IllegalArgumentException("only a bsn stands in the shared namespace");
    }
  }

  /// The key of a reference that this partner sent; the namespace follows from the kind.
  public static AliasKey of(Oin partner, ReferenceKind kind, byte[] hmac, int keyVersion) {
    var namespace = kind == ReferenceKind.BSN ? SHARED : partner.value();
    return new AliasKey(namespace, kind, Hmac.of(hmac), keyVersion);
  }
}
