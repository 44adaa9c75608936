package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.keys.DetachedJws;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.logbook.Cosignature;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.gateway.logbook.TreeHash;
import nl.sluis.gateway.logbook.UseHistory;
import nl.sluis.gateway.logbook.WitnessKey;

/// Checks a statement by a key of the logbook that somebody got by another road, and by nothing
/// else: no database and no network. With the code that writes one it shares the hashes and the one
/// form of JSON.
///
/// Everything that is wrong is said, each in one Dutch sentence; the page that checks in a browser
/// says the same. May be shared between threads.
public final class StatementCheck {
  /// A statement is never longer than this, in bytes.
  public static final int MOST = 8 * 1024 * 1024;

  private static final int LEAVES = 4096;
  private static final int ROOTS = 256;
  private static final int LEAF = 65;
  private static final List<String> FIELDS =
      List.of("aan", "dag", "doel", "niet", "regel", "rij", "soort", "soorten", "van", "woord");
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String FORM = "Dit is geen overzicht van Sluis, of het is niet heel.";

  private final List<LogKey> anchors;
  private final List<WitnessKey> witnesses;

  /// @param known keys that the logbook had at some time, believed already; one of them must lead
  ///   to those that signed
  /// @param witnesses whose signatures are looked for
  public StatementCheck(KeyHistory known, List<WitnessKey> witnesses) {
    this.anchors = known.periods().stream().map(KeyHistory.Period::key).toList();
    this.witnesses = List.copyOf(witnesses);
  }

  /// What was found.
  ///
  /// @param faults what is wrong; none when all of it holds
  /// @param read what stands in it; empty when it cannot be read
  /// @param signedBy the witnesses that put their signature under it, each with its moment
  public record Outcome(List<String> faults, Optional<ReadStatement> read, List<String> signedBy) {
    /// Copies its lists.
    public Outcome {
      faults = List.copyOf(faults);
      signedBy = List.copyOf(signedBy);
    }
  }

  /// Checks this file.
  public Outcome check(byte[] file) {
    var whole = parse(file);
    if (whole.isEmpty()) {
      return new Outcome(List.of(FORM), Optional.empty(), List.of());
    }
    var told = whole.get().path("verklaring");
    if (!isStatement(told)) {
      return new Outcome(List.of(FORM), Optional.empty(), List.of());
    }
    var faults = new ArrayList<String>();
    var signedBy = new ArrayList<String>();
    var keys = history(whole.get().path("sleutels").path("logboek"));
    if (keys.isEmpty() || !anchors.getFirst().origin().equals(told.path("logboek").asText())) {
      faults.add("De sleutel die u gaf, hoort niet bij dit logboek.");
    } else {
      row(told, keys.get(), faults);
      signature(whole.get(), keys.get(), faults);
      signedBy.addAll(cosignatures(told.path("rij").path("bewijs").asText()));
    }
    var read = ReadStatement.of((ObjectNode) told);
    lines(told, faults);
    return new Outcome(faults, Optional.of(read), signedBy);
  }

  private static Optional<ObjectNode> parse(byte[] file) {
    try {
      if (file.length <= MOST
          && STRICT.readTree(file) instanceof ObjectNode whole
          && Arrays.equals(CanonicalJson.encode(whole), file)) {
        return Optional.of(whole);
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isStatement(JsonNode told) {
    try {
      var _ = YearMonth.parse(told.path("maand").asText());
      var _ = Instant.parse(told.path("tot").asText());
      var _ = Instant.parse(told.path("gemaakt").asText());
    } catch (DateTimeParseException e) {
      return false;
    }
    return told.path("vorm").asText().equals("sluis-maandverklaring/1")
        && told.path("boom").path("bladen").asInt() == LEAVES
        && told.path("heel").isBoolean()
        && told.path("over").isTextual()
        && told.path("regels").isArray()
        && told.path("buiten").isArray();
  }

  private Optional<KeyHistory> history(JsonNode statements) {
    for (var anchor : anchors) {
      try {
        return Optional.of(KeyHistory.read(texts(statements), anchor));
      } catch (IllegalArgumentException _) {
        // Another of them may lead there.
      }
    }
    return Optional.empty();
  }

  private static void row(JsonNode told, KeyHistory keys, List<String> faults) {
    var row = told.path("rij");
    var proof = row.path("bewijs").asText();
    if (ProvenRow.check(proof, keys).isEmpty()) {
      faults.add("Het bewijs dat de rij in het logboek stond, klopt niet.");
    }
    var leaf = leaf(proof);
    var commitment =
        sha256(
            "d1".getBytes(StandardCharsets.US_ASCII),
            bytes(row.path("verhulling")),
            row.path("gegevens").asText().getBytes(StandardCharsets.UTF_8));
    if (leaf.length != LEAF || !Arrays.equals(Arrays.copyOfRange(leaf, 1, 33), commitment)) {
      faults.add("Wat er in de rij van het logboek staat, past niet bij het bewijs.");
    }
    var detail = parse(row.path("gegevens").asText().getBytes(StandardCharsets.UTF_8));
    if (detail.isEmpty()
        || !detail.get().path("soort").asText().equals("maandwortel")
        || !detail.get().path("maand").equals(told.path("maand"))
        || !detail.get().path("tot").equals(told.path("tot"))) {
      faults.add("De rij van het logboek gaat over een andere maand.");
    }
    var tree = told.path("boom");
    var root = detail.map(one -> bytes(one.path("wortel"))).orElse(new byte[0]);
    if (!MerkleProof.includes(
        tree.path("plek").asInt(-1),
        ROOTS,
        new TreeHash().leaf(bytes(tree.path("wortel"))),
        hashes(tree.path("pad")),
        root)) {
      faults.add("De wortel van uw boom staat niet in die rij.");
    }
  }

  private static void signature(ObjectNode whole, KeyHistory keys, List<String> faults) {
    try {
      var said = texts(whole.path("sleutels").path(KeyUse.RECEIPT.word()));
      var periods = UseHistory.read(said, KeyUse.RECEIPT, keys);
      var told = whole.path("verklaring");
      if (!DetachedJws.isSigned(
          Statement.TYPE,
          whole.path("handtekening").asText(),
          CanonicalJson.encode(told),
          periods,
          Instant.parse(told.path("gemaakt").asText()))) {
        faults.add(
            "De handtekening past niet bij dit overzicht: er is iets in veranderd, of het is niet"
                + " van Sluis.");
      }
    } catch (IllegalArgumentException e) {
      faults.add("De sleutel waarmee is getekend, hoort niet bij dit logboek.");
    }
  }

  private static void lines(JsonNode told, List<String> faults) {
    var root = bytes(told.path("boom").path("wortel"));
    int number = 0;
    for (var line : told.path("regels")) {
      number++;
      var hash = leafOf(line.path("velden"));
      var day = line.path("velden").path("dag").path("waarde").asText();
      if (hash.isEmpty()
          || !day.equals(line.path("woorden").path("dag").asText())
          || !day.startsWith(told.path("maand").asText() + "-")
          || !MerkleProof.includes(
              line.path("plaats").asInt(-1), LEAVES, hash.get(), hashes(line.path("pad")), root)) {
        faults.add("Regel %d past niet bij wat is vastgelegd.".formatted(number));
      }
    }
  }

  private static Optional<byte[]> leafOf(JsonNode fields) {
    var digests = new ByteArrayOutputStream();
    for (var name : FIELDS) {
      var field = fields.path(name);
      if (field.has("waarde")) {
        var salt = bytes(field.path("zout"));
        var pair = JsonNodeFactory.instance.arrayNode().add(name).add(field.path("waarde"));
        digests.writeBytes(
            sha256("m1".getBytes(StandardCharsets.US_ASCII), salt, CanonicalJson.encode(pair)));
      } else {
        digests.writeBytes(bytes(field.path("afdruk")));
      }
    }
    boolean isWhole =
        digests.size() == FIELDS.size() * TreeHash.LENGTH && fields.size() == FIELDS.size();
    return isWhole ? Optional.of(new TreeHash().leaf(digests.toByteArray())) : Optional.empty();
  }

  private List<String> cosignatures(String proof) {
    var note = proof.substring(Math.min(proof.length(), proof.indexOf("\n\n") + 2));
    var lines = note.substring(note.lastIndexOf("\n\n") + 1);
    return witnesses.stream()
        .flatMap(key -> Cosignature.find(Cosignature.text(note), lines, key).stream())
        .map(found -> "Getuige %s tekende mee op %s.".formatted(found.witness(), found.at()))
        .toList();
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

  private static byte[] bytes(JsonNode text) {
    try {
      return Base64.getUrlDecoder().decode(text.asText());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static List<byte[]> hashes(JsonNode path) {
    var hashes = new ArrayList<byte[]>();
    path.forEach(one -> hashes.add(bytes(one)));
    return hashes;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static byte[] sha256(byte[]... parts) {
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
}
