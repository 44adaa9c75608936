package nl.sluis.policies.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// The empty form is the check itself, written down: filled in as it asks, nothing is missing.
class EmptyFormSpec {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void whoever_fills_in_every_field_it_asks_for_meets_no_field_that_the_check_does_not_know() {
    for (var role : List.of(Role.SCHOOL_IB, Role.HUISARTS, Role.GGD_JEUGDARTS, Role.LPA)) {
      var gaps = gaps(filled(MeldcodeCheck.form(role)), role);

      assertThat(gaps)
          .as(role.code())
          .noneMatch(gap -> gap.contains("het formulier kent het veld"));
      assertThat(gaps).as(role.code()).noneMatch(gap -> gap.endsWith(" ontbreekt"));
    }
  }

  @Test
  void each_required_field_that_is_left_out_is_a_gap() {
    var form = MeldcodeCheck.form(Role.HUISARTS);
    for (var field : form) {
      var without = filled(form);
      without.remove(field.name());

      assertThat(gaps(without, Role.HUISARTS))
          .as(field.name())
          .anyMatch(gap -> gap.contains("`" + field.name() + "`"));
    }
  }

  @Test
  void who_treats_adults_must_do_the_kindcheck_and_a_school_may() {
    assertThat(kindcheck(Role.HUISARTS).required()).isTrue();
    assertThat(kindcheck(Role.SCHOOL_IB).required()).isFalse();
  }

  @Test
  void each_profession_sees_its_own_afwegingskader() {
    assertThat(MeldcodeCheck.form(Role.SCHOOL_IB).getFirst().words())
        .containsExactly("onderwijs-2019");
    assertThat(MeldcodeCheck.form(Role.GGD_JEUGDARTS).getFirst().words())
        .containsExactly("jgz-2019", "knmg-2019");
  }

  private static FormField kindcheck(Role role) {
    var first = MeldcodeCheck.form(role).stream().filter(f -> f.name().equals("stap1")).findFirst();
    return first.orElseThrow().parts().stream()
        .filter(f -> f.name().equals("kindcheck"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> gaps(Map<String, Object> form, Role role) {
    return MeldcodeCheck.check(form, role, TODAY) instanceof MeldcodeState.Incomplete incomplete
        ? incomplete.gaps()
        : List.of();
  }

  private static Map<String, Object> filled(List<FormField> fields) {
    var form = new HashMap<String, Object>();
    for (var field : fields) {
      form.put(field.name(), value(field));
    }
    return form;
  }

  private static Object value(FormField field) {
    return switch (field.kind()) {
      case TEKST -> "Een tekst van meer dan twintig tekens.";
      case KEUZE -> field.words().getFirst();
      case DAG -> "2026-11-20";
      case JA_NEE -> "ja";
      case DEEL -> filled(field.parts());
      case LIJST -> List.of(filled(field.parts()));
    };
  }
}
