package nl.sluis.dev.proef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.Rig;
import org.jspecify.annotations.Nullable;

/// Compares three stories of what happened: that of the partners, of the logbook, of the postbus.
final class Verdict {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PARCELS =
      """
      select id::text, transaction_id::text, state, released_row
      from parcel
      where region = ?
      """;

  private final Records records;
  private final LogRows log;
  private final List<String> faults = new ArrayList<>();

  private Verdict(Records records, LogRows log) {
    this.records = records;
    this.log = log;
  }

  /// What is wrong; empty when the three agree.
  static List<String> of(Rig rig, Records records) {
    var report = rig.checkLogbook();
    var verdict = new Verdict(records, LogRows.read(rig));
    report.findings().forEach(finding -> verdict.faults.add(finding.text()));
    verdict.acknowledgements();
    verdict.disclosures(verdict.parcels(rig));
    return verdict.faults;
  }

  /// G8: what was acknowledged is there, once, under the number that the sender was told.
  private void acknowledgements() {
    var accepted = new HashMap<String, List<LogRows.Row>>();
    log.of("aangenomen")
        .forEach(row -> accepted.computeIfAbsent(row.text("jti"), _ -> new ArrayList<>()).add(row));
    accepted.forEach(
        (jti, rows) -> {
          if (rows.size() != 1) {
            faults.add("een bericht is %d keer aangenomen".formatted(rows.size()));
          }
        });
    records
        .acknowledged()
        .forEach(
            (jti, ack) -> {
              var rows = accepted.getOrDefault(jti, List.of());
              if (rows.isEmpty()) {
                faults.add("een bevestigd bericht staat niet in het logboek");
              } else if (!rows.getFirst().text("transactie").equals(ack.transaction())
                  || !rows.getFirst().text("pakket").equals(ack.parcel())) {
                faults.add("een bevestigd bericht staat onder een ander nummer in het logboek");
              }
            });
  }

  private record Parcel(String transaction, String state, long releasedRow) {}

  private Map<String, Parcel> parcels(Rig rig) {
    var parcels = new HashMap<String, Parcel>();
    try (var owner = rig.postgres().database().owner();
        var query = owner.prepareStatement(PARCELS)) {
      query.setString(1, Rig.REGION);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          var released = row.getLong(4);
          parcels.put(
              row.getString(1),
              new Parcel(row.getString(2), row.getString(3), row.wasNull() ? -1 : released));
        }
      }
      return parcels;
    } catch (SQLException e) {
      throw new IllegalStateException("the postbus cannot be read", e);
    }
  }

  /// G1 and G4: nothing left without a row before it, and each parcel was disclosed once.
  private void disclosures(Map<String, Parcel> parcels) {
    var disclosed = new HashMap<String, List<LogRows.Row>>();
    var nonces = new HashMap<String, List<String>>();
    for (var row : log.rows()) {
      if (row.kind().equals("verstrekt") || row.kind().equals("heruitgereikt")) {
        nonces.computeIfAbsent(row.text("pakket"), _ -> new ArrayList<>()).add(row.nonce());
      }
      if (row.kind().equals("verstrekt")) {
        disclosed.computeIfAbsent(row.text("pakket"), _ -> new ArrayList<>()).add(row);
      }
    }
    records
        .received()
        .forEach(
            (parcel, copies) -> {
              var known = nonces.getOrDefault(parcel, List.of());
              if (copies.stream().anyMatch(copy -> !known.contains(nonce(copy)))) {
                faults.add("er ging iets weg dat niet in het logboek staat");
              }
            });
    disclosed.forEach((parcel, rows) -> once(rows, parcels.get(parcel)));
    records
        .acknowledged()
        .values()
        .forEach(
            ack -> {
              if (!parcels.containsKey(ack.parcel())) {
                faults.add("een bevestigd pakket ligt niet in de postbus");
              }
            });
    parcels.forEach(
        (id, parcel) -> {
          var out = parcel.state().equals("uitgereikt") || parcel.state().equals("bevestigd");
          if (out != disclosed.containsKey(id)) {
            faults.add("de postbus en het logboek zijn het oneens over een pakket");
          }
        });
  }

  private void once(List<LogRows.Row> rows, @Nullable Parcel parcel) {
    if (rows.size() != 1) {
      faults.add("een pakket is %d keer verstrekt".formatted(rows.size()));
    }
    if (parcel == null || parcel.releasedRow() != rows.getFirst().index()) {
      faults.add("een pakket wijst niet naar de rij van zijn verstrekking");
    }
  }

  /// The nonce of the key binding at the end of a hand-over.
  private static String nonce(String handOver) {
    var binding = handOver.substring(handOver.lastIndexOf('~') + 1);
    var payload = Base64.getUrlDecoder().decode(binding.split("\\.", 3)[1]);
    try {
      return JSON.readTree(new String(payload, StandardCharsets.UTF_8)).path("nonce").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
