package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// Every single edit of one rule: one word more, less or other.
final class RuleEdits {
  private static final List<String> KINDS =
      List.of("school-po", "school-vo", "cjg", "ggd-jgz", "gemeente", "leerplicht");

  private final Convenant convenant;
  private final Rule rule;
  private final List<Edit> edits = new ArrayList<>();

  /// @param what which edit, in words
  /// @param silent why no decision can tell; empty when one must
  record Edit(String what, Rule before, Rule after, Optional<String> silent) {}

  private RuleEdits(Convenant convenant, Rule rule) {
    this.convenant = convenant;
    this.rule = rule;
  }

  static List<Edit> of(Convenant convenant, Rule rule) {
    var all = new RuleEdits(convenant, rule);
    all.traffic();
    all.kinds();
    all.categories();
    all.conditions();
    all.duties();
    all.ages();
    all.road();
    return all.edits;
  }

  private void traffic() {
    for (var role : Role.values()) {
      var from = flipped(rule.from(), role);
      var to = flipped(rule.to(), role);
      if (!from.isEmpty() && !isSpokenOf(from, rule.to())) {
        always("vanRol " + role, "from", from);
      }
      if (!to.isEmpty() && !isSpokenOf(rule.from(), to)) {
        always("naarRol " + role, "to", to);
      }
    }
    always("doel", "purpose", new Purpose("een-ander-doel"));
  }

  // The first rule speaks, so a role that another rule of this purpose has already changes nothing.
  private boolean isSpokenOf(Set<Role> from, Set<Role> to) {
    return convenant.rules().stream()
        .filter(r -> !r.id().equals(rule.id()) && r.purpose().equals(rule.purpose()))
        .anyMatch(
            r ->
                r.from().stream().anyMatch(from::contains)
                    && r.to().stream().anyMatch(to::contains));
  }

  private void kinds() {
    for (var kind : KINDS) {
      var from = flipped(rule.fromKinds(), kind);
      var to = flipped(rule.toKinds(), kind);
      if (isSeen(rule.from(), rule.fromKinds(), from)) {
        edit("vanSoort " + kind, "fromKinds", from, Optional.empty());
      }
      if (isSeen(rule.to(), rule.toKinds(), to)) {
        edit("naarSoort " + kind, "toKinds", to, Optional.empty());
      }
    }
    edit("vasteOntvanger", "fixedContact", !rule.fixedContact(), Optional.empty());
  }

  // An edit about a sort of party that has none of the roles is about nobody.
  private boolean isSeen(Set<Role> roles, Set<String> before, Set<String> after) {
    return convenant.parties().values().stream()
        .filter(p -> p.everHeld().stream().anyMatch(roles::contains))
        .anyMatch(p -> fits(p.kind(), before) != fits(p.kind(), after));
  }

  private static boolean fits(String kind, Set<String> kinds) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private void categories() {
    for (var category : DataCategory.values()) {
      var says = rule.categories().get(category);
      if (says == null || says.presence() == Presence.VERBODEN) {
        put(category, Presence.OPTIONEEL, Handling.GESCAND, false, false);
        put(category, Presence.VERPLICHT, Handling.GESCAND, false, false);
      } else {
        var other = says.handling() == Handling.GESCAND ? Handling.VERZEGELD : Handling.GESCAND;
        for (var presence : Presence.values()) {
          put(category, presence, says.handling(), says.motivated(), says.consentNeeded());
        }
        put(category, says.presence(), other, says.motivated(), says.consentNeeded());
        put(category, says.presence(), says.handling(), !says.motivated(), says.consentNeeded());
        put(category, says.presence(), says.handling(), says.motivated(), !says.consentNeeded());
      }
    }
  }

  private void put(
      DataCategory category, Presence presence, Handling handling, boolean why, boolean consent) {
    var before = rule.categories().get(category);
    var says = new CategoryRule(presence, handling, why, consent, category.name());
    if (before != null && alike(before, says)) {
      return;
    }
    var categories = new EnumMap<DataCategory, CategoryRule>(DataCategory.class);
    categories.putAll(rule.categories());
    categories.put(category, says);
    edit(
        category + " " + presence + " " + handling + " " + why + " " + consent,
        "categories",
        categories,
        unfelt(category, before, says));
  }

  private Optional<String> unfelt(
      DataCategory category, @Nullable CategoryRule before, CategoryRule says) {
    if (before != null
        && before.consentNeeded() != says.consentNeeded()
        && rule.lane() == Lane.TOESTEMMING) {
      return Optional.of("hier is voor alles toestemming nodig");
    }
    boolean counts = rule.aggregateOnly() && category != DataCategory.K00;
    return counts && says.presence() != Presence.VERPLICHT
        ? Optional.of("hier gaan alleen cijfers door")
        : Optional.empty();
  }

  private static boolean alike(CategoryRule one, CategoryRule other) {
    return one.presence() == other.presence()
        && one.handling() == other.handling()
        && one.motivated() == other.motivated()
        && one.consentNeeded() == other.consentNeeded();
  }

  private void conditions() {
    for (var code : rule.conditions()) {
      var less = new ArrayList<>(rule.conditions());
      less.remove(code);
      edit("voorwaarde weg " + code, "conditions", less, Optional.empty());
    }
    var more = new ArrayList<>(rule.conditions());
    more.add("nog-iets");
    edit("voorwaarde erbij", "conditions", more, Optional.empty());
  }

  private void duties() {
    for (var kind : EnumSet.complementOf(EnumSet.of(ReferenceKind.GEEN))) {
      Optional<String> silent =
          rule.lane() == Lane.ANONIEM
              ? Optional.of("een anonieme weg wijst nooit naar iemand")
              : kind == ReferenceKind.BSN && !senderMayUseBsn()
                  ? Optional.of("geen afzender mag het BSN gebruiken")
                  : Optional.empty();
      edit("verwijzing " + kind.code(), "references", flipped(rule.references(), kind), silent);
    }
    for (var obligation : Obligation.values()) {
      boolean always = rule.lane() == Lane.OVERRIDE && obligation == Obligation.NACONTROLE;
      edit(
          "verplichting " + obligation.code(),
          "obligations",
          flipped(rule.obligations(), obligation),
          always ? Optional.of("de override wordt altijd nagekeken") : Optional.empty());
    }
  }

  // The best person is seventeen: too young for the one, too old for the other.
  private void ages() {
    var safe =
        rule.lane() == Lane.OVERRIDE
            ? Optional.of("veiligheid kent geen leeftijd")
            : Optional.<String>empty();
    edit("leeftijdVanaf", "ages", new Ages(18, Optional.empty()), safe);
    edit("leeftijdTot", "ages", new Ages(0, Optional.of(17)), safe);
    if (!rule.ages().isEverybody()) {
      edit("geen leeftijd", "ages", Ages.ALL, safe);
    }
  }

  private boolean senderMayUseBsn() {
    return convenant.parties().values().stream()
        .filter(p -> p.everHeld().stream().anyMatch(rule.from()::contains))
        .anyMatch(Party::bsnAllowed);
  }

  private void road() {
    for (var lane : EnumSet.complementOf(EnumSet.of(rule.lane()))) {
      edit("lane " + lane.code(), "lane", lane, Optional.empty());
    }
    edit(
        "publieke taak",
        "publicTask",
        !rule.publicTask(),
        rule.lane() == Lane.OVERRIDE ? Optional.of("niets stopt de override") : Optional.empty());
    always("alleenCijfers", "aggregateOnly", !rule.aggregateOnly());
    boolean elsewhere = rule.otherChannel().isPresent();
    always("anderKanaal", "otherChannel", elsewhere ? Optional.empty() : Optional.of("elders"));
  }

  private void always(String what, String part, Object value) {
    var after = Records.with(rule, part, value);
    edits.add(new Edit(rule.id() + " " + what, rule, after, Optional.empty()));
  }

  // What belongs elsewhere is refused before anything else of the rule is read.
  private void edit(String what, String part, Object value, Optional<String> silent) {
    var elsewhere = rule.otherChannel().map(_ -> "dit hoort bij een ander kanaal");
    edits.add(
        new Edit(
            rule.id() + " " + what,
            rule,
            Records.with(rule, part, value),
            elsewhere.or(() -> silent)));
  }

  private static <T> Set<T> flipped(Set<T> set, T one) {
    var after = new HashSet<>(set);
    if (!after.remove(one)) {
      after.add(one);
    }
    return after;
  }
}
