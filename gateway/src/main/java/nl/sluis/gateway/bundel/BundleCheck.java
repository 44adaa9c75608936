package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.gateway.logbook.UseHistory;
import nl.sluis.gateway.logbook.WitnessKey;

/// Checks a bundle by a key of the logbook that somebody got by another road, and by nothing else:
/// no database and no network.
///
/// Everything that is wrong is said, each in one Dutch sentence; the page that checks in a browser
/// says the same. May be shared between threads.
public final class BundleCheck {
  /// A bundle is never longer than this, in bytes.
  public static final int MOST = 16 * 1024 * 1024;

  private static final int LEAF = 65;
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String WHAT = "Dit is geen zaakbundel van Sluis, of hij is niet heel.";

  private final List<LogKey> anchors;
  private final List<WitnessKey> witnesses;

  /// @param known keys that the logbook had at some time, believed already; one of them must lead
  ///   to those that signed
  /// @param witnesses whose signatures are looked for
  public BundleCheck(KeyHistory known, List<WitnessKey> witnesses) {
    this.anchors = known.periods().stream().map(KeyHistory.Period::key).toList();
    this.witnesses = List.copyOf(witnesses);
  }

  /// What was found.
  ///
  /// @param faults what is wrong; none when all of it holds
  /// @param read what stands in it; empty when it cannot be read
  /// @param signedBy the witnesses that put their signature under it, each with its moment
  public record Outcome(List<String> faults, Optional<ReadBundle> read, List<String> signedBy) {
    /// Copies its lists.
    public Outcome {
      faults = List.copyOf(faults);
      signedBy = List.copyOf(signedBy);
    }
  }

  /// Is this file a bundle, right or wrong, and not the statement of a month?
  public static boolean isBundle(byte[] file) {
    return parse(file).filter(whole -> whole.has("bundel")).isPresent();
  }

  /// Checks this file.
  public Outcome check(byte[] file) {
    var whole = parse(file);
    var told = whole.map(one -> one.path("bundel")).filter(BundleCheck::hasForm);
    if (whole.isEmpty() || told.isEmpty()) {
      return new Outcome(List.of(WHAT), Optional.empty(), List.of());
    }
    var faults = new ArrayList<String>();
    var signedBy = new ArrayList<String>();
    var keys = history(whole.get().path("sleutels").path("logboek"));
    if (keys.isEmpty()
        || !anchors.getFirst().origin().equals(told.get().path("logboek").asText())) {
      faults.add("De sleutel die u gaf, hoort niet bij dit logboek.");
    } else {
      row(told.get(), keys.get(), faults);
      signature(whole.get(), keys.get(), faults);
      BundleLines.check(told.get(), checkpoint(told.get(), keys.get(), faults), faults);
      signedBy.addAll(cosignatures(signedNote(told.get())));
    }
    return new Outcome(faults, Optional.of(ReadBundle.of(told.get())), signedBy);
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

  private static boolean hasForm(JsonNode told) {
    try {
      var _ = Instant.parse(told.path("gemaakt").asText());
    } catch (DateTimeParseException e) {
      return false;
    }
    return told.path("vorm").asText().equals(Bundle.FORM)
        && told.path("boom").path("bladen").asInt() == CaseTree.LEAVES
        && told.path("zaak").isTextual()
        && told.path("organisatie").isTextual()
        && Receiver.of(told.path("voor").asText()).isPresent()
        && told.path("regels").isArray();
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
      faults.add("Het bewijs dat de zaak in het logboek is vastgelegd, klopt niet.");
    }
    var leaf = leaf(proof);
    var commitment =
        sha256(
            "d1".getBytes(StandardCharsets.US_ASCII),
            bytes(row.path("verhulling")),
            row.path("gegevens").asText().getBytes(StandardCharsets.UTF_8));
    if (leaf.length != LEAF || !Arrays.equals(Arrays.copyOfRange(leaf, 1, 33), commitment)) {
      faults.add("Wat er in die rij van het logboek staat, past niet bij het bewijs.");
    }
    var detail = parse(row.path("gegevens").asText().getBytes(StandardCharsets.UTF_8));
    if (detail.isEmpty()
        || !detail.get().path("soort").asText().equals("zaak")
        || !detail.get().path("zaak").equals(told.path("zaak"))
        || !detail.get().path("organisatie").equals(told.path("organisatie"))) {
      faults.add("Die rij van het logboek gaat over een andere zaak.");
    }
    if (detail.isEmpty() || !detail.get().path("wortel").equals(told.path("boom").path("wortel"))) {
      faults.add("De wortel van deze bundel staat niet in die rij.");
    }
  }

  private static void signature(ObjectNode whole, KeyHistory keys, List<String> faults) {
    try {
      var said = texts(whole.path("sleutels").path(KeyUse.RECEIPT.word()));
      var periods = UseHistory.read(said, KeyUse.RECEIPT, keys);
      var told = whole.path("bundel");
      if (!DetachedJws.isSigned(
          Bundle.TYPE,
          whole.path("handtekening").asText(),
          CanonicalJson.encode(told),
          periods,
          Instant.parse(told.path("gemaakt").asText()))) {
        faults.add(
            "De handtekening past niet bij deze bundel: er is iets in veranderd, of hij is niet van"
                + " Sluis.");
      }
    } catch (IllegalArgumentException e) {
      faults.add("De sleutel waarmee is getekend, hoort niet bij dit logboek.");
    }
  }

  /// The checkpoint of the rows; none when no place is open.
  private static Optional<OpenedCheckpoint> checkpoint(
      JsonNode told, KeyHistory keys, List<String> faults) {
    if (!told.has("checkpoint")) {
      return Optional.empty();
    }
    var opened = keys.open(told.path("checkpoint").asText());
    if (opened.isEmpty()) {
      faults.add("Het checkpoint van de rijen is niet door dit logboek getekend.");
    }
    var stamped = told.path("tijdstempel").path("checkpoint").asText();
    if (!told.path("checkpoint").asText().startsWith(stamped)) {
      faults.add("Het tijdstempel gaat over een ander checkpoint.");
    }
    return opened;
  }

  /// Under what witnesses are looked for: the checkpoint of the rows, or else that of the case.
  private static String signedNote(JsonNode told) {
    var proof = told.path("rij").path("bewijs").asText();
    return told.has("checkpoint")
        ? told.path("checkpoint").asText()
        : proof.substring(Math.min(proof.length(), proof.indexOf("\n\n") + 2));
  }

  private List<String> cosignatures(String note) {
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

  static byte[] bytes(JsonNode text) {
    try {
      return Base64.getUrlDecoder().decode(text.asText());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
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
