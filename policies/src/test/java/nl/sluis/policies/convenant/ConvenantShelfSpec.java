package nl.sluis.policies.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

class ConvenantShelfSpec {
  private static final Instant LAST_SECOND = Instant.parse("2028-08-31T21:59:59Z");
  private static final Instant LAPSED = Instant.parse("2028-08-31T22:00:00Z");

  private final ConvenantShelf shelf = new ConvenantShelf(NonEmpty.of(Shipped.convenant()));
  private final Lineage zuid = shelf.lineage("zuid-kennemerland").orElseThrow();

  @Test
  void a_version_ends_at_midnight_in_amsterdam() {
    assertThat(zuid.at(LAST_SECOND).standing()).isEqualTo(Standing.GELDIG);
    assertThat(zuid.at(LAPSED).standing()).isEqualTo(Standing.VERLOPEN);
  }

  @Test
  void before_its_first_day_nothing_is_in_force() {
    assertThat(zuid.at(Instant.parse("2026-08-31T21:59:59Z")).standing())
        .isEqualTo(Standing.NOG_NIET);
  }

  @Test
  void a_later_version_makes_an_end_to_the_earlier_one_whatever_last_day_that_names() {
    var next = version("2027-01", "2027-01-01", "2029-01-01");
    var both =
        new ConvenantShelf(new NonEmpty<>(List.of(next, Shipped.convenant())))
            .lineage("zuid-kennemerland")
            .orElseThrow();
    var turn = Instant.parse("2026-12-31T23:00:00Z");

    assertThat(both.at(turn.minusSeconds(1)).convenant()).isEqualTo(Shipped.convenant());
    assertThat(both.at(turn).convenant()).isEqualTo(next);
    assertThat(both.followedOn(Shipped.convenant())).contains(next.validFrom());
    assertThat(both.followedOn(next)).isEmpty();
  }

  @Test
  void two_versions_from_the_same_day_are_never_used_together() {
    var other = version("2027-01", "2026-09-01", "2029-01-01");

    var both = new ConvenantShelf(new NonEmpty<>(List.of(Shipped.convenant(), other)));

    assertThat(both.versions()).containsExactly(Shipped.convenant());
    assertThat(both.setAside())
        .singleElement()
        .satisfies(aside -> assertThat(aside.why()).contains("2027-01", "dezelfde dag"));
  }

  @Test
  void the_next_version_takes_over_on_its_first_day() {
    var next = version("2028-09", "2028-09-01", "2030-09-01");
    var both =
        new ConvenantShelf(new NonEmpty<>(List.of(next, Shipped.convenant())))
            .lineage("zuid-kennemerland")
            .orElseThrow();

    assertThat(both.at(LAST_SECOND).convenant().version()).isEqualTo("2026-09");
    assertThat(both.at(LAPSED).convenant().version()).isEqualTo("2028-09");
  }

  @Test
  void what_the_law_carries_goes_on_when_the_convenant_lapses_and_is_flagged() {
    assertThat(decided("X08")).isInstanceOf(Permit.class);
    assertThat(((Permit) decided("X08")).obligations())
        .contains(Obligation.CONVENANT_VERLOPEN_GEMELD);
    assertThat(((Permit) decided("X16")).obligations())
        .contains(Obligation.CONVENANT_VERLOPEN_GEMELD);
  }

  @Test
  void consent_and_anonymous_lanes_stop_when_the_convenant_lapses() {
    for (var rule : List.of("X01", "X02", "X33")) {
      assertThat(((Refusal) decided(rule)).reasons().items())
          .extracting(Reason.Told::reason)
          .containsExactly(Reason.CONVENANT_NIET_GELDIG);
    }
  }

  @Test
  void a_party_that_joins_later_is_not_bound_yet() {
    var altra =
        Shipped.convenant().parties().values().stream()
            .filter(p -> p.kind().equals("schoolcoach"))
            .findFirst()
            .orElseThrow();

    assertThat(altra.isBoundOn(altra.bound().first().minusDays(1))).isFalse();
    assertThat(altra.isBoundOn(altra.bound().first())).isTrue();
  }

  private Decision decided(String ruleId) {
    var example =
        Shipped.convenant().examples().stream()
            .filter(e -> e.ruleId().equals(ruleId) && e.yes())
            .findFirst()
            .orElseThrow();
    return new Decider(shelf).decide(example.question().with(LAPSED, example.question().facts()));
  }

  private static Convenant version(String version, String from, String until) {
    var files = new TreeMap<>(Shipped.files());
    files.computeIfPresent(
        "convenant/zuid-kennemerland/2026-09/convenant.yaml",
        (_, text) ->
            text.replace("versie: 2026-09", "versie: " + version)
                .replace("2028-09-01", until)
                .replace("2026-09-01", from));
    return ((ConvenantReader.Result.Whole) ConvenantReader.read(files)).convenant();
  }
}
