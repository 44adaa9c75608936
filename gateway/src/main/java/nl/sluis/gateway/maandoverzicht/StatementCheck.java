package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.SignedFile;
import nl.sluis.gateway.logbook.TreeHash;
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
  private static final List<String> FIELDS =
      List.of("aan", "dag", "doel", "niet", "regel", "rij", "soort", "soorten", "van", "woord");
  private static final String BROKEN =
      "De handtekening past niet bij dit overzicht: er is iets in veranderd, of het is niet van"
          + " Sluis.";
  private static final String FORM = "Dit is geen overzicht van Sluis, of het is niet heel.";

  private final SignedFile file;

  /// @param known keys that the logbook had at some time, believed already; one of them must lead
  ///   to those that signed
  /// @param witnesses whose signatures are looked for
  public StatementCheck(KeyHistory known, List<WitnessKey> witnesses) {
    this.file = new SignedFile(known, witnesses);
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
  public Outcome check(byte[] bytes) {
    var whole = SignedFile.parse(bytes, MOST);
    if (whole.isEmpty()) {
      return new Outcome(List.of(FORM), Optional.empty(), List.of());
    }
    var told = whole.get().path("verklaring");
    if (!isStatement(told)) {
      return new Outcome(List.of(FORM), Optional.empty(), List.of());
    }
    var faults = new ArrayList<String>();
    var signedBy = new ArrayList<String>();
    var keys = file.keys(whole.get(), told);
    if (keys.isEmpty()) {
      faults.add("De sleutel die u gaf, hoort niet bij dit logboek.");
    } else {
      row(told, keys.get(), faults);
      SignedFile.signature(whole.get(), told, Statement.TYPE, keys.get(), BROKEN, faults);
      signedBy.addAll(file.cosignatures(SignedFile.note(told.path("rij").path("bewijs").asText())));
    }
    var read = ReadStatement.of((ObjectNode) told);
    lines(told, faults);
    return new Outcome(faults, Optional.of(read), signedBy);
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

  private static void row(JsonNode told, KeyHistory keys, List<String> faults) {
    var row = told.path("rij");
    if (!SignedFile.isProven(row, keys)) {
      faults.add("Het bewijs dat de rij in het logboek stond, klopt niet.");
    }
    if (!SignedFile.isCommitted(row)) {
      faults.add("Wat er in de rij van het logboek staat, past niet bij het bewijs.");
    }
    var detail = SignedFile.detail(row, MOST);
    if (detail.isEmpty()
        || !detail.get().path("soort").asText().equals("maandwortel")
        || !detail.get().path("maand").equals(told.path("maand"))
        || !detail.get().path("tot").equals(told.path("tot"))) {
      faults.add("De rij van het logboek gaat over een andere maand.");
    }
    var tree = told.path("boom");
    var root = detail.map(one -> SignedFile.bytes(one.path("wortel"))).orElse(new byte[0]);
    if (!MerkleProof.includes(
        tree.path("plek").asInt(-1),
        ROOTS,
        new TreeHash().leaf(SignedFile.bytes(tree.path("wortel"))),
        hashes(tree.path("pad")),
        root)) {
      faults.add("De wortel van uw boom staat niet in die rij.");
    }
  }

  private static void lines(JsonNode told, List<String> faults) {
    var root = SignedFile.bytes(told.path("boom").path("wortel"));
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
        var salt = SignedFile.bytes(field.path("zout"));
        var pair = JsonNodeFactory.instance.arrayNode().add(name).add(field.path("waarde"));
        digests.writeBytes(
            SignedFile.sha256(
                "m1".getBytes(StandardCharsets.US_ASCII), salt, CanonicalJson.encode(pair)));
      } else {
        digests.writeBytes(SignedFile.bytes(field.path("afdruk")));
      }
    }
    boolean isWhole =
        digests.size() == FIELDS.size() * TreeHash.LENGTH && fields.size() == FIELDS.size();
    return isWhole ? Optional.of(new TreeHash().leaf(digests.toByteArray())) : Optional.empty();
  }

  private static List<byte[]> hashes(JsonNode path) {
    var hashes = new ArrayList<byte[]>();
    path.forEach(one -> hashes.add(SignedFile.bytes(one)));
    return hashes;
  }
}
