package nl.sluis.policies.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.convenant.Proxy;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.RuleBook;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.decision.Records;
import org.junit.jupiter.api.Test;

/// Changes every part of a convenant in turn, whatever record it stands in, and looks whether the
/// difference says something. A part that is added to the model is in here by itself.
class EveryFieldIsToldSpec {
  /// What may differ without a word: how the version is called stands in the first line, the rest
  /// follows from other parts.
  private static final Set<String> UNTOLD =
      Set.of(
          "Convenant.id",
          "Convenant.version",
          "Convenant.digest",
          "Convenant.schemas",
          "Rule.source",
          "LegalPoint.source",
          "Retention.source",
          "Example.source");

  // Three rules are enough: one with consent and a table, one by law, one for safety.
  private static final Set<String> RULES = Set.of("X13", "X13b", "X16");

  private final Convenant before = few(Shipped.convenant());

  @Test
  void whatever_is_changed_in_a_convenant_the_difference_says_something() {
    var variants = new Variants(before).all();
    var silent = new TreeSet<String>();
    var told = new ArrayList<String>();
    var known = new Difference.Known(before);
    for (var variant : variants) {
      var difference = known.against(variant.convenant());
      if (difference.isNone()) {
        silent.add(variant.part());
      } else {
        told.add(variant.part());
        assertThat(DifferenceText.of(difference))
            .as(variant.part())
            .doesNotContain("Er verandert niets");
      }
    }

    silent.removeAll(UNTOLD);
    assertThat(silent).isEmpty();
    assertThat(told)
        .contains(
            "HeldRole.days",
            "Days.first",
            "Days.end",
            "Party.served",
            "Party.bound",
            "Party.suspensions",
            "Party.proxies",
            "Party.secondments",
            "Convenant.region",
            "Convenant.overlapDays",
            "Wall.one",
            "OverlegKind.fixed",
            "Guard.smallest",
            "LegalPoint.ruling",
            "Ruling.answer",
            "Proxy.attorney",
            "Secondment.employer",
            "Condition.sentence");
  }

  @Test
  void what_is_left_untold_is_still_there() {
    var parts = new Variants(before).all().stream().map(Variants.Variant::part).toList();

    assertThat(parts).containsAll(UNTOLD);
  }

  private static Convenant few(Convenant whole) {
    var rules = whole.rules().stream().filter(r -> RULES.contains(r.id())).toList();
    var examples = whole.examples().stream().filter(e -> RULES.contains(e.ruleId())).toList();
    assertThat(rules).extracting(Rule::id).containsAll(RULES);
    var few = Records.with(whole, "book", new RuleBook(rules));
    return filled(Records.with(few, "examples", examples));
  }

  // What the shipped text leaves empty is filled, so that what would stand in it is changed too.
  private static Convenant filled(Convenant convenant) {
    var days = new Days(LocalDate.of(2027, 3, 1), Optional.of(LocalDate.of(2027, 4, 1)));
    var parties = new HashMap<>(convenant.parties());
    parties.replaceAll(
        (oin, party) ->
            Records.with(
                Records.with(party, "suspensions", List.of(days)),
                "proxies",
                List.of(new Proxy(oin, days))));
    var points = new HashMap<>(convenant.legalPoints());
    points.replaceAll(
        (_, point) ->
            Records.with(
                point,
                "ruling",
                Optional.of(new LegalPoint.Ruling("zo", "jurist", LocalDate.of(2027, 3, 1)))));
    return Records.with(Records.with(convenant, "parties", parties), "legalPoints", points);
  }
}
