package nl.sluis.gateway.inzicht;

import static nl.sluis.gateway.inzicht.Household.CONCERN;
import static nl.sluis.gateway.inzicht.Household.FATHER;
import static nl.sluis.gateway.inzicht.Household.NOW;
import static nl.sluis.gateway.inzicht.Household.WORDS;
import static nl.sluis.gateway.inzicht.Household.happened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Sort;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import org.junit.jupiter.api.Test;

/// What a line says, and what it says to somebody who may not know where anybody is (domain 2.7).
class TellerSpec {
  private static final Teller PLAIN = new Teller(Cover.nothing(), Map.of());
  private static final Teller MASKED = new Teller(new Cover(true), Map.of());
  private static final Set<DataCategory> ALL = Set.of(DataCategory.values());

  private static Sieve.Seen seen(Happened what) {
    var between = what.between();
    return new Sieve.Seen(
        what,
        WORDS,
        WORDS.rule(between.purpose(), between.from(), between.to()),
        Optional.empty(),
        false);
  }

  @Test
  void a_line_names_organisation_role_kinds_of_data_purpose_ground_and_where_to_ask() {
    var line = PLAIN.line(seen(happened(Told.GEKREGEN, CONCERN))).orElseThrow();

    assertThat(line.from().name()).contains("Basisschool De Duinpieper, Haarlem-Noord");
    assertThat(line.to().name()).contains("CJG Kennemerland");
    assertThat(line.categories()).containsExactly("De zorg of hulpvraag");
    assertThat(line.sentence())
        .isEqualTo("De school en het CJG bespreken samen een zorg over uw kind.");
    assertThat(line.ground().ground()).isInstanceOf(Ground.SaidYes.class);
    assertThat(line.ground().articles()).isNotEmpty();
    assertThat(line.contact()).isPresent();
    assertThat(line.day()).isEqualTo(LocalDate.parse("2026-11-25"));
  }

  @Test
  void the_day_of_a_line_is_the_day_in_the_netherlands() {
    var justAfterMidnight = Instant.parse("2026-11-24T23:30:00Z");

    assertThat(Teller.day(justAfterMidnight)).isEqualTo(LocalDate.parse("2026-11-25"));
  }

  @Test
  void who_said_yes_reads_on_which_day_and_who_did_not_reads_only_that_it_was_said() {
    var ask = new UUID(8, 1);
    var plain = happened(Told.GEKREGEN, CONCERN);
    var what =
        new Happened(
            1,
            Told.GEKREGEN,
            plain.at(),
            plain.about(),
            CONCERN,
            "",
            "",
            plain.categories(),
            Set.of(),
            Set.of(ask),
            Set.of(),
            "");
    var yes = Instant.parse("2026-10-03T08:00:00Z");
    var said = new ConsentEvent(1, ask, FATHER, EventType.GIVEN, Set.of(), null, false, yes, null);

    assertThat(ground(new Teller(Cover.nothing(), Map.of(ask, List.of(said))), what))
        .isEqualTo(new Ground.YouSaidYes(LocalDate.parse("2026-10-03")));
    assertThat(ground(PLAIN, what)).isInstanceOf(Ground.SaidYes.class);
  }

  private static Ground ground(Teller teller, Happened what) {
    return teller.line(seen(what)).orElseThrow().ground().ground();
  }

  @Test
  void nothing_but_what_was_given_has_a_ground() {
    for (var told : Told.values()) {
      assertThat(ground(PLAIN, happened(told, CONCERN)) instanceof Ground.None)
          .as(told.name())
          .isEqualTo(told != Told.GEKREGEN);
    }
  }

  /// Two families: the same things happened, at other organisations of the same sort, at other
  /// hours.
  @Test
  void who_may_not_know_where_reads_the_same_wherever_it_was_and_at_whatever_hour() {
    Map<Sort, List<Party>> sorts = new HashMap<>();
    for (var party : WORDS.parties().values()) {
      var who = Who.of(new PartyRole(party.oin(), CONCERN.from().role()), WORDS, new Cover(true));
      sorts.computeIfAbsent(who.sort(), _ -> new ArrayList<>()).add(party);
    }
    assertThat(sorts.get(Sort.SCHOOL)).hasSizeGreaterThan(3);

    for (var alike : sorts.values()) {
      for (var told : Told.values()) {
        var lines =
            alike.stream().map(party -> MASKED.line(seen(at(told, party))).orElseThrow()).toList();

        assertThat(lines.stream().map(Line::toString).distinct()).hasSize(1);
        for (var party : alike) {
          assertThat(lines.getFirst().toString()).doesNotContain(party.name(), party.oin().value());
        }
      }
    }
  }

  private static Happened at(Told told, Party party) {
    int hour = Math.floorMod(party.name().hashCode(), 20);
    return happened(
        1,
        told,
        Instant.parse("2026-11-24T00:00:00Z").plus(Duration.ofHours(hour)),
        new Happened.Between(
            CONCERN.purpose(),
            new PartyRole(party.oin(), CONCERN.from().role()),
            new PartyRole(party.oin(), CONCERN.to().role())),
        Set.of(DataCategory.K09, DataCategory.K05));
  }

  @Test
  void who_may_not_know_where_reads_of_no_address_and_no_school_in_any_kind_of_line() {
    for (var told : Told.values()) {
      var line = MASKED.line(seen(happened(1, told, NOW, CONCERN, ALL))).orElseThrow();

      assertThat(line.categories())
          .hasSize(ALL.size() - 2)
          .doesNotContain("Adres, telefoon en e-mail", "School en groep");
      assertThat(line.contact()).isEmpty();
    }
  }

  @Test
  void what_is_about_nothing_but_a_place_has_no_line_for_who_may_not_know_where() {
    for (var locating :
        List.of(
            Set.of(DataCategory.K03),
            Set.of(DataCategory.K05),
            Set.of(DataCategory.K03, DataCategory.K05))) {
      var what = happened(1, Told.GEKREGEN, NOW, CONCERN, locating);

      assertThat(MASKED.line(seen(what))).isEmpty();
      assertThat(PLAIN.line(seen(what))).isPresent();
    }
  }

  @Test
  void a_move_to_another_school_has_no_line_for_who_may_not_know_where() {
    var moves =
        WORDS.rules().stream().filter(rule -> rule.source().contains("overdracht.yaml")).toList();
    assertThat(moves).hasSize(4);
    for (var rule : moves) {
      var between =
          new Happened.Between(
              rule.purpose(),
              new PartyRole(CONCERN.from().oin(), rule.from().iterator().next()),
              new PartyRole(CONCERN.from().oin(), rule.to().iterator().next()));

      assertThat(MASKED.line(seen(happened(Told.GEKREGEN, between)))).as(rule.id()).isEmpty();
    }
  }

  @Test
  void who_reported_is_somebody_when_that_stays_hidden() {
    var what = seen(happened(Told.GEKREGEN, Household.REPORT));
    var hidden = new Sieve.Seen(what.what(), WORDS, what.rule(), Optional.empty(), true);

    var line = PLAIN.line(hidden).orElseThrow();

    assertThat(line.from()).isEqualTo(Who.hidden());
    assertThat(line.contact()).isEmpty();
    assertThat(line.toString()).doesNotContain("Duinpieper", "school-ib", "SCHOOL_IB");
  }
}
