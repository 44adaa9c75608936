package nl.sluis.policies.export;

import static nl.sluis.policies.export.Holds.all;
import static nl.sluis.policies.export.Holds.always;
import static nl.sluis.policies.export.Holds.any;
import static nl.sluis.policies.export.Holds.has;
import static nl.sluis.policies.export.Holds.no;
import static nl.sluis.policies.export.Holds.not;
import static nl.sluis.policies.export.Holds.oneOf;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Role;

/// The report of acute danger: from anybody, to Veilig Thuis only, and form never stops it.
final class AcuteChapter {
  static final String ACTION = "acuut-melden";

  /// The facts of the danger; they stay when all else must go.
  private static final String DANGER = "K16";

  private AcuteChapter() {}

  static Chapter of(Convenant convenant) {
    var rule =
        convenant.rules().stream()
            .filter(r -> r.lane() == Lane.OVERRIDE && r.to().contains(Role.VEILIG_THUIS))
            .findFirst();
    var id = rule.map(Rule::id).orElse("") + "/acuut";
    var said = new ArrayList<Sentence>();
    said.add(new Sentence(id + "/mag", true, Asked.MAG, always()));
    said.add(new Sentence(id + "/compleet", true, Asked.COMPLEET, always()));
    said.add(
        new Sentence(
            id + "/ontvanger-niet-bevoegd-override",
            false,
            Asked.MAG,
            any(
                not(oneOf(Fact.ONTVANGER, Role.VEILIG_THUIS.code())),
                no(Fact.ONTVANGER_BEKEND),
                no(Fact.ONTVANGER_IN_ROL))));
    rule.ifPresent(r -> categories(id, r, said));
    for (var obligation :
        List.of(
            Obligation.NADOCUMENTATIE, Obligation.NACONTROLE, Obligation.EMBARGO_HERBEOORDELEN)) {
      said.add(ObligationSentences.must(id, obligation, always()));
    }
    said.add(
        ObligationSentences.must(
            id, Obligation.CONVENANT_VERLOPEN_GEMELD, oneOf(Fact.STAND, "verlopen", "ingehaald")));
    var title = id + ": Wmo 2015 5.2.6";
    return new Chapter(title, ACTION, new TreeSet<>(), new TreeSet<>(), said);
  }

  private static void categories(String id, Rule rule, List<Sentence> said) {
    var allowed = new TreeSet<String>();
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() != Presence.VERBODEN) {
                allowed.add(category.name());
              }
            });
    for (var code : allowed) {
      said.add(new Sentence(id + "/" + code, true, Asked.category(code), always()));
      if (!code.equals(DANGER)) {
        said.add(
            new Sentence(
                id + "/vondst/" + code,
                false,
                Asked.category(code),
                all(has(Fact.VONDST_IN, code), somethingStays(code, allowed))));
      }
    }
  }

  /// Does something else remain when this one goes? The last that is left always stays: with a
  /// finding in each, that is the one with the highest code.
  private static Holds somethingStays(String code, NavigableSet<String> allowed) {
    var after = new TreeSet<>(allowed.tailSet(code, false));
    if (allowed.contains(DANGER)) {
      after.add(DANGER);
    }
    var clean = new Holds.HasAny(Fact.ZONDER_VONDST, new TreeSet<>(allowed));
    return after.isEmpty() ? clean : any(clean, new Holds.HasAny(Fact.AANGEBODEN, after));
  }
}
