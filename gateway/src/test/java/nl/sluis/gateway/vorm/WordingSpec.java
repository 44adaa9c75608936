package nl.sluis.gateway.vorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How a text takes up a name, a day or a number, in whatever language and direction.
final class WordingSpec {
  private static final String POLISH = "{0, one: # rok | few: # lata | many: # lat}";
  private static final String UKRAINIAN = "{0, one: # рік | few: # роки | many: # років}";
  private static final String ARABIC =
      "{0, zero: صفر | one: سنة واحدة | two: سنتان | few: # سنوات | many: # سنة | other: # سنة}";

  @Test
  void a_pole_and_a_ukrainian_read_the_right_word_beside_every_age() {
    assertThat(List.of(polish(1), polish(2), polish(5), polish(12), polish(14), polish(17)))
        .containsExactly("1 rok", "2 lata", "5 lat", "12 lat", "14 lat", "17 lat");
    assertThat(List.of(polish(21), polish(22), polish(112)))
        .containsExactly("21 lat", "22 lata", "112 lat");
    assertThat(List.of(ukrainian(1), ukrainian(3), ukrainian(11), ukrainian(14), ukrainian(21)))
        .containsExactly("1 рік", "3 роки", "11 років", "14 років", "21 рік");
  }

  private static String polish(int years) {
    return Wording.fill(POLISH, Language.PL, years);
  }

  private static String ukrainian(int years) {
    return Wording.fill(UKRAINIAN, Language.UK, years);
  }

  @Test
  void arabic_has_a_word_for_two_and_its_digits_stand_apart() {
    assertThat(Wording.fill(ARABIC, Language.AR, 2)).isEqualTo("سنتان");
    assertThat(Wording.fill(ARABIC, Language.AR, 9)).isEqualTo("\u20689\u2069 سنوات");
    assertThat(Wording.fill(ARABIC, Language.AR, 14)).isEqualTo("\u206814\u2069 سنة");
    assertThat(Wording.fill(ARABIC, Language.AR, 100)).isEqualTo("\u2068100\u2069 سنة");
  }

  @Test
  void one_time_is_not_one_times() {
    var times = "{0, one: # time | other: # times} on this day";

    assertThat(Wording.fill(times, Language.EN, 1)).isEqualTo("1 time on this day");
    assertThat(Wording.fill(times, Language.EN, 4L)).isEqualTo("4 times on this day");
  }

  @Test
  void a_name_in_a_sentence_from_right_to_left_runs_its_own_way() {
    assertThat(Wording.fill("من {0} إلى {1}", Language.AR, "De Duinpieper", "CJG"))
        .isEqualTo("من \u2068De Duinpieper\u2069 إلى \u2068CJG\u2069");
    assertThat(Wording.fill("Van {0}", Language.NL, "De Duinpieper"))
        .isEqualTo("Van De Duinpieper");
  }

  @Test
  void what_somebody_wrote_is_never_read_as_a_place() {
    assertThat(Wording.fill("Dit gaf u mee: {0}", Language.NL, "{1} $1 \\ {0}", "geheim"))
        .isEqualTo("Dit gaf u mee: {1} $1 \\ {0}");
  }

  @Test
  void a_place_without_its_value_is_a_mistake_of_ours_and_is_heard() {
    assertThatThrownBy(() -> Wording.fill("{1}", Language.NL, "een"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Wording.fill(POLISH, Language.PL, "vijf"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Wording.fill("{0, one: # dag}", Language.NL, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_language_chooses_between_the_forms_that_it_has() {
    for (var language : Language.values()) {
      for (long number = 0; number < 1000; number++) {
        assertThat(Plural.of(language)).contains(Plural.of(language, number));
      }
    }
  }
}
