package nl.sluis.policies.difference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// What is written differently in a rule, whether or not that moves a combination.
final class RulesMoved {
  private static final List<Part<Rule>> PARTS =
      List.of(
          Part.one("heet", Rule::id),
          Part.one("gaat over", r -> r.purpose().code()),
          Part.some("is van", r -> r.from().stream().map(Role::code)),
          Part.some("is aan", r -> r.to().stream().map(Role::code)),
          Part.some("is alleen van een", r -> r.fromKinds().stream()),
          Part.some("is alleen aan een", r -> r.toKinds().stream()),
          Part.flag("is alleen aan het vaste aanspreekpunt", Rule::fixedContact),
          Part.flag("draagt alleen cijfers", Rule::aggregateOnly),
          Part.one("gaat langs de weg", r -> lower(r.lane())),
          Part.some(
              "zegt van de gegevens",
              r -> r.categories().entrySet().stream().map(RulesMoved::category)),
          Part.row("rust op", r -> r.grounds().stream().map(RulesMoved::law)),
          Part.one(
              "opent de geheimhouding met", r -> r.secrecyKey().map(RulesMoved::law).orElse("")),
          Part.some(
              "vraagt toestemming volgens", r -> r.consent().regimes().stream().map(Regime::code)),
          Part.one("is voor", r -> r.ages().words()),
          Part.some("vraagt vooraf", r -> r.conditions().stream()),
          Part.some(
              "wijst naar de persoon met", r -> r.references().stream().map(ReferenceKind::code)),
          Part.some("geeft mee", r -> r.forwarded().stream()),
          Part.one("wijst naar een ander kanaal", r -> r.otherChannel().orElse("")),
          Part.flag("staat open voor bezwaar (AVG 21)", Rule::publicTask),
          Part.flag("meldt het aan het gezin", Rule::notifyFamily),
          Part.flag("mag onder embargo", Rule::embargoAllowed),
          Part.some("verplicht tot", r -> r.obligations().stream().map(Obligation::code)),
          Part.one("wacht ongelezen (werkdagen)", r -> "" + r.unreadWorkingDays()),
          Part.flag("vervalt nooit ongelezen", Rule::neverLapses),
          Part.one("bewaart", Rule::retention),
          Part.one("zegt tegen het gezin", r -> "\"" + r.familySentence() + "\""),
          Part.some("wacht op de jurist bij", r -> r.legalPoints().stream()));

  private RulesMoved() {}

  static List<String> between(Convenant before, Convenant after) {
    return Part.moved(byId(before), byId(after), id -> "Regel " + id, PARTS);
  }

  private static Map<String, Rule> byId(Convenant convenant) {
    return convenant.rules().stream()
        .collect(Collectors.toMap(Rule::id, Function.identity(), (first, _) -> first));
  }

  private static String category(Map.Entry<DataCategory, CategoryRule> entry) {
    var says = entry.getValue();
    return Stream.of(
            entry.getKey().name(),
            lower(says.presence()),
            lower(says.handling()),
            says.motivated() ? "met noodzaak" : "",
            says.consentNeeded() ? "met toestemming" : "",
            says.form().equals(entry.getKey().name()) ? "" : "vorm " + says.form())
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static String law(LawRef law) {
    return law + (law.link().isEmpty() ? "" : " (" + law.link() + ")");
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
