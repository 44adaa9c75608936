package nl.sluis.gateway.nacontrole;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What a receiver is told of what should not have reached it, or not so (AVG 5(1)(d), 19).
///
/// @param cause why it is told
/// @param transaction the exchange
/// @param to who received it
/// @param from who sent it
/// @param subject the child, when the reference was known; the receiver is not told
/// @param jws what Sluis signed
/// @param due before when the receiver says what it did
public record Correction(
    Cause cause,
    UUID transaction,
    PartyRole to,
    Oin from,
    Optional<UUID> subject,
    Purpose purpose,
    String jws,
    Instant madeAt,
    Instant due) {
  private static final Set<Mended> BESIDES =
      Collections.unmodifiableSet(
          EnumSet.of(Mended.GERECTIFICEERD, Mended.GEWIST, Mended.AANGETEKEND));

  /// Why a receiver is told.
  public enum Cause {
    /// Who looked back at it judged that it was not justified.
    NACONTROLE("onterecht", BESIDES),
    /// It went out in a breach that an officer handles (AVG 33(3)(d)).
    ZAAK("teruggehaald", BESIDES),
    /// Its sender called it back.
    TERUGROEPING("teruggeroepen", Mended.ERASING),
    /// Its sender sent another in its place.
    RECTIFICATIE("vervangen", Mended.MENDING);

    private final String found;

    @SuppressWarnings("ImmutableEnumChecker") // made here, and never changed
    private final Set<Mended> answers;

    Cause(String found, Set<Mended> answers) {
      this.found = found;
      this.answers = answers;
    }

    /// What the receiver reads as `uitkomst`.
    public String found() {
      return found;
    }

    /// What it can answer.
    public Set<Mended> answers() {
      return answers;
    }

    /// The word in the table.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// SHA-256 of what was signed, in hex, for the logbook.
  public String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(jws.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
