package nl.sluis.policies.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Which roads the convenant opens for an organisation, and what each still needs.
class OpenRoadSpec {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

  private final Convenant convenant = Shipped.convenant();
  private final PartyRole school = party("school-duinpieper", Role.SCHOOL_IB);

  @Test
  void a_worry_goes_to_the_fixed_coach_after_a_talk_and_a_yes_and_to_nobody_else() {
    var road = road("X02");

    assertThat(road.receivers()).extracting(Party::key).containsExactly("cjg-kennemerland");
    assertThat(road.needs())
        .hasAtLeastOneElementOfType(Change.GetConsent.class)
        .contains(new Change.DoFirst("besproken-met-ouders"))
        .hasSize(2);
  }

  @Test
  void raad_without_a_name_needs_nothing_first() {
    assertThat(road("X01").needs()).isEmpty();
  }

  @Test
  void a_worry_about_safety_needs_the_record_of_the_meldcode_and_no_consent() {
    var needs =
        OpenRoad.of(convenant, school, NOW).stream()
            .filter(road -> road.to() == Role.VEILIG_THUIS)
            .flatMap(road -> road.needs().stream())
            .toList();

    assertThat(needs)
        .hasAtLeastOneElementOfType(Change.FillMeldcode.class)
        .noneMatch(Change.GetConsent.class::isInstance);
  }

  @Test
  void what_goes_along_another_channel_is_no_road_here_and_is_told() {
    var elsewhere = OpenRoad.elsewhere(convenant, Role.SCHOOL_ADMINISTRATIE);

    assertThat(elsewhere)
        .extracting(rule -> rule.purpose().code())
        .contains("verzuimmelding-wettelijk");
    assertThat(everywhere()).allMatch(road -> road.rule().otherChannel().isEmpty());
  }

  @Test
  void a_road_leads_only_to_who_has_that_function_today_and_is_bound() {
    var day = NOW.atZone(Age.CALENDAR).toLocalDate();

    assertThat(everywhere())
        .isNotEmpty()
        .allSatisfy(
            road ->
                assertThat(road.receivers())
                    .isNotEmpty()
                    .allMatch(party -> party.isBoundOn(day) && party.holds(road.to(), day)))
        .allMatch(road -> road.rule().from().contains(road.from().role()));
  }

  @Test
  void who_left_the_convenant_or_is_not_in_it_has_no_road() {
    var stranger = new PartyRole(new Oin("00000099000000999000"), Role.SCHOOL_IB);

    assertThat(OpenRoad.of(convenant, stranger, NOW)).isEmpty();
    assertThat(OpenRoad.of(convenant, school, Instant.parse("2020-01-01T09:00:00Z"))).isEmpty();
  }

  @Test
  void every_road_of_every_party_carries_what_the_engine_lets_pass_between_these_roles() {
    for (var version : Shipped.all()) {
      var allowances = new Allowances(version);
      for (var road : everywhere(version)) {
        var between = allowances.between(road.from().role(), road.to());

        assertThat(Ideal.required(road.rule()))
            .as("%s %s %s", version.id(), road.rule().id(), road.from())
            .allMatch(
                category ->
                    between.get(
                            new Cell(
                                road.rule().purpose(), road.from().role(), road.to(), category))
                        instanceof Allowance.Under);
      }
    }
  }

  private OpenRoad road(String rule) {
    return OpenRoad.of(convenant, school, NOW).stream()
        .filter(road -> road.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private List<OpenRoad> everywhere() {
    return everywhere(convenant);
  }

  private static List<OpenRoad> everywhere(Convenant version) {
    var roads = new ArrayList<OpenRoad>();
    for (var party : version.parties().values()) {
      for (var role : party.everHeld()) {
        roads.addAll(OpenRoad.of(version, new PartyRole(party.oin(), role), NOW));
      }
    }
    return roads;
  }

  private PartyRole party(String key, Role role) {
    return new PartyRole(convenant.party(key).orElseThrow().oin(), role);
  }
}
