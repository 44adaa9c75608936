package nl.sluis.policies.toezicht;

import static nl.sluis.policies.toezicht.Deeds.CJG;
import static nl.sluis.policies.toezicht.Deeds.DAY;
import static nl.sluis.policies.toezicht.Deeds.GGD;
import static nl.sluis.policies.toezicht.Deeds.SCHOOL;
import static nl.sluis.policies.toezicht.Deeds.ago;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.junit.jupiter.api.Test;

/// Most rows explain themselves; the others are for a person.
class WatchSpec {
  private final Deeds deeds = new Deeds();
  private final Map<Oin, Watch> watches =
      Stream.of(CJG, GGD, SCHOOL)
          .map(PartyRole::oin)
          .collect(Collectors.toMap(oin -> oin, oin -> new Watch(Policies.shipped(), DAY, oin)));

  @Test
  void a_yes_explains_a_row_and_a_refusal_is_plain_for_who_had_asked_the_family() {
    var without =
        see(deeds.given(ago(9), CJG, "an", GGD, 1, Lane.TOESTEMMING, Evidence.TOESTEMMING));
    var before = see(deeds.refused(ago(9), CJG, "an", GGD, 2));
    see(deeds.asked(ago(8), CJG, "an", GGD, 2));
    var after = see(deeds.refused(ago(7), CJG, "an", GGD, 2));
    var with = see(deeds.given(ago(6), CJG, "an", GGD, 2, Lane.TOESTEMMING, Evidence.TOESTEMMING));
    var other = see(deeds.refused(ago(6), SCHOOL, "bo", GGD, 2));

    assertThat(without).contains("ja-voor-deze-ontvanger");
    assertThat(before).isEmpty();
    assertThat(after).contains("niet-gelukt-na-vraag");
    assertThat(with).contains("ja-op-eigen-vraag");
    assertThat(other).isEmpty();
  }

  @Test
  void a_whole_meldcode_and_acute_danger_explain_only_what_went_by_that_road() {
    assertThat(
            see(deeds.given(ago(3), CJG, "an", GGD, 1, Lane.OVERRIDE, Evidence.MELDCODE_VOLLEDIG)))
        .contains("meldcode");
    assertThat(see(deeds.given(ago(3), CJG, "an", GGD, 2, Lane.OVERRIDE, Evidence.ACUUT)))
        .contains("acuut");
    assertThat(
            see(deeds.given(ago(3), CJG, "an", GGD, 3, Lane.WETTELIJK, Evidence.MELDCODE_VOLLEDIG)))
        .isEmpty();
  }

  @Test
  void an_answer_is_explained_by_what_the_other_sent_first() {
    see(deeds.given(ago(5), GGD, "cor", CJG, 1, Lane.WETTELIJK, Evidence.WETTELIJKE_TAAK));

    assertThat(see(deeds.given(ago(4), CJG, "an", GGD, 1, Lane.WETTELIJK))).contains("antwoord");
    assertThat(see(deeds.given(ago(4), CJG, "an", GGD, 2, Lane.WETTELIJK))).isEmpty();
  }

  @Test
  void who_snoops_explains_nothing_for_an_accomplice() {
    see(deeds.given(ago(5), GGD, "cor", CJG, 1, Lane.WETTELIJK));

    assertThat(see(deeds.given(ago(4), CJG, "an", GGD, 1, Lane.WETTELIJK))).isEmpty();
  }

  @Test
  void a_child_at_the_own_school_and_a_table_around_it_explain_a_row() {
    assertThat(
            see(
                deeds.given(
                    ago(3), SCHOOL, "bo", GGD, 1, Lane.WETTELIJK, Evidence.EIGEN_INSCHRIJVING)))
        .contains("eigen-leerling");
    assertThat(see(deeds.refused(ago(3), CJG, "an", GGD, 2, Evidence.OVERLEG))).contains("overleg");
    assertThat(
            see(deeds.given(ago(3), GGD, "cor", CJG, 3, Lane.WETTELIJK, Evidence.WETTELIJKE_TAAK)))
        .contains("wettelijke-taak");
  }

  @Test
  void looking_again_and_again_makes_no_dossier() {
    for (int days = 9; days > 3; days--) {
      assertThat(see(deeds.refused(ago(days), CJG, "an", GGD, 1))).isEmpty();
    }
  }

  @Test
  void a_refusal_in_a_running_dossier_is_plain_for_that_person_alone() {
    see(deeds.given(ago(9), CJG, "an", GGD, 1, Lane.WETTELIJK, Evidence.WETTELIJKE_TAAK));

    assertThat(see(deeds.refused(ago(8), CJG, "an", GGD, 1)))
        .contains("niet-gelukt-in-lopend-dossier");
    assertThat(see(deeds.refused(ago(8), CJG, "dirk", GGD, 1))).isEmpty();
  }

  @Test
  void what_the_history_does_not_hold_any_more_explains_nothing() {
    see(deeds.given(ago(60), CJG, "an", GGD, 1, Lane.WETTELIJK, Evidence.WETTELIJKE_TAAK));

    assertThat(see(deeds.refused(ago(2), CJG, "an", GGD, 1))).isEmpty();
    assertThat(of(CJG).judged()).isOne();
  }

  @Test
  void the_share_that_explains_itself_can_be_counted() {
    see(deeds.given(ago(3), CJG, "an", GGD, 1, Lane.OVERRIDE, Evidence.ACUUT));
    see(deeds.refused(ago(2), CJG, "an", GGD, 2));

    assertThat(of(CJG).byExplanation()).containsEntry("acuut", 1).containsEntry("", 1);
    assertThat(of(CJG).forgotten()).isZero();
  }

  @Test
  void rows_come_oldest_first_or_not_at_all() {
    see(deeds.refused(ago(2), CJG, "an", GGD, 2));
    var older = deeds.refused(ago(3), CJG, "an", GGD, 2);

    assertThatThrownBy(() -> see(older)).isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<String> see(Deed deed) {
    var seen = of(deed.from()).see(deed).map(Explanation::id);
    if (deed.ending() == Deed.Ending.VERSTREKT) {
      of(deed.to()).see(deed);
    }
    return seen;
  }

  private Watch of(PartyRole party) {
    return Objects.requireNonNull(watches.get(party.oin()));
  }
}
