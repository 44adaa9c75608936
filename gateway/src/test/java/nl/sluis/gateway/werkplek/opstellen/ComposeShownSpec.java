package nl.sluis.gateway.werkplek.opstellen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.Start;
import nl.sluis.gateway.werkplek.opstellen.ComposeModels.StillMissing;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Condition.Source;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// What the pages of composing show, and ask, on every road of a convenant.
final class ComposeShownSpec {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final String PATH = "/werk/opstellen/3f0f7a52-6f5c-4b86-9a41-2b6f3a0c7d11";
  private static final Pattern NAME =
      Pattern.compile("<(?:input|select|textarea|button)[^>]* name=\"([^\"]*)\"");
  private static final int MOST_DECISIONS = 12;

  private final Printer printer =
      new Printer(
          Texts.ofThisRelease(),
          new Assets(Optional.empty()),
          new Helper("Marja de Wit", "023 555 0100"));

  private final List<OpenRoad> roads = roads();

  @Test
  void the_first_page_tells_of_each_road_the_article_what_is_needed_and_where_it_begins() {
    for (var role : Set.of(Role.SCHOOL_IB, Role.CJG_COACH, Role.HUISARTS, Role.GGD_JEUGDARTS)) {
      var open = roads.stream().filter(road -> road.from().role() == role).toList();
      var page = print("begin", new Start(List.of(), false, ComposeShown.groups(open), List.of()));

      for (var road : open) {
        assertThat(page).as(road.rule().id()).contains("Regel " + road.rule().id());
      }
      assertThat(page.split("value=\"zuid-kennemerland\\.", -1).length - 1)
          .isEqualTo((int) open.stream().filter(ComposeShownSpec::isHere).count());
    }
  }

  @Test
  void every_family_of_purposes_has_a_name_of_its_own() {
    assertThat(ComposeShown.groups(roads))
        .extracting(ComposeModels.Group::word)
        .doesNotContain("overig")
        .hasSizeGreaterThan(8);
  }

  @Test
  void the_roads_of_every_day_come_first() {
    var school = roads.stream().filter(road -> road.from().role() == Role.SCHOOL_IB).toList();

    assertThat(ComposeShown.groups(school))
        .extracting(ComposeModels.Group::word)
        .startsWith("signaleren", "overleg", "verzuim");
  }

  @Test
  void every_form_asks_what_its_rule_takes_and_never_a_field_beside_it() {
    for (var road : composed()) {
      var concept = concept(road, Sample.of(road));
      var page =
          print(
              "formulier",
              ComposeShown.form(PATH, road, concept, new StillMissing(List.of()), "coach"));
      var allowed =
          ComposeForm.categories(road).stream().map(Enum::name).collect(Collectors.toSet());

      for (var name : names(page)) {
        var category = name.replaceAll("\\..*", "");
        assertThat(
                allowed.contains(category)
                    || Set.of(
                            "bewijs",
                            "soort",
                            "kenmerk",
                            "aan",
                            "noodzaak",
                            "voorwaarde",
                            "geregeld",
                            "toestemming",
                            "kijk-na",
                            "verder",
                            "nog-een",
                            "taal")
                        .contains(category))
            .as("%s of %s", name, road.rule().id())
            .isTrue();
      }
      assertThat(names(page)).as(road.rule().id()).contains("kijk-na", "verder");
    }
  }

  @Test
  void what_was_filled_in_stands_on_the_form_again_and_comes_back_the_same() {
    for (var road : composed()) {
      var concept = concept(road, Sample.of(road));
      var page =
          print(
              "formulier",
              ComposeShown.form(PATH, road, concept, new StillMissing(List.of()), "coach"));

      assertThat(names(page)).containsAll(sentNames(road));
      assertThat(page).as(road.rule().id()).contains(">Gooi dit weg<");
    }
  }

  @Test
  void the_preview_shows_each_thing_that_goes_once_and_says_who_reads_it() {
    for (var road : composed()) {
      var concept = concept(road, Sample.of(road));
      var stated = concept.stated();
      var preview =
          PreviewShown.of(PATH, road, concept, stated.disclosed(), new StillMissing(List.of()));
      var page = print("voorbeeld", preview);

      assertThat(preview.goes()).hasSize(stated.categories().size());
      assertThat(preview.along().size() + preview.sluis().size())
          .isEqualTo(stated.disclosed().size());
      assertThat(page)
          .as(road.rule().id())
          .contains("name=\"gelezen\" value=\"" + concept.seen() + "\"", "Verstuur dit");
    }
  }

  @Test
  void while_something_is_missing_nothing_can_be_sent() {
    var road = road("X02");
    var concept = concept(road, Sample.of(road));
    var preview =
        PreviewShown.of(
            PATH, road, concept, Map.of(), new StillMissing(List.of("Vraag toestemming.")));

    assertThat(print("voorbeeld", preview))
        .contains("Er ontbreekt nog één ding", "Vraag toestemming.")
        .doesNotContain("name=\"gelezen\"");
  }

  @Test
  void another_word_another_child_or_another_receiver_is_another_number() {
    var road = road("X02");
    var one = concept(road, Sample.of(road));

    assertThat(concept(road, Sample.of(road)).seen()).isEqualTo(one.seen());
    assertThat(concept(road, Sample.of(road).put("K09.zorg", "Iets anders")).seen())
        .isNotEqualTo(one.seen());
    assertThat(concept(road, Sample.of(road).put("kenmerk", "leerling-4712")).seen())
        .isNotEqualTo(one.seen());
    var before = one.seen();
    one.json().put("aan", "00000099000000102000");
    assertThat(one.seen()).isNotEqualTo(before);
  }

  @Test
  void every_answer_of_sluis_is_told_with_its_reason_code_and_what_to_do() throws IOException {
    var road = road("X02");
    assertThat(
            ended(
                road,
                "{\"uitkomst\":\"PERMIT\",\"regel\":\"X02\",\"vrijgegeven\":[\"K01\"],\"uiterlijk\":\"2026-12-04T09:00:00Z\",\"rij\":\"12"
                    + " van 13\",\"ontvangstbewijs\":\"c2sp\"}"))
        .contains("Het is verstuurd", "Naam, geboortedatum en geslacht", "Rij 12 van 13", "/bewijs")
        .doesNotContain("Vul het aan");
    assertThat(
            ended(
                road,
                "{\"uitkomst\":\"AANHOUDEN\",\"redenen\":[{\"code\":\"geen-geldige-toestemming\",\"over\":\"\",\"uitleg\":\"Er"
                    + " is geen toestemming.\",\"watNu\":\"Deel dit niet.\"}]}"))
        .contains(
            "Nog niet verstuurd", "geen-geldige-toestemming", "Deel dit niet.", "Vul het aan");
    assertThat(
            ended(
                road,
                "{\"code\":\"verlopen\",\"title\":\"Het bericht is verlopen.\","
                    + "\"detail\":\"Maak een nieuw bericht.\"}"))
        .contains("Dit is niet verstuurd", "Het bericht is verlopen.", "Reden: verlopen");
    for (var duty : Obligation.values()) {
      assertThat(
              ended(
                  road,
                  "{\"uitkomst\":\"PERMIT_MET_VERPLICHTINGEN\",\"verplichtingen\":[\""
                      + duty.code()
                      + "\"]}"))
          .contains("Dit moet u nog doen");
    }
  }

  /// Choosing the road, the child, each field that must be filled in, what happened first, what is
  /// known of consent, going on and sending.
  @Test
  void a_worry_at_school_takes_at_most_twelve_decisions() {
    var road = road("X02");
    int decisions = 1 + 1;
    for (var says : road.rule().categories().entrySet()) {
      if (says.getValue().presence() == Presence.VERPLICHT) {
        decisions +=
            (int)
                ComposeForm.schema(road.convenant(), road.rule(), says.getKey()).fields().stream()
                    .filter(Field::required)
                    .count();
      }
    }
    for (var code : road.rule().conditions()) {
      var condition = road.convenant().conditions().get(code);
      if (condition != null && condition.source() == Source.BEWEERD) {
        // Who spoke is filled in already: the function of who is at the desk.
        decisions += (int) condition.fields().stream().filter(name -> !name.equals("door")).count();
      }
    }
    decisions += road.rule().consent().isNeeded() ? 1 : 0;
    decisions += 1 + 1;

    assertThat(road.receivers()).hasSize(1);
    assertThat(decisions).isLessThanOrEqualTo(MOST_DECISIONS);
  }

  private String ended(OpenRoad road, String answer) throws IOException {
    JsonNode json = new ObjectMapper().readTree(answer);
    return print(
        "antwoord",
        EndedShown.of(PATH, road, json, !json.path("uitkomst").asText().startsWith("PERMIT")));
  }

  private static Set<String> sentNames(OpenRoad road) {
    return Sample.of(road).sent().keySet().stream()
        .filter(name -> !name.startsWith("noodzaak."))
        .filter(name -> !name.equals("geregeld") && !name.equals("toestemming"))
        .filter(name -> !ComposeForm.references(road.rule()).isEmpty() || !isAbout(name))
        .collect(Collectors.toSet());
  }

  private static boolean isAbout(String name) {
    return name.equals(ComposeForm.CHILD) || name.equals(ComposeForm.BY);
  }

  private static Concept concept(OpenRoad road, Sample sample) {
    var json = JsonNodeFactory.instance.objectNode();
    var to = road.receivers().getFirst();
    json.put("id", UUID.randomUUID().toString()).put("weg", Roads.word(road));
    json.put("aan", to.oin().value());
    json.putArray("ontvangers").addObject().put("oin", to.oin().value()).put("naam", to.name());
    var concept = new Concept(1, json);
    var asked = new Asked(NOW, Map.of(), sample.sent(), Map.of(), Map.of());
    concept.stated(
        ComposeForm.read(asked, road, Stated.nothing(ComposeForm.reference(road.rule()))));
    return concept;
  }

  private static Set<String> names(String page) {
    return NAME.matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String print(String page, Object model) {
    var shown = new View.Shown("werkplek/opstellen-" + page, model, "werkplek-opstellen.titel");
    return new String(
        printer.print(shown, new Reader(Language.NL, false, "bewijs-1", true)),
        StandardCharsets.UTF_8);
  }

  private List<OpenRoad> composed() {
    return roads.stream().filter(ComposeShownSpec::isHere).toList();
  }

  private static boolean isHere(OpenRoad road) {
    return Step.of(road) == Step.OPSTELLEN;
  }

  private OpenRoad road(String rule) {
    return roads.stream()
        .filter(road -> road.rule().id().equals(rule))
        .filter(road -> road.from().role() == Role.SCHOOL_IB)
        .findFirst()
        .orElseThrow();
  }

  /// One party in each role of one convenant.
  private static List<OpenRoad> roads() {
    try {
      var convenant =
          OwnCheck.of(Optional.empty()).convenanten().stream()
              .filter(one -> one.id().equals("zuid-kennemerland"))
              .findFirst()
              .orElseThrow();
      var roles = new TreeSet<Role>();
      return convenant.parties().values().stream()
          .sorted(Comparator.comparing(party -> party.oin().value()))
          .flatMap(
              party ->
                  party.everHeld().stream()
                      .filter(roles::add)
                      .map(role -> new PartyRole(party.oin(), role)))
          .flatMap(from -> OpenRoad.of(convenant, from, NOW).stream())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
