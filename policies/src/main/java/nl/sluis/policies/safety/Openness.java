package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;

/// What goes along and why, about whom, and what the family is told: openness is the rule, and each
/// exception has a reason, an end and a second person.
final class Openness {
  private static final int NECESSITY_MIN = 20;
  private static final int POSTPONED_WEEKS = 4;
  private static final Set<DataCategory> EXTRA =
      EnumSet.of(DataCategory.K11, DataCategory.K14, DataCategory.K17);
  private static final Set<String> ROLES =
      Set.of(
          "kind",
          "moeder",
          "vader",
          "ouder",
          "stiefouder",
          "pleegouder",
          "broer-of-zus",
          "huisgenoot",
          "ander");
  private static final Set<String> POSTPONE =
      Set.of("veiligheid-kind", "veiligheid-ander", "kind-uit-beeld");
  private static final Set<String> GROUNDS =
      Set.of("veiligheid-betrokkene", "veiligheid-melder", "vertrouwensrelatie");

  private Openness() {}

  /// Was the family told?
  static boolean check(Fields fields, Optional<String> reporter, LocalDate today) {
    categories(fields);
    for (var person : fields.parts("betrokkenen", "betrokkene", "wie erbij betrokken zijn")) {
      person.text("wie", "om wie het gaat");
      person.choice("rol", "de rol in het gezin", ROLES);
      person.close();
    }
    fields
        .part("anoniemJegensGezin", "anoniem jegens het gezin")
        .ifPresentOrElse(
            Openness::anonymity,
            () ->
                fields.gap("of u anoniem blijft voor het gezin ontbreekt (`anoniemJegensGezin`)"));
    return family(fields, reporter, today);
  }

  /// Was the family told? If not, somebody else than who decided agreed that it waits.
  static boolean family(Fields fields, Optional<String> reporter, LocalDate today) {
    var family = fields.part("gezin", "gezin");
    if (family.isEmpty()) {
      fields.gap("of het gezin is geïnformeerd ontbreekt (`gezin`)");
      return false;
    }
    return informed(family.get(), reporter, today);
  }

  /// Why each of the categories that go along is needed.
  static void categories(Fields fields) {
    for (var part : fields.parts("categorieen", "categorie", "de categorieën die meegaan")) {
      var code = part.text("code", "de code");
      var category = code.flatMap(DataCategory::of);
      if (code.isPresent() && category.isEmpty()) {
        part.gap("de code is geen categorie van het convenant");
      }
      var necessity = part.text("noodzaak", "waarom deze gegevens nodig zijn");
      if (necessity.isPresent() && necessity.get().length() < NECESSITY_MIN) {
        part.gap("de noodzaak is korter dan twintig tekens");
      }
      if (part.optional("extraZin").isEmpty() && category.filter(EXTRA::contains).isPresent()) {
        part.gap("bij deze gegevens hoort een extra zin: waarom het niet zonder kan (`extraZin`)");
      }
      part.close();
    }
  }

  private static void anonymity(Fields part) {
    var anonymous = part.answer("anoniem", "blijft u anoniem voor het gezin");
    part.choiceWhen(anonymous.orElse(false), "grond", "de grond om anoniem te blijven", GROUNDS);
    part.close();
  }

  private static boolean informed(Fields family, Optional<String> reporter, LocalDate today) {
    var informed = family.optionalPart("geinformeerd", "gezin geïnformeerd");
    var postponed = family.optionalPart("uitstel", "gezin later informeren");
    if (informed.isPresent() == postponed.isPresent()) {
      family.gap(
          "noem wanneer het gezin is geïnformeerd (`geinformeerd`) of waarom later (`uitstel`)");
    }
    informed.ifPresent(
        told -> {
          told.day("datum", "de datum", today);
          told.text("door", "door wie");
          told.close();
        });
    postponed.ifPresent(later -> postponed(later, reporter, today));
    family.close();
    return informed.isPresent();
  }

  private static void postponed(Fields later, Optional<String> reporter, LocalDate today) {
    later.choice("reden", "de reden", POSTPONE);
    var until = later.anyDay("tot", "tot wanneer");
    if (until.isPresent()
        && (until.get().isBefore(today) || until.get().isAfter(today.plusWeeks(POSTPONED_WEEKS)))) {
      later.gap("uitstel kan tot hoogstens vier weken na vandaag (`tot`)");
    }
    var confirmed = later.text("bevestigdDoor", "wie het uitstel bevestigde");
    if (confirmed.isPresent() && confirmed.equals(reporter)) {
      later.gap("het uitstel bevestigt iemand anders dan de melder (`bevestigdDoor`)");
    }
    later.close();
  }
}
