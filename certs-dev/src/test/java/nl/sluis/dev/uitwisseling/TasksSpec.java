package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an organisation must do is seen by itself alone, comes to attention once when it is late,
/// and ends with who says what became of it.
final class TasksSpec {
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_DIRECTEUR);
  private static final PartyRole CJG =
      new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH);

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void only_the_organisation_itself_sees_and_ends_its_task() throws Exception {
    var about = UUID.randomUUID();
    open(about, Duration.ofDays(7));

    assertThat(list(school()).findValuesAsText("over")).contains(about.toString());
    assertThat(list(cjg()).findValuesAsText("over")).isEmpty();

    var id = idOf(about);
    assertThat(end(cjg(), CJG, id)).isEqualTo(404);
    assertThat(end(school(), SCHOOL, id)).isEqualTo(201);
    assertThat(end(school(), SCHOOL, id)).isEqualTo(404);
    assertThat(list(school()).findValuesAsText("over")).doesNotContain(about.toString());
  }

  @Test
  void a_task_is_opened_once_for_what_it_is_about() throws Exception {
    var about = UUID.randomUUID();

    assertThat(open(about, Duration.ofDays(7))).isOne();
    assertThat(open(about, Duration.ofDays(9))).isZero();
  }

  @Test
  void a_task_whose_day_has_passed_comes_to_attention_once() throws Exception {
    var about = UUID.randomUUID();
    open(about, Duration.ofHours(1));

    gateway.gateway().moveClock(gateway.gateway().clock().instant().plus(Duration.ofHours(2)));
    gateway.gateway().runHousekeeping();
    gateway.gateway().runHousekeeping();

    assertThat(gateway.gateway().logbook().kinds()).containsOnlyOnce("escalatie");
    assertThat(task(about).get("teLaat").asBoolean()).isTrue();
    assertThat(end(school(), SCHOOL, idOf(about))).isEqualTo(201);
  }

  @Test
  void a_system_closes_with_a_word_only_what_ends_with_a_word() throws Exception {
    for (var kind : TaskKind.values()) {
      var about = UUID.randomUUID();
      open(kind, about, Duration.ofDays(7));
      var path = "/v1/taken/" + idOf(about) + "/afhandelingen";

      var answer = school().postJson(path, json(SCHOOL));

      if (kind.end().bySystem()) {
        assertThat(answer.status()).as(kind.code()).isEqualTo(201);
      } else {
        assertThat(answer.status()).as(kind.code()).isEqualTo(403);
        assertThat(answer.body())
            .as(kind.code())
            .contains("\"code\":\"taak-eindigt-elders\"", kind.end().elsewhere());
        assertThat(list(school()).findValuesAsText("over")).contains(about.toString());
      }
    }
  }

  @Test
  void when_a_task_was_done_is_written_down() throws Exception {
    var about = UUID.randomUUID();
    open(about, Duration.ofDays(7));
    assertThat(doneAt(about)).isEmpty();

    end(school(), SCHOOL, idOf(about));

    assertThat(doneAt(about)).contains(gateway.gateway().clock().instant());
  }

  private static Optional<Instant> doneAt(UUID about) throws SQLException {
    try (var tx = gateway.gateway().database().owner();
        var select = tx.prepareStatement("select afgehandeld_op from taak where over = ?")) {
      select.setObject(1, about);
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    }
  }

  private static int open(UUID about, Duration term) throws SQLException {
    return open(TaskKind.REVIEW, about, term);
  }

  private static int open(TaskKind kind, UUID about, Duration term) throws SQLException {
    var now = gateway.gateway().clock().instant();
    var task = new Task(kind, SCHOOL.oin(), Optional.empty(), about, now.plus(term));
    try (var tx = gateway.gateway().database().owner()) {
      return new Tasks(DevSettings.REGION, InstantSource.system()).open(tx, task, now).size();
    }
  }

  private static JsonNode task(UUID about) throws IOException {
    for (var task : list(school()).get("taken")) {
      if (task.get("over").asText().equals(about.toString())) {
        return task;
      }
    }
    throw new AssertionError("no task is about this");
  }

  private static String idOf(UUID about) throws IOException {
    return task(about).get("id").asText();
  }

  private static int end(SimulatedPartner by, PartyRole party, String task) {
    return by.postJson("/v1/taken/" + task + "/afhandelingen", json(party)).status();
  }

  private static String json(PartyRole party) {
    return "{\"namens\":{\"oin\":\"%s\",\"rol\":\"%s\"},\"toelichting\":\"Besproken.\"}"
        .formatted(party.oin().value(), party.role().code());
  }

  private static JsonNode list(SimulatedPartner partner) throws IOException {
    return new JsonMapper().readTree(partner.get("/v1/taken").body());
  }

  private static SimulatedPartner school() {
    return gateway.gateway().partner(SCHOOL.oin(), "school");
  }

  private static SimulatedPartner cjg() {
    return gateway.gateway().partner(CJG.oin(), "cjg");
  }
}
