package nl.sluis.policies.convenant;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// What no convenant may say, whoever signed it: the hard prohibitions, checked before anything
/// runs.
final class Consistency {
  private static final Set<Role> OVERRIDE = EnumSet.of(Role.VEILIG_THUIS, Role.RVDK, Role.GI_OTS);
  private static final Set<Role> SCHOOL =
      EnumSet.of(
          Role.SCHOOL_LEERKRACHT, Role.SCHOOL_IB, Role.SCHOOL_DIRECTEUR, Role.SCHOOL_ADMINISTRATIE);
  private static final Set<String> BSN_FROM_SCHOOL =
      Set.of(
          "verzuimmelding-wettelijk",
          "verzuimmelding-overig",
          "overdracht-po-vo",
          "overdracht-vo-vo-mbo");
  private static final Set<Role> OUTSIDE =
      EnumSet.of(
          Role.DUO_VERZUIMREGISTER,
          Role.VERWIJSINDEX,
          Role.POLITIE,
          Role.OM_HALT,
          Role.IGJ,
          Role.CBS,
          Role.SVB);
  private static final Set<DataCategory> ANONYMOUS = EnumSet.of(DataCategory.K00, DataCategory.K19);

  private final Faults faults;
  private final Context context;

  /// What the rules lean on.
  ///
  /// @param held every role that a party fulfils
  /// @param layers says which rules are of the model text
  /// @param secrecy which roles hold professional secrecy
  record Context(
      Set<Role> held,
      Layers layers,
      Map<String, Condition> conditions,
      Set<String> forms,
      Map<String, LegalPoint> legalPoints,
      Map<Role, LawRef> secrecy) {}

  Consistency(Faults faults, Context context) {
    this.faults = faults;
    this.context = context;
  }

  /// Says every fault of these rules, alone and together.
  void check(List<Rule> rules) {
    var ids = new HashSet<String>();
    for (var rule : rules) {
      if (!ids.add(rule.id())) {
        fault(rule, "id", "Er is al een regel `" + rule.id() + "`; geef deze een eigen naam.");
      }
      checkRoles(rule);
      checkCategories(rule);
      checkLane(rule);
      checkSecrecy(rule);
      checkReceivers(rule);
      checkNames(rule);
      checkAges(rule);
      checkReading(rule);
    }
    checkOverlap(rules);
  }

  private void checkAges(Rule rule) {
    var byAge =
        rule.conditions().stream()
            .filter(code -> isByAge(context.conditions().get(code)))
            .findFirst();
    var ages = AgesCheck.fault(rule, byAge.isPresent());
    if (!ages.isEmpty()) {
      var bound = rule.ages().from() > 0 ? "leeftijdVanaf" : "leeftijdTot";
      fault(rule, rule.ages().isEverybody() ? byAge.orElseThrow() : bound, ages);
    }
  }

  private void checkReading(Rule rule) {
    var wrong = ReadFirstCheck.fault(rule, context.conditions());
    if (!wrong.isEmpty()) {
      fault(rule, "voorwaarden", wrong);
    }
  }

  private static boolean isByAge(@Nullable Condition condition) {
    return condition != null && condition.youth().isPresent();
  }

  // A rule of the model may name more roles than one region has; each side needs one that is there.
  private void checkRoles(Rule rule) {
    if (rule.otherChannel().isPresent()) {
      return;
    }
    boolean ofModel = context.layers().isModel(Spot.of(rule.source()).file());
    for (var side : List.of(rule.from(), rule.to())) {
      if (ofModel && side.stream().anyMatch(context.held()::contains)) {
        continue;
      }
      side.stream()
          .filter(role -> !context.held().contains(role))
          .sorted()
          .forEach(
              role ->
                  fault(
                      rule,
                      role.code(),
                      "De rol `"
                          + role
                          + "` wordt door geen enkele partij vervuld; haal haar weg of geef een"
                          + " partij die rol."));
    }
  }

  // Two locks: what a holder of professional secrecy sends about a person needs a key for each.
  private void checkSecrecy(Rule rule) {
    if (rule.lane() == Lane.ANONIEM
        || rule.otherChannel().isPresent()
        || rule.secrecyKey().isPresent()) {
      return;
    }
    rule.from().stream()
        .filter(context.secrecy()::containsKey)
        .sorted()
        .forEach(
            role ->
                fault(
                    rule,
                    role.code(),
                    "De rol `"
                        + role
                        + "` heeft een beroepsgeheim; noem bij `geheimhouding` het artikel dat het"
                        + " opent."));
  }

  private void checkCategories(Rule rule) {
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() != Presence.VERBODEN && !context.forms().contains(says.form())) {
                fault(
                    rule,
                    category.name(),
                    "Er is geen schema gegevens/"
                        + says.form()
                        + ".schema.json; voeg het toe of haal de categorie weg.");
              }
            });
    var allowed = allowed(rule);
    if (allowed.contains(DataCategory.K18)) {
      fault(rule, "K18", "K18 mag in geen enkele regel mee; zet K18 bij `verboden`.");
    }
    boolean fromSchool = rule.from().stream().anyMatch(SCHOOL::contains);
    boolean bsn =
        allowed.contains(DataCategory.K02) || rule.references().contains(ReferenceKind.BSN);
    if (fromSchool && bsn && !BSN_FROM_SCHOOL.contains(rule.purpose().code())) {
      fault(
          rule,
          allowed.contains(DataCategory.K02) ? "K02" : "bsn",
          "Een school mag bij dit doel geen BSN of PGN sturen; haal K02 en verwijzing `bsn` weg.");
    }
    if (rule.to().contains(Role.LPA)
        && (allowed.contains(DataCategory.K11) || allowed.contains(DataCategory.K14))) {
      fault(
          rule,
          allowed.contains(DataCategory.K11) ? "K11" : "K14",
          "Leerplicht krijgt nooit medische gegevens of inhoud van hulp; haal K11 en K14 weg.");
    }
    if (allowed.isEmpty() && rule.otherChannel().isEmpty()) {
      fault(
          rule,
          "categorieen",
          "Deze regel laat geen enkele categorie toe; noem er een, of een `anderKanaal`.");
    }
  }

  private void checkLane(Rule rule) {
    boolean consentForSome =
        rule.categories().values().stream().anyMatch(CategoryRule::consentNeeded);
    boolean givers = rule.consent().isNeeded();
    boolean statute = rule.grounds().stream().anyMatch(g -> !g.name().equals("AVG"));
    switch (rule.lane()) {
      case TOESTEMMING -> {
        if (!givers) {
          fault(
              rule,
              "lane",
              "Een regel in de lane toestemming noemt bij `toestemming` het regime en de gevers.");
        }
      }
      case WETTELIJK, OVERRIDE -> {
        if (!statute) {
          fault(
              rule,
              "lane",
              "Een regel in de lane " + rule.lane().code() + " noemt bij `sectorwet` een wet.");
        }
        if (givers && !consentForSome) {
          fault(
              rule,
              "toestemming",
              "In deze lane vraagt u geen toestemming: een nee zou niets betekenen. Haal"
                  + " `toestemming` weg.");
        }
      }
      case ANONIEM -> checkAnonymous(rule);
      case CONFLICT_VAN_PLICHTEN -> {}
    }
    if (consentForSome && !givers) {
      fault(
          rule,
          "categorieen",
          "Een categorie vraagt toestemming, maar de regel noemt geen gevers; noem ze bij"
              + " `toestemming`.");
    }
  }

  private void checkAnonymous(Rule rule) {
    for (var entry : rule.categories().entrySet()) {
      var category = entry.getKey();
      var says = entry.getValue();
      if (says.presence() == Presence.VERBODEN) {
        continue;
      }
      if (!ANONYMOUS.contains(category)) {
        fault(
            rule,
            category.name(),
            "In een anonieme regel mag `" + category + "` niet mee; haal die weg.");
      }
      if (says.handling() == Handling.VERZEGELD) {
        fault(
            rule,
            category.name(),
            "In een anonieme regel gaat `" + category + "` gescand, nooit verzegeld.");
      }
    }
    if (rule.references().stream().anyMatch(r -> r != ReferenceKind.GEEN)) {
      fault(rule, "verwijzing", "Een anonieme regel verwijst naar niemand; haal `verwijzing` weg.");
    }
  }

  private void checkReceivers(Rule rule) {
    if (rule.lane() == Lane.OVERRIDE && !OVERRIDE.containsAll(rule.to())) {
      fault(
          rule,
          "naarRol",
          "De override gaat alleen naar veilig-thuis, rvdk of gi-ots; haal de andere rollen weg.");
    }
    if (rule.lane() == Lane.OVERRIDE
        && rule.conditions().isEmpty()
        && !rule.forwarded().contains("meldcode")) {
      fault(
          rule,
          "meegeven",
          "De override geeft `meldcode` mee, of noemt eigen voorwaarden; voeg een van beide toe.");
    }
    if (rule.to().stream().anyMatch(OUTSIDE::contains) && rule.otherChannel().isEmpty()) {
      fault(rule, "naarRol", "Naar deze rol loopt een eigen kanaal; noem het bij `anderKanaal`.");
    }
    if (rule.to().contains(Role.GEMEENTE_BELEID)
        && !(rule.aggregateOnly() && Set.of(DataCategory.K00).containsAll(allowed(rule)))) {
      fault(
          rule,
          Role.GEMEENTE_BELEID.code(),
          "gemeente-beleid krijgt alleen cijfers: K00 met `alleenCijfers: ja`.");
    }
    if (rule.aggregateOnly() && rule.lane() != Lane.ANONIEM) {
      fault(rule, "alleenCijfers", "Een regel met `alleenCijfers: ja` hoort in de lane anoniem.");
    }
  }

  private void checkNames(Rule rule) {
    for (var code : rule.conditions()) {
      if (!context.conditions().containsKey(code)) {
        fault(
            rule,
            code,
            "De voorwaarde `" + code + "` staat niet in voorwaarden.yaml; beschrijf haar daar.");
      }
    }
    for (var point : rule.legalPoints()) {
      if (!context.legalPoints().containsKey(point)) {
        fault(
            rule,
            point,
            "Het punt `" + point + "` staat niet in juridisch.yaml; beschrijf het daar.");
      }
    }
    var names = new HashSet<>(Set.of("handelend", "meldcode", "betrokkene"));
    rule.conditions().forEach(code -> names.add("voorwaarde:" + code));
    allowed(rule).forEach(category -> names.add("noodzaak:" + category));
    for (var name : rule.forwarded()) {
      if (!names.contains(name)) {
        fault(
            rule,
            "meegeven",
            "Bij `meegeven` is `" + name + "` onbekend; noem alleen wat deze regel kent.");
      }
    }
  }

  private void checkOverlap(List<Rule> rules) {
    var taken = new HashMap<String, String>();
    for (var rule : rules) {
      for (var from : rule.from()) {
        for (var to : rule.to()) {
          var key = rule.purpose() + ", van " + from + " naar " + to;
          var other = taken.putIfAbsent(key, rule.id());
          if (other != null && !other.equals(rule.id())) {
            fault(
                rule,
                "doel",
                "Regel `" + other + "` gaat ook al over " + key + "; laat er één over.");
          }
        }
      }
    }
  }

  private static Set<DataCategory> allowed(Rule rule) {
    return rule.categories().entrySet().stream()
        .filter(e -> e.getValue().presence() != Presence.VERBODEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataCategory.class)));
  }

  private void fault(Rule rule, String word, String sentence) {
    var at = new RuleLines(context.layers().files()).of(rule, word);
    faults.add(at, "Regel " + rule.id() + ": " + sentence);
  }
}
