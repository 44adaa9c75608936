package nl.sluis.policies.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousScanSpec {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "De leerling Sem is boos.",
        "Zijn moeder, Fatima, belde.",
        "Ik sprak Sem de Vries gisteren.",
        "J.P. Bakker",
        "geboren op 3 mei 2014",
        "geboren 03-05-2014",
        "2014-05-03",
        "mail naar ouder@example.org",
        "bel 06-12345678",
        "bel +31 6 12345678",
        "2021 AB 14",
        "nummer 999.990.019",
        "Het meisje heet Noor.",
        "meneer Van den Berg"
      })
  void a_text_that_points_at_somebody_is_seen(String text) {
    assertThat(AnonymousScan.identifies(List.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Een leerling van acht is vaak boos. Wat kan ik doen?",
        "Sinds 2026 is het drukker.",
        "Veilig Thuis gaf eerder raad over een ander onderwerp.",
        "In groep 5 wordt veel gepest.",
        "Moeder wil geen hulp. Hoe verder?",
        "Bloemendaal",
        "2026-K3",
        "112 of 0800-2000"
      })
  void a_text_about_nobody_passes(String text) {
    assertThat(AnonymousScan.identifies(List.of(text))).isFalse();
  }

  @Test
  void a_school_together_with_a_group_points_at_somebody() {
    assertThat(AnonymousScan.identifies(List.of("basisschool De Duinpieper", "in groep 5")))
        .isTrue();
  }

  @Test
  void a_school_with_a_rare_trait_points_at_somebody() {
    assertThat(
            AnonymousScan.identifies(
                List.of("Op basisschool De Zeester zit een kind in een rolstoel.")))
        .isTrue();
    assertThat(AnonymousScan.identifies(List.of("Hoe begeleid ik een kind in een rolstoel?")))
        .isFalse();
  }

  @Test
  void a_group_with_a_rare_trait_points_at_somebody_when_a_school_asks() {
    var question = List.of("In groep 5 zit een kind met epilepsie.", "leren");
    var schools = Set.of(AnonymousScan.Setting.nameOf("Basisschool De Zeester, Zandvoort"));

    assertThat(AnonymousScan.identifies(question, new AnonymousScan.Setting(true, schools)))
        .isTrue();
    assertThat(AnonymousScan.identifies(question, new AnonymousScan.Setting(false, schools)))
        .isFalse();
  }

  @Test
  void a_school_of_the_convenant_is_known_in_small_letters_too() {
    var schools = Set.of(AnonymousScan.Setting.nameOf("Basisschool De Duinpieper, Haarlem-Noord"));
    var question = List.of("op de duinpieper, in groep 5, is ruzie");

    assertThat(schools).containsExactly("duinpieper");
    assertThat(AnonymousScan.identifies(question, new AnonymousScan.Setting(false, schools)))
        .isTrue();
    assertThat(AnonymousScan.identifies(question)).isFalse();
  }

  @Test
  void letters_that_cannot_be_seen_hide_nothing() {
    assertThat(AnonymousScan.identifies(List.of("De leer\u200bling Sem is boos."))).isTrue();
    assertThat(AnonymousScan.identifies(List.of("jarig in de maand mei"))).isTrue();
  }

  @Test
  void what_the_scan_does_not_see_is_known() {
    assertThat(AnonymousScan.identifies(List.of("Sem is boos."))).isFalse();
    assertThat(AnonymousScan.identifies(List.of("de leerling sem is boos"))).isFalse();
    assertThat(AnonymousScan.identifies(List.of("Het kind van de bakker naast de kerk.")))
        .isFalse();
  }

  @Test
  void a_forbidden_topic_is_seen_as_a_whole_word_only() {
    assertThat(TopicScan.speaksOf(Set.of("adhd"), List.of("Vanwege ADHD, extra pauze"))).isTrue();
    assertThat(TopicScan.speaksOf(Set.of("ass"), List.of("tijdens de klassenpauze"))).isFalse();
  }
}
