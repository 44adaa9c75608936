package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.PolicySigning;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.controlebeleid.PolicyShelf;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An organisation adopts a control policy with its own signature. From its day on it decides how
/// long its tasks may take and where two people must look, and for no other organisation.
final class AdoptionSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin VT = new Oin("00000099000000302000");
  private static final PolicyShelf SHELF = PolicyShelf.of(Optional.empty());
  private static final ControlPolicy MODEL = SHELF.policies().all().getFirst();
  private static final Duration MONTH = Duration.ofDays(31);

  private static final Map<Oin, SimulatedPartner> PARTNERS = new HashMap<>();

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    assertThat(PolicySigning.sign(partner(SCHOOL), MODEL, today()).status()).isEqualTo(201);
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    PARTNERS.values().forEach(SimulatedPartner::close);
    gateway.close();
  }

  @Test
  void a_signature_is_on_record_with_its_row_and_counts_from_its_day() throws Exception {
    var standing = read(partner(SCHOOL));

    assertThat(standing.at("/versies/0/digest").asText()).isEqualTo(MODEL.digest());
    assertThat(standing.at("/vastgesteld/0/vanaf").asText()).isEqualTo(today().toString());
    assertThat(standing.at("/vastgesteld/0/geldtNu").asBoolean()).isTrue();
    assertThat(rows(SCHOOL)).isOne();
  }

  @Test
  void what_one_organisation_adopted_is_nothing_to_another() throws Exception {
    assertThat(read(partner(VT)).get("vastgesteld")).isEmpty();
    assertThat(read(partner(VT)).get("versies")).isNotEmpty();
  }

  @Test
  void the_same_signature_again_adds_nothing() {
    assertThat(PolicySigning.sign(partner(SCHOOL), MODEL, today()).status()).isEqualTo(200);
    assertThat(rows(SCHOOL)).isOne();
  }

  @Test
  void what_says_something_else_than_the_text_and_the_day_binds_nobody() {
    assertThat(wrong("digest", "0".repeat(64))).contains("digest hoort niet bij de tekst");
    assertThat(wrong("versie", "2031-01")).contains("andere versie dan het adres");
    assertThat(wrong("vanaf", today().minusDays(1).toString())).contains("niet voor vandaag");
    assertThat(wrong("vanaf", "morgen")).contains("niet voor vandaag");
    assertThat(wrong("iss", SCHOOL.value())).contains("verklaring-onjuist");
    assertThat(rows(CJG)).isZero();
  }

  private static String wrong(String field, String value) {
    var over = JsonNodeFactory.instance.objectNode().put(field, value);
    var answer = PolicySigning.sign(partner(CJG), partner(CJG), MODEL, today(), over);
    assertThat(answer.status()).as(field).isEqualTo(400);
    return answer.body();
  }

  @Test
  void from_its_day_on_a_task_gets_no_more_time_than_the_organisation_gives_itself()
      throws Exception {
    var now = gateway.gateway().clock().instant();
    var given = now.plus(MONTH);

    var own = open(SCHOOL, TaskKind.STOP_NOT_CONFIRMED, given, now);
    var other = open(VT, TaskKind.STOP_NOT_CONFIRMED, given, now);
    var shorter = open(SCHOOL, TaskKind.STOP_NOT_CONFIRMED, now.plusSeconds(60), now);

    var last = today().plusDays(8).atStartOfDay(Age.CALENDAR).toInstant();
    assertThat(task(SCHOOL, own).get("uiterlijk").asText()).isEqualTo(last.toString());
    assertThat(task(VT, other).get("uiterlijk").asText()).isEqualTo(given.toString());
    assertThat(task(SCHOOL, shorter).get("uiterlijk").asText())
        .as("the law gives less")
        .isEqualTo(now.plusSeconds(60).toString());
  }

  @Test
  void where_it_asks_for_two_a_system_closes_nothing_with_one_word() throws Exception {
    var now = gateway.gateway().clock().instant();
    var due = now.plus(MONTH);

    var school = close(SCHOOL, "school-ib", open(SCHOOL, TaskKind.TALK_DISPUTED, due, now));
    var plain = close(SCHOOL, "school-ib", open(SCHOOL, TaskKind.ASK_AGAIN, due, now));
    var none = close(VT, "veilig-thuis", open(VT, TaskKind.TALK_DISPUTED, due, now));

    assertThat(school).startsWith("403").contains("tweede-persoon-nodig");
    assertThat(plain).startsWith("201");
    assertThat(none).startsWith("201");
  }

  @Test
  void what_begins_tomorrow_does_not_count_today() throws Exception {
    var school = new Oin("00000099000000202000");
    assertThat(PolicySigning.sign(partner(school), MODEL, today().plusDays(1)).status())
        .isEqualTo(201);

    var standing = read(partner(school));

    assertThat(standing.at("/vastgesteld/0/geldtNu").asBoolean()).isFalse();
  }

  private static UUID open(Oin oin, TaskKind kind, Instant due, Instant now) throws SQLException {
    var about = UUID.randomUUID();
    var terms = new Adopted(DevSettings.REGION, SHELF).terms();
    var tasks = new Tasks(DevSettings.REGION, gateway.gateway().clock(), terms);
    try (var tx = gateway.gateway().database().owner()) {
      assertThat(tasks.open(tx, new Task(kind, oin, Optional.empty(), about, due), now)).hasSize(1);
    }
    return about;
  }

  private static JsonNode task(Oin oin, UUID about) throws IOException {
    for (var task : new JsonMapper().readTree(partner(oin).get("/v1/taken").body()).get("taken")) {
      if (task.get("over").asText().equals(about.toString())) {
        return task;
      }
    }
    throw new AssertionError("no task is about this");
  }

  private static String close(Oin oin, String role, UUID about) throws IOException {
    var json =
        "{\"namens\":{\"oin\":\"%s\",\"rol\":\"%s\"},\"toelichting\":\"Besproken.\"}"
            .formatted(oin.value(), role);
    var path = "/v1/taken/" + task(oin, about).get("id").asText() + "/afhandelingen";
    var answer = partner(oin).postJson(path, json);
    return answer.status() + " " + answer.body();
  }

  private static long rows(Oin oin) {
    return gateway.gateway().logbook().rows().stream()
        .flatMap(row -> row.detail().stream())
        .filter(row -> row.path("soort").asText().equals("controlebeleid"))
        .filter(row -> row.path("partij").asText().equals(oin.value()))
        .count();
  }

  private static JsonNode read(SimulatedPartner partner) throws IOException {
    return new JsonMapper().readTree(partner.get("/v1/controlebeleid").body());
  }

  private static LocalDate today() {
    return gateway.gateway().clock().instant().atZone(Age.CALENDAR).toLocalDate();
  }

  private static SimulatedPartner partner(Oin oin) {
    return PARTNERS.computeIfAbsent(oin, one -> gateway.gateway().partner(one, one.value()));
  }
}
