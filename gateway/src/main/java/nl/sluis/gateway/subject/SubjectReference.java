package nl.sluis.gateway.subject;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// Keys the references by which partners point at people (design 10.3).
///
/// What goes in is forgotten at once; what comes out says nothing without both keys
/// ([ReferenceKeys]). May be shared between threads.
public final class SubjectReference {
  private static final int MAX_LENGTH = 64;
  private static final int CHILD_LENGTH = 32;

  private final ReferenceKeys keys;

  /// @param keys the two keys of the version in use
  public SubjectReference(ReferenceKeys keys) {
    this.keys = keys;
  }

  /// The keyed form of a partner's reference.
  ///
  /// @param partner whose reference it is; a BSN and nothing else is the same for every partner
  /// @throws ReferenceFault when the reference is empty, too long, or a BSN in the wrong place
  public byte[] keyed(Oin partner, ReferenceKind kind, String value) throws ReferenceFault {
    var wrong = fault(kind, value);
    if (wrong.isPresent()) {
      throw new ReferenceFault(wrong.get());
    }
    var namespace = kind == ReferenceKind.BSN ? "bsn" : partner.value();
    return hmac(kind.code() + "\n" + namespace + "\n" + written(kind, value));
  }

  /// Why a reference cannot be used, whoever sends it; empty when nothing is wrong with its form.
  public static Optional<ReferenceFault.Cause> fault(ReferenceKind kind, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      return Optional.of(ReferenceFault.Cause.LENGTE);
    }
    boolean number = Bsn.of(value).isPresent();
    return switch (kind) {
      case BSN -> number ? Optional.empty() : Optional.of(ReferenceFault.Cause.BSN_ONJUIST);
      case EIGEN_KENMERK ->
          number ? Optional.of(ReferenceFault.Cause.BSN_ALS_KENMERK) : Optional.empty();
      case KOPPELCODE -> Optional.empty();
      case GEEN -> Optional.of(ReferenceFault.Cause.SOORT_ONBEKEND);
    };
  }

  /// The keyed form of the word by which a partner points at a member of this family.
  public byte[] keyedPerson(Oin partner, String label) {
    return hmac("persoon\n" + partner.value() + "\n" + label);
  }

  /// The keyed form of the word by which a partner points at somebody who works there.
  public byte[] keyedEmployee(Oin partner, String word) {
    return keyedPerson(partner, "medewerker\n" + word);
  }

  /// Somebody's number in its keyed forms.
  ///
  /// @param place by which that person has a place at a child
  /// @param own by which a partner with a right to the number points at that person
  public record Keyed(Hmac place, Hmac own) {}

  /// The keyed forms of a number; empty when the text is no BSN.
  public Optional<Keyed> number(String text) {
    return Bsn.of(text)
        .map(
            bsn ->
                new Keyed(
                    Hmac.of(hmac("persoon\nbsn\n" + bsn.digits())),
                    Hmac.of(hmac(ReferenceKind.BSN.code() + "\nbsn\n" + bsn.digits()))));
  }

  /// The word by which somebody with this number points at a child; it says nothing to anybody
  /// else.
  public String child(Hmac number, UUID subject) {
    var keyed = Hmac.of(hmac("kind\n" + number.hex() + "\n" + subject));
    return keyed.hex().substring(0, CHILD_LENGTH);
  }

  /// The key of the names by which somebody with this number points at lines about a child: 32
  /// bytes.
  public byte[] lineKey(Hmac number, UUID subject) {
    return hmac("regels\n" + number.hex() + "\n" + subject);
  }

  /// The word that somebody around a child tells that child, so that it can point at who told it;
  /// it says nothing to anybody else.
  public String onlooker(UUID subject, UUID person) {
    var hex = Hmac.of(hmac("meekijker\n" + subject + "\n" + person)).hex();
    return String.join("-", hex.substring(0, 4), hex.substring(4, 8), hex.substring(8, 12));
  }

  /// The keyed form of the code of a letter.
  public byte[] keyedLetter(String code) {
    return hmac("brief\n" + code.toUpperCase(Locale.ROOT).replace("-", ""));
  }

  /// The code that stands for this identifier: six digits that nobody can tell without our keys.
  public String presenceCode(UUID id) {
    int number = ByteBuffer.wrap(hmac("aanwezigheid\n" + id)).getInt();
    return "%06d".formatted(Integer.remainderUnsigned(number, 1_000_000));
  }

  /// The code by which somebody shows to read an address: six digits that nobody can tell without
  /// our keys.
  public String reachCode(UUID id) {
    int number = ByteBuffer.wrap(hmac("bereik\n" + id)).getInt();
    return "%06d".formatted(Integer.remainderUnsigned(number, 1_000_000));
  }

  /// The keyed form of a code that somebody gave to a professional.
  public byte[] keyedPresence(String code) {
    return hmac("aanwezigheidscode\n" + code.replaceAll("[ -]", ""));
  }

  /// The keyed form by which sessions of somebody who logged in are found.
  ///
  /// @param kind what the word is
  public byte[] keyedLogin(String kind, String word) {
    return hmac("aanmelding\n" + kind + "\n" + word);
  }

  /// The keyed form of what a partner claims to have done.
  public byte[] keyedClaim(Oin partner, String claim) {
    return hmac("bewering\n" + partner.value() + "\n" + claim);
  }

  /// The one way in which a reference is written.
  private static String written(ReferenceKind kind, String value) {
    return kind == ReferenceKind.KOPPELCODE
        ? value.toUpperCase(Locale.ROOT).replace("-", "")
        : value;
  }

  private byte[] hmac(String text) {
    return keys.keyed(text);
  }
}
