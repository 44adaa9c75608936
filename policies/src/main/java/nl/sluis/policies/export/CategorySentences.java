package nl.sluis.policies.export;

import static nl.sluis.policies.export.Holds.all;
import static nl.sluis.policies.export.Holds.any;
import static nl.sluis.policies.export.Holds.has;
import static nl.sluis.policies.export.Holds.no;
import static nl.sluis.policies.export.Holds.not;
import static nl.sluis.policies.export.Holds.oneOf;
import static nl.sluis.policies.export.Holds.yes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;

/// What each category may, and when a category that may not go takes the whole message with it.
final class CategorySentences {
  private static final SortedSet<String> EVERY =
      Arrays.stream(DataCategory.values())
          .map(DataCategory::name)
          .collect(Collectors.toCollection(TreeSet::new));

  private final Rule rule;
  private final boolean override;
  private final Map<String, CategoryRule> allowed = new TreeMap<>();
  private final List<Sentence> said = new ArrayList<>();

  CategorySentences(Rule rule) {
    this.rule = rule;
    this.override = rule.lane() == Lane.OVERRIDE;
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() != Presence.VERBODEN) {
                allowed.put(category.name(), says);
              }
            });
  }

  List<Sentence> sentences() {
    allowed.forEach(
        (code, says) -> {
          required(code, says);
          seal(code, says);
          undecidedConsent(code, says);
          says(code, says);
        });
    notAllowed();
    nothingLeft();
    return said;
  }

  private void required(String code, CategoryRule says) {
    if (says.presence() == Presence.VERPLICHT) {
      refuses("categorie-ontbreekt/" + code, not(has(Fact.AANGEBODEN, code)));
    }
  }

  private void seal(String code, CategoryRule says) {
    if (!override) {
      refuses(
          "verzegeling-onjuist/" + code, all(has(Fact.AANGEBODEN, code), wrongSeal(code, says)));
    }
  }

  // Who has gezag can still be looked up; so the message waits when the sender wants all or
  // nothing.
  private void undecidedConsent(String code, CategoryRule says) {
    if (rule.lane() == Lane.TOESTEMMING || !says.consentNeeded()) {
      return;
    }
    for (var state : List.of("gezag-onbekend", "gever-afgeschermd")) {
      said.add(
          new Sentence(
              rule.id() + "/" + state + "/" + code,
              false,
              Asked.COMPLEET,
              all(
                  has(Fact.AANGEBODEN, code),
                  no(Fact.LEVER_REST),
                  oneOf(Fact.TOESTEMMING, state))));
    }
  }

  private void says(String code, CategoryRule says) {
    said.add(new Sentence(rule.id() + "/" + code, true, Asked.category(code), Holds.always()));
    withheld(code, says)
        .forEach(
            (reason, when) -> {
              var id = rule.id() + "/" + reason + "/" + code;
              said.add(new Sentence(id, false, Asked.category(code), when));
              if (says.presence() == Presence.VERPLICHT) {
                said.add(new Sentence(id, false, Asked.MAG, all(has(Fact.AANGEBODEN, code), when)));
              } else if (!override) {
                said.add(
                    new Sentence(
                        id,
                        false,
                        Asked.MAG,
                        all(has(Fact.AANGEBODEN, code), no(Fact.LEVER_REST), when)));
              }
            });
  }

  /// By reason: when this category stays behind although the rule names it.
  private Map<String, Holds> withheld(String code, CategoryRule says) {
    var reasons = new LinkedHashMap<String, Holds>();
    if (code.equals("K02")) {
      reasons.put("bsn-niet-toegestaan", no(Fact.BSN_BEVOEGD));
    }
    if (says.motivated()) {
      reasons.put("noodzaak-niet-gemotiveerd", not(has(Fact.GEMOTIVEERD, code)));
    }
    if (override) {
      reasons.put("verzegeling-onjuist", wrongSeal(code, says));
      reasons.put("vondst", has(Fact.VONDST_IN, code));
    }
    if (rule.lane() == Lane.TOESTEMMING) {
      reasons.put(
          "geen-geldige-toestemming",
          all(oneOf(Fact.TOESTEMMING, "gegeven"), not(has(Fact.GEDEKT, code))));
    } else if (says.consentNeeded()) {
      reasons.put(
          "geen-geldige-toestemming",
          any(
              oneOf(Fact.TOESTEMMING, "geen"),
              all(oneOf(Fact.TOESTEMMING, "gegeven"), not(has(Fact.GEDEKT, code))),
              all(
                  yes(Fact.LEVER_REST),
                  oneOf(Fact.TOESTEMMING, "gezag-onbekend", "gever-afgeschermd"))));
    }
    return reasons;
  }

  private void notAllowed() {
    if (override) {
      return;
    }
    var tolerated = new TreeSet<>(allowed.keySet());
    if (tolerated.add("K02")) {
      refuses("bsn-niet-toegestaan/K02", all(has(Fact.AANGEBODEN, "K02"), no(Fact.LEVER_REST)));
    }
    refuses(
        "categorie-niet-toegestaan",
        all(no(Fact.LEVER_REST), not(new Holds.Only(Fact.AANGEBODEN, tolerated))));
  }

  private void nothingLeft() {
    var left = new ArrayList<Holds>();
    allowed.forEach(
        (code, says) -> {
          var parts = new ArrayList<Holds>();
          parts.add(has(Fact.AANGEBODEN, code));
          withheld(code, says).values().forEach(when -> parts.add(not(when)));
          left.add(new Holds.All(parts));
        });
    refuses("niets-over", all(new Holds.HasAny(Fact.AANGEBODEN, EVERY), not(new Holds.Any(left))));
  }

  private static Holds wrongSeal(String code, CategoryRule says) {
    var sealed = has(Fact.VERZEGELD, code);
    return says.handling() == Handling.VERZEGELD ? not(sealed) : sealed;
  }

  private void refuses(String reason, Holds when) {
    said.add(new Sentence(rule.id() + "/" + reason, false, Asked.MAG, when));
  }
}
