package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nobody can tell afterwards whether somebody worked at the desk or a connected system did: not in
/// the logbook, and not the receiver, who gets the same parcel.
final class DeskSamenessSpec {
  private static final String STORY =
      """
      titel: Hetzelfde bericht, van een systeem en van een mens aan de werkplek
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - stap: systeem stuurt
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - stap: systeem leest
          haal op: {door: cjg als cjg-coach, pakket van: systeem stuurt}
        - stap: systeem bevestigt
          bevestig: {door: cjg als cjg-coach, pakket van: systeem stuurt}
        - stap: mens stuurt
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders], via: werkplek}
        - stap: systeem leest van mens
          haal op: {door: cjg als cjg-coach, pakket van: mens stuurt}
        - stap: mens bevestigt
          bevestig: {door: cjg als cjg-coach, pakket van: mens stuurt, via: werkplek}
        - stap: systeem stuurt weer
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - stap: mens leest
          haal op: {door: cjg als cjg-coach, pakket van: systeem stuurt weer, via: werkplek}
          verwacht: {bevat: [klas]}
        - stap: systeem stuurt minder
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01], voorwaarden: [besproken-met-ouders]}
          verwacht: {status: 403}
      """;

  private static final DevPostgres POSTGRES = DevPostgres.shared();
  private static final Map<String, List<JsonNode>> ROWS = new LinkedHashMap<>();
  private static final Map<String, Observed> SEEN = new LinkedHashMap<>();

  private static DevGateway gateway;
  private static int read;

  @BeforeAll
  static void the_same_is_done_twice() throws IOException {
    var scenario = Foreword.read(STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    Foreword.on(
        gateway,
        scenario,
        (label, scene) -> {
          ROWS.put(label, newRows());
          SEEN.put(label, scene.seen(label));
        });
  }

  /// The rows about an exchange since this was last asked, as they stand in the logbook.
  private static List<JsonNode> newRows() {
    var all = gateway.logbook().rows();
    var since = all.subList(read, all.size());
    read = all.size();
    return since.stream()
        .<JsonNode>map(row -> row.detail().orElseThrow())
        .filter(row -> row.has("transactie"))
        .map(Alike::of)
        .toList();
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static List<JsonNode> of(String label) {
    var rows = Objects.requireNonNull(ROWS.get(label));
    assertThat(rows).as(label).isNotEmpty();
    return rows;
  }

  @Test
  void a_message_from_the_desk_leaves_the_rows_of_one_from_a_connected_system() {
    assertThat(of("mens stuurt")).isEqualTo(of("systeem stuurt"));
    assertThat(of("systeem leest van mens")).isEqualTo(of("systeem leest"));
  }

  @Test
  void its_receiver_gets_the_same_parcel_to_the_order_of_its_parts_and_the_length_of_its_seals() {
    assertThat(parcel("systeem leest van mens")).isEqualTo(parcel("systeem leest"));
    assertThat(parcel("systeem leest"))
        .anyMatch(part -> part.startsWith("handelend"))
        .anyMatch(part -> part.contains("verzegeld"));
  }

  private static List<String> parcel(String label) {
    return Alike.message(Objects.requireNonNull(SEEN.get(label)).text("bericht"));
  }

  @Test
  void what_is_read_and_acknowledged_at_the_desk_leaves_the_same_rows_too() {
    assertThat(of("mens leest")).isEqualTo(of("systeem leest"));
    assertThat(of("mens bevestigt")).isEqualTo(of("systeem bevestigt"));
  }

  @Test
  void what_differs_in_one_category_is_not_taken_for_the_same() {
    assertThat(of("systeem stuurt minder")).isNotEqualTo(of("systeem stuurt"));
  }
}
