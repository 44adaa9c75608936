package nl.sluis.policies.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// What goes to the Raad or to a GI with an OTS has a short record of its own, and is read as
/// strictly as the long one.
class ShortRecordSpec {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void an_answer_to_the_raad_needs_its_number_who_decided_and_why_for_each_category() {
    assertThat(state(whole(), Role.RVDK)).isEqualTo(new MeldcodeState.Complete(true));
    assertThat(gaps(Map.of(), Role.RVDK))
        .anyMatch(gap -> gap.contains("`verzoek`"))
        .anyMatch(gap -> gap.contains("`besluit`"))
        .anyMatch(gap -> gap.contains("`categorieen`"))
        .anyMatch(gap -> gap.contains("`gezin`"));
  }

  @Test
  void a_gi_that_asked_is_named_with_its_request_and_one_that_did_not_is_not() {
    var asked = with("aanleiding", "op-verzoek");
    var spontaneous = with("aanleiding", "uit-eigen-beweging");
    asked.remove("verzoek");
    spontaneous.remove("verzoek");

    assertThat(gaps(asked, Role.GI_OTS)).singleElement().asString().contains("`verzoek`");
    assertThat(state(spontaneous, Role.GI_OTS)).isEqualTo(new MeldcodeState.Complete(true));
  }

  @Test
  void a_number_of_the_day_after_tomorrow_and_a_reason_of_one_word_are_gaps() {
    var form = whole();
    form.put("verzoek", Map.of("nummer", "RK-1", "datum", "2026-11-25"));
    form.put(
        "besluit",
        Map.of("datum", "2026-11-20", "door", "med-7", "functie", "ib", "motivering", "moet"));

    assertThat(gaps(form, Role.RVDK))
        .hasSize(2)
        .anyMatch(gap -> gap.contains("toekomst"))
        .anyMatch(gap -> gap.contains("twintig tekens"));
  }

  @Test
  void who_decided_does_not_alone_decide_that_the_family_hears_it_later() {
    var later = Map.of("reden", "veiligheid-kind", "tot", "2026-12-01", "bevestigdDoor", "med-7");

    assertThat(gaps(with("gezin", Map.of("uitstel", later)), Role.RVDK))
        .singleElement()
        .asString()
        .contains("bevestigdDoor");
  }

  @Test
  void the_five_questions_do_not_stand_in_a_short_record_nor_the_short_record_in_a_report() {
    assertThat(gaps(with("stap4", Map.of()), Role.RVDK))
        .containsExactly("het formulier kent het veld `stap4` niet");
    assertThat(gaps(whole(), Role.VEILIG_THUIS)).anyMatch(gap -> gap.contains("`stap4`"));
  }

  @Test
  void the_empty_form_asks_exactly_what_the_check_reads() {
    assertThat(MeldcodeCheck.form(Role.SCHOOL_IB, Role.RVDK))
        .extracting(FormField::name)
        .containsExactly("verzoek", "besluit", "categorieen", "gezin");
    assertThat(MeldcodeCheck.form(Role.SCHOOL_IB, Role.GI_OTS))
        .extracting(FormField::name)
        .containsExactly("aanleiding", "verzoek", "besluit", "categorieen", "gezin");
  }

  private static Map<String, Object> whole() {
    var form = new HashMap<String, Object>();
    form.put("verzoek", Map.of("nummer", "RK-1", "datum", "2026-11-12"));
    form.put(
        "besluit",
        Map.of(
            "datum", "2026-11-20",
            "door", "med-7",
            "functie", "ib",
            "motivering", "De Raad kan zonder dit niet verder."));
    form.put(
        "categorieen",
        List.of(Map.of("code", "K07", "noodzaak", "Het verzuim zegt hoe het thuis gaat.")));
    form.put("gezin", Map.of("geinformeerd", Map.of("datum", "2026-11-20", "door", "med-7")));
    return form;
  }

  private static Map<String, Object> with(String field, Object value) {
    var form = whole();
    form.put(field, value);
    return form;
  }

  private static MeldcodeState state(Map<String, Object> form, Role receiver) {
    return MeldcodeCheck.check(form, Role.SCHOOL_IB, receiver, TODAY);
  }

  private static List<String> gaps(Map<String, Object> form, Role receiver) {
    return state(form, receiver) instanceof MeldcodeState.Incomplete(var gaps) ? gaps : List.of();
  }
}
