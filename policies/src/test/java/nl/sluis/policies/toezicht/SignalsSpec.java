package nl.sluis.policies.toezicht;

import static nl.sluis.policies.toezicht.Deeds.CJG;
import static nl.sluis.policies.toezicht.Deeds.DAY;
import static nl.sluis.policies.toezicht.Deeds.GGD;
import static nl.sluis.policies.toezicht.Deeds.ago;
import static nl.sluis.policies.toezicht.Deeds.at;
import static nl.sluis.policies.toezicht.Deeds.coachAt;
import static nl.sluis.policies.toezicht.Deeds.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Signal.About;
import org.junit.jupiter.api.Test;

/// Whose work stands out, with the sum that anybody can do again.
class SignalsSpec {
  private static final int PEERS = 10;

  private final Deeds deeds = new Deeds();
  private final List<Deed> rows = new ArrayList<>();

  @Test
  void ten_coaches_who_do_the_same_do_not_stand_out() {
    ordinary(PEERS, 6);

    assertThat(signals()).isEmpty();
  }

  @Test
  void who_does_many_times_more_than_others_in_the_role_stands_out_with_the_sum() {
    ordinary(PEERS, 6);
    plain("veel", 30);

    assertThat(signals())
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.kind()).isEqualTo(SignalKind.VEEL);
              assertThat(signal.about()).isEqualTo(person(CJG, "veel"));
              assertThat(signal.rows()).hasSize(25);
              assertThat(signal.arithmetic())
                  .isEqualTo(
                      "Geteld in 7 dagen: 30. In de rol cjg-coach (11 mensen in de regio): mediaan"
                          + " 6, MAD 0. (30 − 6) / (1 (de kleinste spreiding waarmee wordt"
                          + " gerekend)) = 24. Grens: 4, en ten minste 15.");
            });
  }

  @Test
  void with_too_few_others_nobody_is_compared() {
    ordinary(7, 6);
    plain("veel", 30);

    assertThat(signals()).isEmpty();
    assertThat(Peers.of(watched()).comparable()).isEmpty();
  }

  @Test
  void work_at_night_stands_out_beside_others_who_work_by_day() {
    ordinary(PEERS, 6);
    for (int hour = 19; hour < 24; hour++) {
      rows.add(deeds.given(at(2, hour), CJG, "nacht", GGD, 800, Lane.OVERRIDE, Evidence.ACUUT));
    }

    assertThat(kinds("nacht")).containsExactly(SignalKind.BUITEN_UREN, SignalKind.MELDCODE);
  }

  @Test
  void the_meldcode_once_a_week_stands_out_after_some_weeks_and_not_once_it_stops() {
    ordinary(PEERS, 6);
    for (int weeksAgo = 5; weeksAgo >= 1; weeksAgo--) {
      rows.add(meldcode(7 * weeksAgo, "sluip"));
    }
    assertThat(kinds("sluip")).as("four weeks, and nothing this week").isEmpty();

    rows.add(meldcode(2, "sluip"));

    assertThat(signals())
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.kind()).isEqualTo(SignalKind.MELDCODE);
              assertThat(signal.arithmetic()).startsWith("Geteld in 56 dagen: 6.");
              assertThat(signal.rows()).hasSize(6);
            });
  }

  private Deed meldcode(int daysAgo, String who) {
    return deeds.given(
        ago(daysAgo), CJG, who, GGD, 900 + daysAgo, Lane.OVERRIDE, Evidence.MELDCODE_VOLLEDIG);
  }

  @Test
  void fishing_shows_by_refusals_by_what_is_unexplained_and_by_new_organisations() {
    ordinary(PEERS, 6);
    for (int child = 500; child < 508; child++) {
      rows.add(deeds.refused(ago(1), CJG, "visser", GGD, child));
    }

    assertThat(kinds("visser"))
        .containsExactly(
            SignalKind.ONVERKLAARD, SignalKind.GEWEIGERD, SignalKind.NIEUW_PAAR, SignalKind.REEKS);
  }

  @Test
  void one_a_week_is_a_habit_and_one_in_eight_weeks_is_not() {
    for (int week = 0; week < 8; week++) {
      rows.add(deeds.refused(ago(7 * week), CJG, "steeds", GGD, 600 + week));
    }
    rows.add(deeds.refused(ago(1), coachAt(9), "eens", GGD, 700));

    assertThat(kinds("steeds")).contains(SignalKind.REEKS);
    assertThat(kinds("eens")).doesNotContain(SignalKind.REEKS);
    assertThat(signals())
        .filteredOn(signal -> signal.kind() == SignalKind.REEKS)
        .extracting(Signal::arithmetic)
        .containsExactly(
            "Onverklaard per week, oudste eerst: 1 1 1 1 1 1 1 1. Opgeteld, elke week 0,5 eraf, "
                + "nooit onder nul: 0,5 1 1,5 2 2,5 3 3,5 4. Grens: 2.");
  }

  @Test
  void the_same_child_time_and_again_says_who_and_never_which_child() {
    rows.add(deeds.refused(ago(30), CJG, "ex", GGD, 900));
    rows.add(deeds.refused(ago(3), CJG, "ex", GGD, 900));

    assertThat(signals())
        .filteredOn(signal -> signal.kind() == SignalKind.HERHALING)
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.about()).isEqualTo(person(CJG, "ex"));
              assertThat(signal.rows()).hasSize(2);
              assertThat(signal.toString()).doesNotContain("900");
            });
  }

  @Test
  void what_came_back_long_ago_is_not_told_again() {
    rows.add(deeds.refused(ago(40), CJG, "ex", GGD, 900));
    rows.add(deeds.refused(ago(38), CJG, "ex", GGD, 900));

    assertThat(signals()).isEmpty();
  }

  @Test
  void a_row_without_reason_among_many_organisations_in_one_day_stands_out() {
    for (int organisation = 20; organisation < 23; organisation++) {
      rows.add(
          deeds.given(
              at(1, 9),
              coachAt(organisation),
              "o",
              CJG,
              77,
              Lane.WETTELIJK,
              Evidence.WETTELIJKE_TAAK));
    }
    rows.add(deeds.refused(ago(1), CJG, "vierde", GGD, 77));

    assertThat(kinds("vierde")).contains(SignalKind.ZELFDE_DAG);
    assertThat(kinds("o")).isEmpty();
  }

  @Test
  void a_new_pair_names_the_other_organisation() {
    rows.add(
        deeds.given(ago(20), CJG, "an", Deeds.SCHOOL, 1, Lane.WETTELIJK, Evidence.WETTELIJKE_TAAK));
    rows.add(deeds.refused(ago(2), CJG, "an", Deeds.SCHOOL, 2));
    rows.add(deeds.refused(ago(1), CJG, "an", GGD, 3));

    assertThat(signals())
        .filteredOn(signal -> signal.kind() == SignalKind.NIEUW_PAAR)
        .extracting(Signal::about)
        .containsExactly(new About.Pair(Deeds.actor(CJG, "an"), GGD.oin()));
  }

  @Test
  void whom_somebody_knows_is_not_reckoned_and_that_is_said() {
    assertThat(Signals.notReckoned(Policies.shipped()))
        .singleElement()
        .asString()
        .contains("weet Sluis niet");
  }

  @Test
  void the_order_of_cases_is_rules_first_and_then_how_far() {
    ordinary(PEERS, 6);
    plain("veel", 30);
    plain("meer", 40);
    for (int child = 500; child < 508; child++) {
      rows.add(deeds.refused(ago(1), CJG, "visser", GGD, child));
    }

    var cases = Case.inOrder(signals(), 20);

    assertThat(cases)
        .extracting(one -> one.actor().key())
        .containsExactly("visser", "meer", "veel");
    assertThat(Case.inOrder(signals(), 1)).hasSize(1);
  }

  @Test
  void nothing_can_be_said_of_a_child() {
    var parts =
        Stream.of(Signal.class, Case.class, About.Person.class, About.Pair.class)
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(part -> part.getGenericType().getTypeName());

    assertThat(About.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(About.Person.class, About.Pair.class);
    assertThat(parts).noneMatch(name -> name.contains("Child"));
    assertThat(Deed.Child.of(7).toString()).doesNotContain("7");
  }

  private void ordinary(int people, int each) {
    for (int who = 0; who < people; who++) {
      plain("gewoon-" + who, each);
    }
  }

  private void plain(String who, int many) {
    for (int i = 0; i < many; i++) {
      rows.add(
          deeds.given(
              ago(2), CJG, who, GGD, who.hashCode() + i, Lane.WETTELIJK, Evidence.WETTELIJKE_TAAK));
    }
  }

  /// One for each organisation, with the rows that it may see.
  private List<Watch> watched() {
    var watches = new ArrayList<Watch>();
    for (var own : rows.stream().map(deed -> deed.from().oin()).distinct().toList()) {
      var watch = new Watch(Policies.shipped(), DAY, own);
      rows.stream()
          .filter(deed -> isSeenBy(deed, own))
          .sorted(Comparator.comparing(Deed::at))
          .forEach(watch::see);
      watches.add(watch);
    }
    return watches;
  }

  private static boolean isSeenBy(Deed deed, Oin own) {
    return deed.from().oin().equals(own)
        || (deed.ending() == Deed.Ending.VERSTREKT && deed.to().oin().equals(own));
  }

  private List<Signal> signals() {
    var watches = watched();
    var peers = Peers.of(watches);
    return watches.stream().flatMap(watch -> Signals.of(watch, peers).stream()).toList();
  }

  private List<SignalKind> kinds(String who) {
    return signals().stream()
        .filter(signal -> signal.about().actor().key().equals(who))
        .map(Signal::kind)
        .toList();
  }
}
