package nl.sluis.gateway.werkplek.gesprek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Asking a family is done in the words of the convenant, for what it lets be asked and no more.
final class AskingSpec {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  private static final String COACH = "00000099000000101000-cjg-coach";
  private static final String SIGNAL = "signaal-bespreken-cjg";
  private static final List<Convenant> IN_FORCE = inForce();

  private static List<Convenant> inForce() {
    try {
      return Names.of(OwnCheck.of(Optional.empty()).convenanten(), NOW).inForce();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void only_what_needs_a_yes_is_asked_and_only_of_whom_the_convenant_names() {
    var topics = Topic.all(IN_FORCE, SCHOOL, NOW);

    assertThat(topics).extracting(topic -> topic.purpose().code()).contains(SIGNAL);
    assertThat(topics)
        .extracting(topic -> topic.purpose().code())
        .doesNotContain("vt-melding", "verzuimmelding-wettelijk", "consultatie-anoniem");
    assertThat(topics)
        .allSatisfy(topic -> assertThat(topic.sentence()).isNotBlank())
        .allSatisfy(
            topic ->
                assertThat(topic.receivers())
                    .noneMatch(to -> to.party().oin().equals(SCHOOL.oin())));
    assertThat(topic().receivers()).extracting(Topic.To::field).containsExactly(COACH);
  }

  @Test
  void a_kind_of_data_that_the_rule_forbids_cannot_be_asked() throws InputFault {
    var typed = typed(Map.of("deel-" + COACH, List.of("K01", "K09", "K11", "K18", "*")));

    var form = AskForm.read(typed, topic());

    assertThat(form.json(SCHOOL, topic(), shown(form)).at("/ontvangers/0/categorieen").toString())
        .isEqualTo("[\"K01\",\"K09\"]");
  }

  @Test
  void everything_that_is_missing_is_said_at_once_and_nothing_is_filled_in_beforehand()
      throws InputFault {
    var empty = AskForm.empty(NOW);

    assertThat(empty.lacks(topic(), NOW))
        .containsExactly("fout.kind", "fout.vraag", "fout.leeftijd", "fout.ontvangers");
    assertThat(empty.lines()).isEmpty();
    assertThat(
            AskForm.read(typed(Map.of("tot", List.of("2027-11-24"))), topic()).lacks(topic(), NOW))
        .containsExactly("fout.tot");
    assertThat(
            AskForm.read(typed(Map.of("deel-" + COACH, List.of("K09"))), topic())
                .lacks(topic(), NOW))
        .containsExactly("fout.verplicht");
  }

  @Test
  void what_goes_to_sluis_is_what_a_connected_system_sends() throws InputFault {
    var form = AskForm.read(typed(Map.of()), topic());

    var json = form.json(SCHOOL, topic(), shown(form));

    assertThat(json.path("namens").toString())
        .isEqualTo("{\"oin\":\"00000099000000201000\",\"rol\":\"school-ib\"}");
    assertThat(json.path("betrokkene").toString())
        .isEqualTo("{\"soort\":\"eigen-kenmerk\",\"waarde\":\"leerling-12\"}");
    assertThat(json.path("geldigTot").asText()).isEqualTo("2027-05-25");
    assertThat(json.path("juridischeFunctie").asText()).isEqualTo("avg-toestemming");
    assertThat(json.path("voorwaardeVanDienst").isBoolean()).isTrue();
    assertThat(json.has("nieuweFeiten")).isFalse();
    assertThat(json.at("/ontvangers/0").has("reden")).isFalse();
  }

  @Test
  void what_is_read_is_what_is_hashed_and_another_word_is_another_text() throws InputFault {
    var form = AskForm.read(typed(Map.of()), topic());
    var once = AskForm.read(typed(Map.of("eenmalig", List.of("ja"))), topic());

    assertThat(shown(form).hash()).matches("[0-9a-f]{64}").isEqualTo(shown(form).hash());
    assertThat(shown(once).hash()).isNotEqualTo(shown(form).hash());
    assertThat(shown(form).lines().toString()).contains("Nee mag", "CJG Kennemerland");
  }

  @Test
  void a_language_that_nobody_adopted_is_an_aid_beside_the_dutch_that_counts() throws InputFault {
    var turkish = shown(AskForm.read(typed(Map.of("taal", List.of("tr"))), topic()));
    var english = shown(AskForm.read(typed(Map.of("taal", List.of("en"))), topic()));

    assertThat(turkish.language()).isEqualTo(Language.NL);
    assertThat(turkish.aidLanguage()).contains(Language.TR);
    assertThat(turkish.aid().toString()).isNotEqualTo(turkish.lines().toString());
    assertThat(english.language()).isEqualTo(Language.EN);
    assertThat(english.aid()).isEmpty();
    assertThat(english.json().path("taal").asText()).isEqualTo("en");
  }

  @Test
  void who_must_say_yes_follows_from_age_and_law() {
    var strict = ConsentParameters.strict();
    var school = Set.of(Regime.SCHOOL_AVG);
    var care = Set.of(Regime.SCHOOL_AVG, Regime.JEUGDHULP);

    assertThat(AgeBand.ONDER_TWAALF.givers(care, strict))
        .isEqualTo(new AgeBand.Givers(false, true));
    assertThat(AgeBand.TWAALF_TOT_ZESTIEN.givers(school, strict))
        .isEqualTo(new AgeBand.Givers(false, true));
    assertThat(AgeBand.TWAALF_TOT_ZESTIEN.givers(care, strict))
        .isEqualTo(new AgeBand.Givers(true, true));
    assertThat(AgeBand.ZESTIEN_EN_OUDER.givers(care, strict))
        .isEqualTo(new AgeBand.Givers(true, false));
  }

  private static Topic topic() {
    return Topic.of(IN_FORCE, SIGNAL, SCHOOL, NOW).orElseThrow();
  }

  private static Bundle shown(AskForm form) {
    return Bundle.of(form, topic(), SCHOOL, Texts.ofThisRelease(), NOW);
  }

  /// A form in which nothing is missing, with these fields instead.
  private static Asked typed(Map<String, List<String>> instead) {
    var form = new HashMap<String, List<String>>();
    form.put("soort", List.of("eigen-kenmerk"));
    form.put("kind", List.of("leerling-12"));
    form.put("vraag", List.of("Hoe helpen wij hem in de klas?"));
    form.put("leeftijd", List.of("0-11"));
    form.put("tot", List.of(LocalDate.parse("2027-05-24").toString()));
    form.put("taal", List.of("nl"));
    form.put("deel-" + COACH, List.of("K01", "K09"));
    form.putAll(instead);
    return new Asked(NOW, Map.of(), form, Map.of(), Map.of());
  }
}
