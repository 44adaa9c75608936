package nl.sluis.gateway.fsc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.inzicht.Household;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Beside.Made;
import nl.sluis.gateway.trace.Crossing;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

class RecordsSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant AT = Instant.parse("2026-11-26T22:00:00.5Z");
  private static final Oin SLUIS = new Oin("00000099000000001000");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin SUPPLIER = new Oin("00000099000000901000");
  private static final UUID EXCHANGE = new UUID(4, 5);
  private static final SplittableRandom RANDOM = new SplittableRandom(3);
  private static final Grants GRANTS =
      new Grants(
          new CurrentLaw(Law.ofExample(Household.WORDS)),
          SLUIS,
          "sluis.example/kennemerland",
          "ab".repeat(32));

  @Test
  void what_comes_in_names_who_asked_and_sluis_and_never_for_whom_it_was() {
    for (var kind : List.of(EntryKind.ACCEPTED, EntryKind.HELD, EntryKind.REFUSED)) {
      var asked = crossing(SCHOOL);

      var told = told(List.of(made(asked, decided(kind, SCHOOL))));

      assertThat(told).hasSize(1);
      assertThat(told.getFirst().toString())
          .contains("DIRECTION_INCOMING", SCHOOL.value(), asked.number().toString())
          .doesNotContain(CJG.value(), "delegator", EXCHANGE.toString());
    }
  }

  @Test
  void a_supplier_acts_for_a_school_only_when_its_mandate_was_seen_to_hold() throws Exception {
    var row = decided(EntryKind.ACCEPTED, SCHOOL);
    var held = told(List.of(made(crossing(SUPPLIER), row))).getFirst();
    assertThat(held.at("/source/type").asText()).isEqualTo("SOURCE_TYPE_DELEGATED_SOURCE");
    assertThat(held.at("/source/outway_peer_id").asText()).isEqualTo(SUPPLIER.value());
    assertThat(held.at("/source/delegator_peer_id").asText()).isEqualTo(SCHOOL.value());
    assertThat(held.path("grant_hash").asText()).startsWith("$1$4$");

    var without = decided(EntryKind.REFUSED, SCHOOL);
    without
        .detail()
        .set("redenen", JSON.readTree("[{\"code\":\"MANDAAT_ONTBREEKT\",\"over\":\"\"}]"));
    var refused = told(List.of(made(crossing(SUPPLIER), without))).getFirst();
    assertThat(refused.toString()).doesNotContain(SCHOOL.value());
    assertThat(refused.path("grant_hash").asText()).startsWith("$1$3$");
  }

  @Test
  void a_disclosure_goes_on_under_the_number_under_which_it_came_in() {
    var number = fresh();
    var asked = crossing(CJG);

    var told = told(List.of(made(asked, handed(EntryKind.DISCLOSED))), Map.of(EXCHANGE, number));

    assertThat(told).hasSize(2);
    var out = told.get(1);
    assertThat(out.path("transaction_id").asText()).isEqualTo(number.toString());
    assertThat(out.path("direction").asText()).isEqualTo("DIRECTION_OUTGOING");
    assertThat(out.at("/source/outway_peer_id").asText()).isEqualTo(SLUIS.value());
    assertThat(out.at("/source/delegator_peer_id").asText()).isEqualTo(SCHOOL.value());
    assertThat(out.at("/destination/service_peer_id").asText()).isEqualTo(CJG.value());
    assertThat(out.at("/destination/type").asText()).isEqualTo("DESTINATION_TYPE_DESTINATION");
    assertThat(out.path("created_at").asLong()).isEqualTo(AT.getEpochSecond());
    assertThat(asked.carried()).contains(number);
  }

  @Test
  void who_fetches_for_another_is_the_destination_and_that_other_its_delegator() {
    var told = told(List.of(made(crossing(SUPPLIER), handed(EntryKind.DISCLOSED))));

    assertThat(told.getFirst().at("/source/delegator_peer_id").asText()).isEqualTo(CJG.value());
    var destination = told.get(1).path("destination");
    assertThat(destination.path("type").asText())
        .isEqualTo("DESTINATION_TYPE_DELEGATED_DESTINATION");
    assertThat(destination.path("service_peer_id").asText()).isEqualTo(SUPPLIER.value());
    assertThat(destination.path("delegator_peer_id").asText()).isEqualTo(CJG.value());
  }

  @Test
  void what_is_brought_to_a_door_has_a_record_without_anybody_asking() {
    var told = told(List.of(new Made(Optional.empty(), List.of(handed(EntryKind.DISCLOSED)))));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().at("/destination/service_peer_id").asText()).isEqualTo(CJG.value());
  }

  @Test
  void only_a_disclosure_reaches_a_receiver() {
    var reached = new ArrayList<EntryKind>();
    for (var kind : EntryKind.values()) {
      var told = told(List.of(made(crossing(SCHOOL), handed(kind))));
      if (told.stream().anyMatch(one -> one.at("/destination").toString().contains(CJG.value()))) {
        reached.add(kind);
      }
    }

    assertThat(reached).containsExactly(EntryKind.DISCLOSED);
  }

  private static List<ObjectNode> told(List<Made> made) {
    return told(made, Map.of());
  }

  private static List<ObjectNode> told(List<Made> made, Map<UUID, TransactionNumber> numbers) {
    return new Records(GRANTS, numbers, RecordsSpec::fresh, UUID::randomUUID, AT)
        .of(made).stream().map(record -> record.told(SLUIS)).toList();
  }

  private static Made made(Crossing crossing, Entry row) {
    return new Made(Optional.of(crossing), List.of(row));
  }

  private static Crossing crossing(Oin caller) {
    return new Crossing(UUID.randomUUID(), fresh(), caller, "cd".repeat(32));
  }

  private static TransactionNumber fresh() {
    return TransactionNumber.at(AT, RANDOM);
  }

  private static Entry decided(EntryKind kind, Oin sender) {
    var detail = JSON.createObjectNode().put("transactie", EXCHANGE.toString());
    var question = detail.putObject("vraag");
    question.putObject("van").put("oin", sender.value());
    question.putObject("aan").put("oin", CJG.value());
    return new Entry(kind, Optional.empty(), detail);
  }

  private static Entry handed(EntryKind kind) {
    var detail = JSON.createObjectNode().put("transactie", EXCHANGE.toString());
    detail.putObject("van").put("oin", SCHOOL.value());
    detail.putObject("aan").put("oin", CJG.value());
    return new Entry(kind, Optional.empty(), detail);
  }
}
