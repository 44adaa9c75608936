package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may not know of a receiver gets the answers of somebody at whose child that receiver never
/// was, byte for byte (design 10.14).
///
/// Two families live through one story at the same instants. Both fathers are shielded from a
/// receiver; in the one family it asks, gets, is told to stop and asks again, in the other it never
/// comes. Neither reads a name of any organisation, so neither can tell which one it is (domain
/// 2.7). At each moment the two fathers do everything that the port for people lets them do.
final class ShieldTwinSpec {
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

  private static final List<String> PRESENT =
      List.of(
          "een school",
          "een hulpverlener",
          "akkoord-genoemd",
          "besproken-met-ouders",
          "dpv:ConsentWithdrawn",
          "\"resourceType\":\"Consent\"",
          "nog-niet-bevestigd",
          "aanwezigheidscode",
          "Rustig werken");

  /// What is hidden, and the names and places of everybody else.
  private static final List<String> ABSENT =
      List.of(
          "signaal-bespreken-cjg",
          "terugkoppeling",
          "inzagebewijs",
          "CJG IJmond",
          "Socius",
          "GGD Kennemerland",
          "De Pontveer",
          "Kanaalmond",
          "ijmond/2026-09",
          "\"rol\"",
          "sluis:rol");

  private static final Set<String> OF_HIDDEN = new LinkedHashSet<>();
  private static final List<String> AFTER_A_FLOOD = new ArrayList<>();
  private static final List<String> HIDDEN_PAGES = new ArrayList<>();
  private static final List<String> NEVER_PAGES = new ArrayList<>();
  private static TwinStory story;
  private static int hiddenTried;

  @BeforeAll
  static void both_families_live_through_the_story() throws IOException, SQLException {
    story = TwinStory.play("afgeschermd.yaml", ShieldTwinSpec::further);
  }

  @Test
  void the_story_is_told_whole() {
    assertThat(story.wrong()).isEmpty();
    assertThat(story.moments()).isEqualTo(4);
    assertThat(hiddenTried).isGreaterThan(4);
  }

  @Test
  void every_path_for_people_is_tried_by_both_fathers() {
    story.everyPathWasTried();
  }

  @Test
  void both_fathers_get_the_same_answers_whatever_they_do() {
    story.bothHeardTheSame();
  }

  @Test
  void what_both_fathers_see_is_not_nothing() {
    assertThat(ABSENT.stream().filter(story.heard()::contains)).isEmpty();
    assertThat(PRESENT).allMatch(story.heard()::contains);
  }

  @Test
  void what_is_hidden_answers_as_what_is_not_there() {
    assertThat(OF_HIDDEN).hasSize(1).allMatch(answer -> answer.startsWith("404 "));
  }

  @Test
  void however_much_is_asked_of_the_hidden_receiver_nothing_else_drops_off_a_list() {
    assertThat(AFTER_A_FLOOD).hasSize(2);
    assertThat(AFTER_A_FLOOD.getLast())
        .isEqualTo(AFTER_A_FLOOD.getFirst())
        .contains("hulpverlener");
  }

  @Test
  void both_fathers_read_and_decide_the_same_on_every_page() {
    assertThat(NEVER_PAGES).hasSizeGreaterThan(10);
    assertThat(String.join("\n", HIDDEN_PAGES))
        .contains("een hulpverlener", "Nee mag", "U zegt ja", "Dit hebt u gezegd")
        .doesNotContain("CJG IJmond", "Socius", "De Pontveer", "IJmond");
    assertThat(HIDDEN_PAGES).isEqualTo(NEVER_PAGES);
  }

  private static void further(String moment, Scene scene, DevGateway gateway) {
    if (moment.equals("kijk na het stoppen")) {
      var searched = TwinStory.searched(scene, Set.of());
      hiddenTried = searched.ids();
      OF_HIDDEN.addAll(searched.answers());
      var sami = TwinStory.father(scene);
      AFTER_A_FLOOD.add(sami.lists());
      execute(FLOOD, gateway, scene);
      AFTER_A_FLOOD.add(sami.lists());
      execute(EBB, gateway, scene);
      HIDDEN_PAGES.addAll(TwinDecider.does(gateway, scene, "sami"));
      NEVER_PAGES.addAll(TwinDecider.does(gateway, scene, "lena"));
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
}
