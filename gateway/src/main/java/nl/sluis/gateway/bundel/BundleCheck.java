package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.SignedFile;
import nl.sluis.gateway.logbook.WitnessKey;

/// Checks a bundle by a key of the logbook that somebody got by another road, and by nothing else:
/// no database and no network.
///
/// Everything that is wrong is said, each in one Dutch sentence; the page that checks in a browser
/// says the same. May be shared between threads.
public final class BundleCheck {
  /// A bundle is never longer than this, in bytes.
  public static final int MOST = 16 * 1024 * 1024;

  private static final String BROKEN =
      "De handtekening past niet bij deze bundel: er is iets in veranderd, of hij is niet van"
          + " Sluis.";
  private static final String WHAT = "Dit is geen zaakbundel van Sluis, of hij is niet heel.";

  private final SignedFile file;

  /// @param known keys that the logbook had at some time, believed already; one of them must lead
  ///   to those that signed
  /// @param witnesses whose signatures are looked for
  public BundleCheck(KeyHistory known, List<WitnessKey> witnesses) {
    this.file = new SignedFile(known, witnesses);
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
    return SignedFile.parse(file, MOST).filter(whole -> whole.has("bundel")).isPresent();
  }

  /// Checks this file.
  public Outcome check(byte[] bytes) {
    var whole = SignedFile.parse(bytes, MOST);
    var told = whole.map(one -> one.path("bundel")).filter(BundleCheck::hasForm);
    if (whole.isEmpty() || told.isEmpty()) {
      return new Outcome(List.of(WHAT), Optional.empty(), List.of());
    }
    var faults = new ArrayList<String>();
    var signedBy = new ArrayList<String>();
    var keys = file.keys(whole.get(), told.get());
    if (keys.isEmpty()) {
      faults.add("De sleutel die u gaf, hoort niet bij dit logboek.");
    } else {
      row(told.get(), keys.get(), faults);
      SignedFile.signature(whole.get(), told.get(), Bundle.TYPE, keys.get(), BROKEN, faults);
      BundleLines.check(told.get(), checkpoint(told.get(), keys.get(), faults), faults);
      signedBy.addAll(file.cosignatures(signedNote(told.get())));
    }
    return new Outcome(faults, Optional.of(ReadBundle.of(told.get())), signedBy);
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

  private static void row(JsonNode told, KeyHistory keys, List<String> faults) {
    var row = told.path("rij");
    if (!SignedFile.isProven(row, keys)) {
      faults.add("Het bewijs dat de zaak in het logboek is vastgelegd, klopt niet.");
    }
    if (!SignedFile.isCommitted(row)) {
      faults.add("Wat er in die rij van het logboek staat, past niet bij het bewijs.");
    }
    var detail = SignedFile.detail(row, MOST);
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
    return told.has("checkpoint")
        ? told.path("checkpoint").asText()
        : SignedFile.note(told.path("rij").path("bewijs").asText());
  }
}
