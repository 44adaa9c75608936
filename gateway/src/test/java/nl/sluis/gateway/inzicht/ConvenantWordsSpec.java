package nl.sluis.gateway.inzicht;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import org.junit.jupiter.api.Test;

/// What the convenant says reads in every language, and never says what the convenant no longer
/// says.
final class ConvenantWordsSpec {
  private static final Texts TEXTS = Texts.ofThisRelease();
  private static final Set<String> SAID = said();

  private static Set<String> said() {
    var said = new HashSet<String>();
    for (var convenant : Household.everywhere()) {
      said.addAll(convenant.purposes().values());
      said.addAll(convenant.labels().values());
    }
    return said;
  }

  @Test
  void every_purpose_and_every_kind_of_data_is_translated() {
    for (var language : Language.values()) {
      for (var easy : new boolean[] {true, false}) {
        var missing = new TreeSet<String>();
        for (var dutch : SAID) {
          if (TEXTS.convenant(dutch, language, easy).language() != language) {
            missing.add(dutch);
          }
        }
        assertThat(missing).as("%s", language).isEmpty();
      }
    }
  }

  @Test
  void nothing_is_translated_that_the_convenant_does_not_say() {
    for (var language : Language.values()) {
      assertThat(SAID)
          .as("%s", language)
          .containsAll(TEXTS.convenant(language).orElseThrow().plain().keySet());
    }
  }

  @Test
  void a_sentence_that_changed_is_read_in_its_own_dutch_and_not_in_an_old_translation() {
    var changed = "De school en het CJG bespreken samen een zorg over uw hele gezin.";

    assertThat(
            Arrays.stream(Language.values())
                .map(language -> TEXTS.convenant(changed, language, true)))
        .allMatch(words -> words.language() == Language.NL && words.text().equals(changed));
  }
}
