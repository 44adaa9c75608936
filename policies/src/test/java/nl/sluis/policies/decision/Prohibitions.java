package nl.sluis.policies.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Role;

/// What no decision may ever say, whatever the convenant says: domain 1.6 P1 to P12 as far as they
/// concern deciding, and the promises of the design.
final class Prohibitions {
  private static final Set<Role> OVERRIDE = EnumSet.of(Role.VEILIG_THUIS, Role.RVDK, Role.GI_OTS);
  private static final Set<Role> SCHOOL =
      EnumSet.of(
          Role.SCHOOL_LEERKRACHT, Role.SCHOOL_IB, Role.SCHOOL_DIRECTEUR, Role.SCHOOL_ADMINISTRATIE);
  private static final Set<String> PUPIL_NUMBER =
      Set.of(
          "verzuimmelding-wettelijk",
          "verzuimmelding-overig",
          "overdracht-po-vo",
          "overdracht-vo-vo-mbo");
  private static final int MEDICAL_OR_HELP = mask(DataCategory.K11, DataCategory.K14);
  private static final int NO_PERSON = mask(DataCategory.K00, DataCategory.K19);
  private static final int COUNTS = mask(DataCategory.K00);
  private static final int NUMBER = mask(DataCategory.K02);
  private static final int PRIVATE = mask(DataCategory.K18);

  private final Convenant convenant;

  Prohibitions(Convenant convenant) {
    this.convenant = convenant;
  }

  private static int mask(DataCategory... categories) {
    return CategorySet.mask(Set.of(categories));
  }

  /// Which prohibitions look at these roles; two that are not told apart here are alike to all.
  static List<Boolean> sort(Role from, Role to) {
    return List.of(
        SCHOOL.contains(from),
        OVERRIDE.contains(to),
        to == Role.VEILIG_THUIS,
        to == Role.LPA,
        to == Role.GEMEENTE_BELEID,
        to == Role.CJG_COACH);
  }

  /// @throws AssertionError when this decision on this question breaks one
  void check(Question question, Decision decision) {
    if (decision instanceof Permit permit) {
      person(question, permit, CategorySet.mask(permit.released()));
      lanes(question, permit, CategorySet.mask(permit.released()));
      whole(question, permit, CategorySet.mask(permit.released()));
      locks(question, permit);
    }
  }

  private static void person(Question question, Permit permit, int out) {
    var from = question.sender().role();
    var to = question.receiver().role();
    require((out & PRIVATE) == 0, question, "P6: K18");
    require(to != Role.LPA || (out & MEDICAL_OR_HELP) == 0, question, "P1: leerplicht");
    require(to != Role.GEMEENTE_BELEID || (out & ~COUNTS) == 0, question, "P2: counts only");
    require(
        !question.purpose().code().startsWith("jeugdhulp-declaratie") || to != Role.CJG_COACH,
        question,
        "P3: declarations");
    require(
        (out & NUMBER) == 0
            || !SCHOOL.contains(from)
            || PUPIL_NUMBER.contains(question.purpose().code()),
        question,
        "P5: the number of a pupil");
    require(permit.lane() != Lane.OVERRIDE || OVERRIDE.contains(to), question, "P4: receivers");
  }

  private static void lanes(Question question, Permit permit, int out) {
    switch (permit.lane()) {
      case OVERRIDE ->
          require(
              permit.obligations().contains(Obligation.NACONTROLE),
              question,
              "an override without review");
      case ANONIEM ->
          require(
              question.reference() == ReferenceKind.GEEN && (out & ~NO_PERSON) == 0,
              question,
              "P7: somebody in an anonymous lane");
      case TOESTEMMING ->
          require(
              question.facts().consent() instanceof ConsentState.Given given
                  && (out & ~CategorySet.mask(given.categories())) == 0
                  && !question.facts().restrictions().contains(Restriction.BEPERKT),
              question,
              "P9: more than the yes reaches");
      case WETTELIJK, CONFLICT_VAN_PLICHTEN -> {}
    }
    require(
        permit.lane() == Lane.OVERRIDE
            || !question.facts().restrictions().contains(Restriction.RECHTERLIJK_VERBOD),
        question,
        "against the order of a court");
  }

  private static void whole(Question question, Permit permit, int out) {
    int stays = CategorySet.mask(permit.withheld().keySet());
    int offered = CategorySet.mask(question.categories());
    require(
        (out & stays) == 0 && (offered & ~(out | stays)) == 0 && (out & ~offered) == 0,
        question,
        "what was offered is neither released nor withheld");
    require(
        stays == 0
            || permit.lane() == Lane.OVERRIDE
            || question.partial() == PartialDelivery.LEVER_REST,
        question,
        "a part was delivered though the sender wanted all or nothing");
  }

  /// Two locks: a ground, and a key where the sender holds professional secrecy.
  private void locks(Question question, Permit permit) {
    boolean acute = question.meldcode() instanceof MeldcodeState.Acute;
    var rule =
        acute
            ? convenant.rule(permit.ruleId())
            : convenant.rule(question.purpose(), question.sender(), question.receiver());
    require(
        rule.filter(r -> r.id().equals(permit.ruleId())).isPresent(),
        question,
        "silence permitted");
    require(
        acute
            || permit.lane() == Lane.OVERRIDE
            || rule.get().ages().isEverybody()
            || question.facts().age().filter(rule.get().ages()::hold).isPresent(),
        question,
        "an age for which the rule is not");
    require(!rule.get().grounds().isEmpty(), question, "no legal ground");
    require(
        permit.lane() == Lane.ANONIEM
            || !convenant.secrecy().containsKey(question.sender().role())
            || rule.flatMap(Rule::secrecyKey).isPresent(),
        question,
        "no key for professional secrecy");
    require(
        !rule.get().purpose().code().startsWith("vt-advies") || !rule.get().notifyFamily(),
        question,
        "P12: advice shows to the family");
  }

  static void require(boolean holds, Object about, String what) {
    require(holds, () -> what + ": " + about);
  }

  static void require(boolean holds, Supplier<String> what) {
    if (!holds) {
      throw new AssertionError(what.get());
    }
  }
}
