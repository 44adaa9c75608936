package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.keys.DetachedJws;
import nl.sluis.gateway.keys.KeyUse;

/// What every file has in common that Sluis signs and anybody checks without Sluis: its one form of
/// JSON, the keys that lead from one that is believed, the row of the logbook that it rests on, the
/// signature and those of witnesses. What it tells is for who knows the sort of file.
///
/// No database and no network. May be shared between threads.
public final class SignedFile {
  private static final int LEAF = 65;
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<LogKey> anchors;
  private final List<WitnessKey> witnesses;

  /// @param known keys that the logbook had at some time, believed already; one of them must lead
  ///   to those that signed
  /// @param witnesses whose signatures are looked for
  public SignedFile(KeyHistory known, List<WitnessKey> witnesses) {
    this.anchors = known.periods().stream().map(KeyHistory.Period::key).toList();
    this.witnesses = List.copyOf(witnesses);
  }

  /// The file as an object; empty when it is longer than so many bytes, is no JSON, says anything
  /// twice or is not in its one form.
  public static Optional<ObjectNode> parse(byte[] file, int most) {
    try {
      if (file.length <= most
          && STRICT.readTree(file) instanceof ObjectNode whole
          && Arrays.equals(CanonicalJson.encode(whole), file)) {
        return Optional.of(whole);
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The keys of the logbook by the statements in this file; empty when what is believed does not
  /// lead there, or the file is of another logbook.
  ///
  /// @param told what the file tells, with `logbook`
  public Optional<KeyHistory> keys(ObjectNode whole, JsonNode told) {
    var name = told.path("logboek").asText();
    var statements = texts(whole.path("sleutels").path("logboek"));
    for (var anchor : anchors) {
      try {
        var read = KeyHistory.read(statements, anchor);
        // After a restore a logbook goes on under another name, to which the one before leads.
        if (read.periods().stream().anyMatch(period -> period.key().origin().equals(name))) {
          return Optional.of(read);
        }
      } catch (IllegalArgumentException _) {
        // Another of them may lead there.
      }
    }
    return Optional.empty();
  }

  /// Does the logbook hold the row that this file rests on?
  ///
  /// @param row with `bewijs`
  public static boolean isProven(JsonNode row, KeyHistory keys) {
    return ProvenRow.check(row.path("bewijs").asText(), keys).isPresent();
  }

  /// Is what the file says of that row what the row committed to?
  ///
  /// @param row with `bewijs`, `verhulling` and `gegevens`
  public static boolean isCommitted(JsonNode row) {
    var leaf = leaf(row.path("bewijs").asText());
    var commitment =
        sha256(
            "d1".getBytes(StandardCharsets.US_ASCII),
            bytes(row.path("verhulling")),
            row.path("gegevens").asText().getBytes(StandardCharsets.UTF_8));
    return leaf.length == LEAF && Arrays.equals(Arrays.copyOfRange(leaf, 1, 33), commitment);
  }

  /// What the file says of that row; empty when it is not in its one form.
  public static Optional<ObjectNode> detail(JsonNode row, int most) {
    return parse(row.path("gegevens").asText().getBytes(StandardCharsets.UTF_8), most);
  }

  /// Adds what is wrong with the signature under the file, in one Dutch sentence.
  ///
  /// @param told what the file tells, with `gemaakt`
  /// @param type the `typ` of the signature
  /// @param broken what to say when it does not fit
  public static void signature(
      ObjectNode whole,
      JsonNode told,
      String type,
      KeyHistory keys,
      String broken,
      List<String> faults) {
    try {
      var said = texts(whole.path("sleutels").path(KeyUse.RECEIPT.word()));
      var periods = UseHistory.read(said, KeyUse.RECEIPT, keys);
      if (!DetachedJws.isSigned(
          type,
          whole.path("handtekening").asText(),
          CanonicalJson.encode(told),
          periods,
          Instant.parse(told.path("gemaakt").asText()))) {
        faults.add(broken);
      }
    } catch (IllegalArgumentException e) {
      faults.add("De sleutel waarmee is getekend, hoort niet bij dit logboek.");
    }
  }

  /// The checkpoint under which a proof of a row stands, as a signed note.
  public static String note(String proof) {
    return proof.substring(Math.min(proof.length(), proof.indexOf("\n\n") + 2));
  }

  /// Which of the witnesses signed this note, and when, each in one Dutch sentence.
  public List<String> cosignatures(String note) {
    var lines = note.substring(note.lastIndexOf("\n\n") + 1);
    return witnesses.stream()
        .flatMap(key -> Cosignature.find(Cosignature.text(note), lines, key).stream())
        .map(found -> "Getuige %s tekende mee op %s.".formatted(found.witness(), found.at()))
        .toList();
  }

  /// The bytes of this base64url text; none when it is not.
  public static byte[] bytes(JsonNode text) {
    try {
      return Base64.getUrlDecoder().decode(text.asText());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /// SHA-256 over these parts, one after the other.
  public static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] leaf(String proof) {
    var lines = proof.split("\n", 3);
    try {
      return lines.length > 2 && lines[1].startsWith("extra ")
          ? Base64.getDecoder().decode(lines[1].substring("extra ".length()))
          : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
