package nl.sluis.gateway.herstel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.bewijs.ReceiptSigner;
import nl.sluis.gateway.keys.DetachedJws;
import nl.sluis.gateway.keys.UsePeriod;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.ProvenRow;

/// Reads receipts that somebody kept, and believes of them what the logbook signed under its name
/// of before the restore. Pure; may be shared between threads.
///
/// A receipt of a consent is believed for what it says when the key of receipts signed it and the
/// row under it is proven; any other receipt proves that its row was there. A yes is never read out
/// of one: who may say yes says it again (AVG 7(1)).
public final class ReceiptReader {
  private static final int MOST = 256 * 1024;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> STOPS = Set.of("ingetrokken", "geweigerd", "betwist");
  private static final String PROOF = "c2sp.org/tlog-proof@v1\n";

  private final Restore restore;
  private final KeyHistory keys;
  private final List<UsePeriod> receiptKeys;

  /// @param keys every key that signed the logbook, those of before the restore among them
  /// @param receiptKeys every key that signed receipts
  public ReceiptReader(Restore restore, KeyHistory keys, List<UsePeriod> receiptKeys) {
    this.restore = restore;
    this.keys = keys;
    this.receiptKeys = List.copyOf(receiptKeys);
  }

  /// What a receipt proves of a row that is missing.
  ///
  /// @param text a receipt of consent (compact JWS), a `c2sp.org/tlog-proof@v1`, or an answer of
  ///   Sluis as JSON that holds one as `ontvangstbewijs`
  /// @throws IllegalArgumentException saying in Dutch why it proves nothing here
  public Proven read(String text) {
    if (text.length() > MOST) {
      throw new IllegalArgumentException("langer dan een ontvangstbewijs kan zijn");
    }
    if (text.startsWith(PROOF)) {
      return new Proven.Row(row(text));
    }
    var trimmed = text.strip();
    return trimmed.startsWith("{")
        ? new Proven.Row(row(json(trimmed).path("ontvangstbewijs").asText()))
        : consent(trimmed);
  }

  private long row(String proof) {
    var proven =
        ProvenRow.check(proof, keys)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "geen bewijs dat met een sleutel van dit logboek is getekend"));
    var note = proof.substring(proof.indexOf("\n\n") + 2);
    var seen = restore.seen();
    if (!note.startsWith(restore.before() + "\n") || !restore.misses(proven.index())) {
      throw new IllegalArgumentException(
          "bewijst rij %d, en die ontbreekt niet".formatted(proven.index()));
    }
    boolean other =
        proven.size() > seen.size()
            || (proven.size() == seen.size()
                && keys.open(note)
                    .filter(opened -> Arrays.equals(opened.root(), seen.root()))
                    .isEmpty());
    if (other) {
      throw new IllegalArgumentException(
          "is van een logboek dat anderen niet zagen; bewaar dit bestand en begin opnieuw met het"
              + " grootste controlepunt dat er is");
    }
    return proven.index();
  }

  private Proven consent(String jws) {
    var parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("geen ontvangstbewijs");
    }
    var words = new Base64URL(parts[1]).decode();
    var said = json(words);
    var at = Instant.ofEpochSecond(said.path("iat").asLong());
    if (!DetachedJws.isSigned(
        ReceiptSigner.TYP, parts[0] + ".." + parts[2], words, receiptKeys, at)) {
      throw new IllegalArgumentException("niet getekend met een sleutel voor bewijzen van Sluis");
    }
    var row = row(said.path("sluis:logboek").asText());
    var record = said.path("dpv:hasRecordOfActivity").path(0);
    var state = record.path("dpv:hasConsentStatus").path(0);
    var word = state.path("sluis:gebeurtenis").asText();
    if (!STOPS.contains(word)) {
      return new Proven.Row(row);
    }
    try {
      var categories = new ArrayList<String>();
      state.path("sluis:alleenCategorieen").forEach(one -> categories.add(one.asText()));
      return new Proven.Stop(
          row,
          UUID.fromString(record.path("dct:identifier").asText()),
          state.path("dpv:isIndicatedBy").path("@id").asText(),
          word,
          categories,
          Instant.parse(state.path("dpv:isIndicatedAtTime").asText()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException("getekend, en toch niet te lezen", e);
    }
  }

  private static JsonNode json(String text) {
    return json(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("geen ontvangstbewijs", e);
    }
  }
}
