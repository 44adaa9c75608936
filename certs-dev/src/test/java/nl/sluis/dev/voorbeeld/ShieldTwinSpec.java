package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may not know of a receiver gets the answers of somebody at whose child that receiver never
/// was, byte for byte (design 10.14).
///
/// Two families live through one story at the same instants. In the one the father is shielded from
/// a receiver that asks, gets, is told to stop and asks again; in the other that receiver does not
/// exist. At each moment the two fathers do everything that the port for people lets them do.
final class ShieldTwinSpec {
  private static final Path STORY = Path.of("src/test/resources/tweeling/afgeschermd.yaml");
  private static final String OF_PEOPLE = " /mijn/v1/";
  private static final String NOBODY = "5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10";

  /// Five hundred more of everything about the hidden receiver, newer than all there is.
  private static final List<String> FLOOD =
      List.of(
          """
          insert into consent_ask (region, id, subject_id, purpose, sender_oin, sender_role,
            receiver_oin, receiver_role, categories, legal_function, valid_until, one_off,
            text_hash, text_language, asked_at, asked_by, purpose_text)
          select region, gen_random_uuid(), subject_id, purpose, sender_oin, sender_role,
            receiver_oin, receiver_role, categories, legal_function, valid_until, one_off,
            text_hash, text_language, asked_at + interval '30 days', asked_by, purpose_text
          from consent_ask, generate_series(1, 500) where id = '{vraag}'
          """,
          """
          insert into kennisgeving (region, id, subject_id, person_id, soort, ask_id, gegeven_op)
          select region, gen_random_uuid(), subject_id, person_id, soort, ask_id,
            gegeven_op + interval '30 days'
          from kennisgeving, generate_series(1, 500) where ask_id = '{vraag}'
          """,
          """
          insert into gesprek (region, id, subject_id, transactie, voorwaarde, doel, van_oin,
            van_rol, aan_oin, aan_rol, datum, bewering, vastgelegd_op)
          select g.region, gen_random_uuid(), g.subject_id, gen_random_uuid(), g.voorwaarde,
            g.doel, g.van_oin, g.van_rol, g.aan_oin, g.aan_rol, g.datum,
            uuid_send(gen_random_uuid()), g.vastgelegd_op + interval '30 days'
          from gesprek g, generate_series(1, 500)
          where g.subject_id = (select subject_id from consent_ask where id = '{vraag}')
            and g.aan_oin = (select receiver_oin from consent_ask where id = '{vraag}')
          """,
          """
          with many as (
            insert into verzoek
            select region, gen_random_uuid(), subject_id, doel, van_oin, van_rol,
              gevraagd_op + interval '30 days', gevraagd_door, nieuwe_feiten, bewijs_hash,
              bewijs_verzegeld
            from verzoek, generate_series(1, 500) where id = '{verzoek}'
            returning region, id)
          insert into verzoek_regel
            (region, verzoek_id, nr, aan_oin, aan_rol, categorieen, apart)
          select many.region, many.id, 1, r.aan_oin, r.aan_rol, r.categorieen, r.apart
          from many, verzoek_regel r where r.verzoek_id = '{verzoek}' and r.ask_id is null
          """);

  private static final List<String> EBB =
      List.of(
          "delete from consent_ask where asked_at > '{nu}'",
          "delete from kennisgeving where gegeven_op > '{nu}'",
          "delete from gesprek where vastgelegd_op > '{nu}'",
          """
          delete from verzoek_regel r using verzoek v
          where v.id = r.verzoek_id and v.gevraagd_op > '{nu}'
          """,
          "delete from verzoek where gevraagd_op > '{nu}'");

  private static final Map<String, List<String>> SHIELDED = new LinkedHashMap<>();
  private static final Map<String, List<String>> NEVER = new LinkedHashMap<>();
  private static final Set<String> TRIED = new LinkedHashSet<>();
  private static final Set<String> OF_HIDDEN = new LinkedHashSet<>();
  private static final List<String> AFTER_A_FLOOD = new ArrayList<>();
  private static final List<String> WRONG = new ArrayList<>();
  private static List<String> routes = List.of();
  private static int hiddenTried;

  @BeforeAll
  static void both_families_live_through_the_story() throws IOException, SQLException {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all())
            .read("afgeschermd.yaml", 1, Files.readString(STORY));
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var postgres = DevPostgres.temporary();
        var gateway =
            DevGateway.start(
                DevSite.temporary(scenario.start()), postgres.fresh(), DevGateway.Ports.ANY)) {
      var verdict =
          new Runner(gateway, new Report(out))
              .play(scenario, (label, scene) -> look(label, scene, gateway));
      WRONG.addAll(verdict.differences());
      WRONG.addAll(gateway.checkLogbook());
      routes = gateway.routes();
    }
  }

  @Test
  void the_story_is_told_whole() {
    assertThat(WRONG).isEmpty();
    assertThat(SHIELDED).hasSize(4);
    assertThat(hiddenTried).isGreaterThan(4);
  }

  @Test
  void every_path_for_people_is_tried_by_both_fathers() {
    var ofPeople = routes.stream().filter(route -> route.contains(OF_PEOPLE)).toList();

    assertThat(TRIED).containsExactlyInAnyOrderElementsOf(ofPeople);
  }

  @Test
  void both_fathers_get_the_same_answers_whatever_they_do() {
    assertThat(SHIELDED.keySet()).isEqualTo(NEVER.keySet());
    SHIELDED.forEach(
        (moment, answers) -> {
          var never = NEVER.getOrDefault(moment, List.of());
          for (int i = 0; i < Math.min(answers.size(), never.size()); i++) {
            assertThat(answers.get(i)).as(moment).isEqualTo(never.get(i));
          }
          assertThat(answers).as(moment).hasSameSizeAs(never);
        });
  }

  @Test
  void what_both_fathers_see_is_not_nothing() {
    assertThat(String.join("\n", SHIELDED.values().stream().flatMap(List::stream).toList()))
        .contains("Socius", "GGD Kennemerland", "akkoord-genoemd", "besproken-met-ouders")
        .contains("dpv:ConsentWithdrawn", "\"resourceType\":\"Consent\"", "nog-niet-bevestigd")
        .contains("aanwezigheidscode")
        .doesNotContain("CJG", "signaal-bespreken-cjg", "terugkoppeling");
  }

  @Test
  void what_is_hidden_answers_as_what_is_not_there() {
    assertThat(OF_HIDDEN).hasSize(1).allMatch(answer -> answer.startsWith("404 "));
  }

  @Test
  void however_much_is_asked_of_the_hidden_receiver_nothing_else_drops_off_a_list() {
    assertThat(AFTER_A_FLOOD).hasSize(2);
    assertThat(AFTER_A_FLOOD.getLast()).isEqualTo(AFTER_A_FLOOD.getFirst()).contains("Socius");
  }

  private static void look(String label, Scene scene, DevGateway gateway) {
    if (!label.startsWith("kijk")) {
      return;
    }
    var sami = new TwinFather(scene, "sami");
    var lena = new TwinFather(scene, "lena");
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var never = both.submit(lena::does);
      SHIELDED.put(label, sami.does());
      NEVER.put(label, answers(never));
    }
    TRIED.addAll(sami.tried());
    if (label.equals("kijk na het stoppen")) {
      hidden(scene);
      AFTER_A_FLOOD.add(sami.lists());
      execute(FLOOD, gateway, scene);
      AFTER_A_FLOOD.add(sami.lists());
      execute(EBB, gateway, scene);
    }
  }

  private static void execute(List<String> sentences, DevGateway gateway, Scene scene) {
    var asked = scene.registered("cjg sami").id();
    var request = scene.registered("verzoek sami").id();
    try (var owner = gateway.database().owner();
        var statement = owner.createStatement()) {
      for (var sql : sentences) {
        statement.execute(
            sql.replace("{vraag}", asked)
                .replace("{verzoek}", request)
                .replace("{nu}", scene.now().toString()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the spec", e);
    }
  }

  /// What the mother sees and the father does not, he looks for by its identifier.
  private static void hidden(Scene scene) {
    var ids = TwinFather.idsSeenBy(scene.person("sami", "moeder"));
    ids.removeAll(TwinFather.idsSeenBy(scene.person("sami", "vader")));
    hiddenTried = ids.size();
    ids.add(NOBODY);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ids.stream()
          .map(id -> threads.submit(() -> new TwinFather(scene, "sami").looksFor(id)))
          .toList()
          .forEach(found -> OF_HIDDEN.addAll(answers(found)));
    }
  }

  private static List<String> answers(Future<List<String>> of) {
    try {
      return of.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a father does what he does", e);
    }
  }
}
