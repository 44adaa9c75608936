package nl.sluis.gateway.logbook;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.gateway.keys.KeyUse;

/// What the logbook says about a key with which Sluis signs something else, as a C2SP signed-note
/// of the key of the logbook.
///
/// The first line keeps it apart from a checkpoint and from a statement about the logbook's own
/// keys.
///
/// @param origin the name of the logbook
/// @param use for what the key signs
/// @param number one more than that of the statement before it about this use
/// @param kind what happens
/// @param key the public half, in the members and order of RFC 7638
/// @param from from when on it holds, in whole seconds
/// @param at when it was said, in whole seconds
record UseStatement(
    String origin, KeyUse use, int number, Kind kind, String key, Instant from, Instant at) {
  private static final String FORM = "sluis-ondertekensleutel/v1";
  private static final int MOST = 4_096;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /// What can happen to a key.
  enum Kind {
    /// The first key for this use.
    BEGIN("begin"),
    /// A next key signs, and the one before counts beside it.
    HANDOVER("overdracht"),
    /// Nothing new may be of the one before.
    END("einde");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// The public half of a key as it stands in a statement.
  static String text(JWK key) {
    return JSONObjectUtils.toJSONString(key.getRequiredParams());
  }

  /// The key, named by its thumbprint.
  JWK jwk() {
    try {
      var plain = JWK.parse(key);
      var named = plain.toJSONObject();
      named.put("kid", plain.computeThumbprint().toString());
      return JWK.parse(named);
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("no public key", e);
    }
  }

  private String text() {
    return String.join(
            "\n",
            FORM,
            origin,
            use.word(),
            String.valueOf(number),
            kind.word,
            key,
            from.toString(),
            at.toString())
        + "\n";
  }

  /// The signed statement.
  String note(List<NoteSigner> signers) {
    var note = new StringBuilder(text()).append('\n');
    signers.forEach(signer -> note.append(signer.line(text())));
    return note.toString();
  }

  /// Reads a statement that one of the keys of the logbook signed; anything else gives nothing.
  static Optional<UseStatement> open(String note, KeyHistory log) {
    var split = note.indexOf("\n\n");
    if (split < 0 || note.length() > MOST) {
      return Optional.empty();
    }
    try {
      var text = note.substring(0, split + 1);
      return of(List.of(text.split("\n", -1)))
          .filter(said -> said.text().equals(text) && text(said.jwk()).equals(said.key()))
          .filter(
              said ->
                  log.periods().stream()
                      .map(KeyHistory.Period::key)
                      .anyMatch(
                          key ->
                              key.origin().equals(said.origin())
                                  && OpenedCheckpoint.isSigned(note, key)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<UseStatement> of(List<String> lines) {
    if (lines.size() != 9
        || !lines.getFirst().equals(FORM)
        || !NUMBER.matcher(lines.get(3)).matches()) {
      return Optional.empty();
    }
    return KeyUse.of(lines.get(2))
        .flatMap(
            use ->
                kind(lines.get(4))
                    .map(
                        kind ->
                            new UseStatement(
                                lines.get(1),
                                use,
                                Integer.parseInt(lines.get(3)),
                                kind,
                                lines.get(5),
                                Instant.parse(lines.get(6)),
                                Instant.parse(lines.get(7)))));
  }

  private static Optional<Kind> kind(String word) {
    for (var kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
