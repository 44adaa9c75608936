package nl.sluis.gateway.werkplek.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.safety.FormField;
import nl.sluis.policies.safety.MeldcodeCheck;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class RecordFormSpec {
  private static final Map<Integer, String> UNSAFE =
      Map.of(1, "ja", 2, "ja", 3, "nvt", 4, "nvt", 5, "nvt");

  private final Asking asking = new Asking(Frameworks.ofThisRelease());

  @Test
  void the_guide_asks_every_field_of_the_record_and_no_other() {
    var told = FilledIn.decided(UNSAFE, true).set("stap2.vtAdviesNummer", "A-1182");
    var hidden =
        told.set("stap3.hoe", "niet")
            .set("niet.reden", "veiligheid-kind")
            .set("niet.motivering", "Vader dreigt.")
            .set("gezin.hoe", "uitstel")
            .set("uitstel.reden", "veiligheid-kind")
            .set("uitstel.tot", "2026-12-11")
            .set("uitstel.bevestigdDoor", "med-12")
            .set("anoniem.anoniem", "ja")
            .set("anoniem.grond", "veiligheid-melder");
    var made = new HashSet<String>();
    for (var answers : List.of(told, hidden)) {
      leaves(RecordForm.of(answers, FilledIn.reporter(Role.POH_JEUGD), "knmg-2019"), "", made);
    }
    var asked = new HashSet<String>();
    leaves(MeldcodeCheck.form(Role.POH_JEUGD), "", asked);

    // An extra sentence goes with categories that the guide never sends along.
    asked.remove("categorieen.extraZin");
    assertThat(made).isEqualTo(asked);
  }

  @Test
  void both_ways_past_a_talk_and_past_the_family_are_whole_records() {
    var hidden =
        FilledIn.decided(UNSAFE, true)
            .set("stap3.hoe", "niet")
            .set("niet.reden", "kind-uit-beeld")
            .set("niet.motivering", "Het gezin vertrekt dan.")
            .set("gezin.hoe", "uitstel")
            .set("uitstel.reden", "kind-uit-beeld")
            .set("uitstel.tot", "2026-12-11")
            .set("uitstel.bevestigdDoor", "med-12");

    var record = RecordForm.of(hidden, FilledIn.reporter(Role.SCHOOL_IB), "onderwijs-2019");

    assertThat(RecordForm.gaps(record, Role.SCHOOL_IB, FilledIn.NOW)).isEmpty();
    assertThat(record.path("stap3").has("gesprek")).isFalse();
    assertThat(record.path("gezin").has("geinformeerd")).isFalse();
  }

  @Test
  void everything_that_is_missing_is_told_at_once_each_on_the_page_where_it_is_mended() {
    var nothing = new Answers(Map.of());

    var record = RecordForm.of(nothing, FilledIn.reporter(Role.SCHOOL_IB), "onderwijs-2019");
    var gaps = MeldcodePart.byStep(RecordForm.gaps(record, Role.SCHOOL_IB, FilledIn.NOW));

    assertThat(gaps.keySet()).containsExactlyInAnyOrder(Step.values());
    assertThat(gaps.toString()).doesNotContain("`");
  }

  @Test
  void who_reports_is_never_the_one_who_looked_along() {
    var answers = FilledIn.decided(UNSAFE, true).set("aandachtsfunctionaris.id", "med-77");

    var record = RecordForm.of(answers, FilledIn.reporter(Role.SCHOOL_IB), "onderwijs-2019");
    var gaps = MeldcodePart.byStep(RecordForm.gaps(record, Role.SCHOOL_IB, FilledIn.NOW));

    assertThat(gaps).containsOnlyKeys(Step.OVERLEG);
  }

  @Test
  void what_was_kept_elsewhere_comes_back_whole_and_brings_nothing_that_no_page_asks() {
    var answers = FilledIn.decided(UNSAFE, true);
    var kept = answers.toJson().put("ontvanger", "00000099000000301000").put("bsn", "999990019");

    var back = Dossier.pasted(kept.toString(), asking, Role.POH_JEUGD);

    assertThat(back).contains(answers);
    assertThat(Dossier.pasted("geen regels", asking, Role.POH_JEUGD)).isEmpty();
  }

  @Test
  void only_who_helps_adults_is_asked_for_the_kindcheck() {
    assertThat(Asking.needsKindcheck(Role.HUISARTS)).isTrue();
    assertThat(Asking.needsKindcheck(Role.SCHOOL_IB)).isFalse();
  }

  @Test
  void every_question_of_every_role_is_asked_in_words() {
    var texts = Texts.ofThisRelease().set("werkplek-meldcode", Language.NL).plain();
    for (var role : Role.values()) {
      for (var step : Step.values()) {
        for (var group : asking.of(step, role, FilledIn.decided(UNSAFE, true))) {
          assertThat(group.heading().isEmpty() ? texts.keySet() : Set.of("groep."))
              .contains("groep." + group.key());
          for (var question : group.questions()) {
            var label = "veld." + question.key();
            assertThat(texts).containsKey(label);
            assertThat(texts.containsKey(label + ".uitleg")).isEqualTo(question.explained());
            for (var word : question.words()) {
              assertThat(texts).containsKey("woord." + question.key() + "." + word);
            }
          }
        }
      }
    }
  }

  private static void leaves(JsonNode node, String path, Set<String> into) {
    if (node.isArray()) {
      node.forEach(item -> leaves(item, path, into));
    } else if (node.isObject()) {
      node.properties().forEach(f -> leaves(f.getValue(), join(path, f.getKey()), into));
    } else {
      into.add(path);
    }
  }

  private static void leaves(List<FormField> fields, String path, Set<String> into) {
    for (var field : fields) {
      if (field.parts().isEmpty()) {
        into.add(join(path, field.name()));
      } else {
        leaves(field.parts(), join(path, field.name()), into);
      }
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
