package nl.sluis.gateway.terugroeping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.policies.terms.Oin;

/// What somebody signed to undo an exchange. Immutable.
///
/// @param signer whose registered key signed
/// @param jti by which the signer knows it; one is for one statement
/// @param about the exchange, or the parcel in the postbus
/// @param reason a word of [ReversalKind#reasons]
/// @param function of the person who decided so
/// @param by the exchange that takes its place; only with a rectification
/// @param text what was signed, byte for byte
public record ReversalStatement(
    ReversalKind kind,
    Oin signer,
    String jti,
    UUID about,
    String reason,
    String function,
    Optional<UUID> by,
    String text) {
  private static final int LONGEST_FUNCTION = 80;
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /// Reads and checks a statement.
  ///
  /// @param keys the registered keys of partners
  /// @throws JwsFault when it is not in form, not signed by who it says, of a moment to come, or
  ///   does not say what a statement of this kind must say
  public static ReversalStatement read(ReversalKind kind, String text, SenderKeys keys, Instant now)
      throws JwsFault {
    var statement = SignedStatement.verify(text, kind.type(), kind.claims(), keys);
    var reason = statement.text("reden");
    if (!kind.reasons().contains(reason)) {
      throw new JwsFault("`reden` is none of " + String.join(", ", kind.reasons()));
    }
    var function = statement.text("functie");
    if (function.isBlank() || function.length() > LONGEST_FUNCTION) {
      throw new JwsFault("`functie` is not 1 to " + LONGEST_FUNCTION + " characters");
    }
    if (statement.instant("op").isAfter(now.plus(SKEW))) {
      throw new JwsFault("`op` is a moment to come");
    }
    if (kind == ReversalKind.RETOUR && !statement.value("nietsBewaard").asBoolean(false)) {
      throw new JwsFault("`nietsBewaard` is not true: who keeps something returns nothing");
    }
    return new ReversalStatement(
        kind,
        statement.signer(),
        statement.jti(),
        uuid(statement, kind.about()),
        reason,
        function,
        kind == ReversalKind.RECTIFICATIE
            ? Optional.of(uuid(statement, "vervangenDoor"))
            : Optional.empty(),
        text);
  }

  private static UUID uuid(SignedStatement statement, String claim) throws JwsFault {
    var text = statement.text(claim);
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new JwsFault("`" + claim + "` is not a UUID");
    }
    return UUID.fromString(text);
  }

  /// SHA-256 of what was signed, in hex, for the logbook.
  public String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
