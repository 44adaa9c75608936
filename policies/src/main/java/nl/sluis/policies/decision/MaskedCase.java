package nl.sluis.policies.decision;

import java.util.Comparator;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.rules.Scanned;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// One question against one compiled rule. Says what [Interpreter] says, in the same order.
final class MaskedCase {
  private static final int COUNTS = CategorySet.bit(DataCategory.K00);
  private static final int NUMBER = CategorySet.bit(DataCategory.K02);

  private static final Reason.Told AGE_UNKNOWN = new Reason.Told(Reason.LEEFTIJD_ONBEKEND, "");

  private final Question question;
  private final RuleMasks rule;
  private final Sides sides;
  private final int offered;
  private final boolean safety;
  private final Tally tally = new Tally();

  MaskedCase(Question question, RuleMasks rule, Sides sides) {
    this.question = question;
    this.rule = rule;
    this.sides = sides;
    this.offered = CategorySet.mask(question.categories());
    this.safety = rule.isOn(Lane.OVERRIDE);
  }

  Decision decide(Standing standing, String version) {
    boolean lessIsAgreed = safety || question.partial() == PartialDelivery.LEVER_REST;
    if (outright()) {
      return tally.decide(rule, offered, lessIsAgreed);
    }
    inForce(standing, version);
    sides.bound(tally);
    sides.suited(rule, tally);
    reference();
    categories();
    scanned();
    conditions();
    meldcode();
    if (!tally.stops(rule, offered, lessIsAgreed)) {
      restrictions();
      age();
      consent();
    }
    return tally.decide(rule, offered, lessIsAgreed);
  }

  private boolean outright() {
    boolean elsewhere = rule.otherChannel().isPresent();
    if (elsewhere) {
      tally.refuse(rule.otherChannel().get());
    }
    boolean named = question.reference() != ReferenceKind.GEEN || (offered & ~COUNTS) != 0;
    boolean onPersons = rule.countsOnly() && named;
    if (onPersons) {
      tally.refuse(new Reason.Told(Reason.AGGREGATIE_VEREIST, "K00"));
    }
    return elsewhere || onPersons;
  }

  private void inForce(Standing standing, String version) {
    if (!standing.isWhole()) {
      boolean statutory = safety || rule.isOn(Lane.WETTELIJK);
      if (standing.isOnlyStatutory() && statutory) {
        tally.require(Obligation.CONVENANT_VERLOPEN_GEMELD);
      } else {
        tally.refuse(new Reason.Told(lapse(standing), version));
      }
    }
    if (rule.undecided().isPresent()) {
      tally.refuse(rule.undecided().get());
    }
  }

  private static Reason lapse(Standing standing) {
    return standing == Standing.VERLOPEN || standing == Standing.NOG_NIET
        ? Reason.CONVENANT_NIET_GELDIG
        : Reason.VERSIE_NIET_ONDERTEKEND;
  }

  private void reference() {
    var reference = question.reference();
    boolean anonymous = rule.isOn(Lane.ANONIEM);
    boolean right =
        anonymous
            ? reference == ReferenceKind.GEEN
            : reference != ReferenceKind.GEEN
                && rule.takes(reference)
                && (reference != ReferenceKind.BSN || sides.mayUseBsn());
    if (!right) {
      tally.refuse(new Reason.Told(wrong(reference, anonymous), reference.code()));
    }
  }

  private static Reason wrong(ReferenceKind reference, boolean anonymous) {
    if (anonymous) {
      return Reason.BETROKKENE_NIET_TOEGESTAAN;
    }
    return switch (reference) {
      case GEEN -> Reason.BETROKKENE_ONBEKEND;
      case BSN -> Reason.BSN_NIET_TOEGESTAAN;
      case EIGEN_KENMERK, KOPPELCODE -> Reason.BETROKKENE_NIET_TOEGESTAAN;
    };
  }

  private void categories() {
    int allowed = sides.mayUseBsn() ? rule.allowed() : rule.allowed() & ~NUMBER;
    int strange = offered & ~allowed;
    tally.withhold(strange & NUMBER, Reason.BSN_NIET_TOEGESTAAN);
    tally.withhold(strange & ~NUMBER, Reason.CATEGORIE_NIET_TOEGESTAAN);
    refuseEach(rule.required() & ~offered, Reason.CATEGORIE_ONTBREEKT);
    int unexplained = offered & rule.motivated() & ~CategorySet.mask(question.motivated());
    tally.withhold(unexplained, Reason.NOODZAAK_NIET_GEMOTIVEERD);
    int wrongSeal =
        offered & rule.allowed() & (CategorySet.mask(question.sealed()) ^ rule.sealed());
    if (safety) {
      tally.withhold(wrongSeal, Reason.VERZEGELING_ONJUIST);
    } else {
      refuseEach(wrongSeal, Reason.VERZEGELING_ONJUIST);
    }
  }

  private void refuseEach(int mask, Reason reason) {
    for (int left = mask; left != 0; left &= left - 1) {
      tally.refuse(new Reason.Told(reason, CategorySet.lowest(left).name()));
    }
  }

  private void scanned() {
    if (question.findings().isEmpty()) {
      return;
    }
    var inOrder =
        question.findings().stream()
            .sorted(
                Comparator.comparing(ScanFinding.Found::where)
                    .thenComparing(ScanFinding.Found::what))
            .toList();
    for (var found : inOrder) {
      var category = DataCategory.of(found.where());
      var reason = Scanned.reason(found.what());
      if (safety && category.isPresent()) {
        tally.withhold(CategorySet.bit(category.get()), reason);
      } else {
        tally.refuse(new Reason.Told(reason, found.where()));
      }
    }
  }

  private void conditions() {
    for (var condition : rule.conditions()) {
      if (!question.conditions().contains(condition.code())) {
        tally.hold(condition.missing());
      }
    }
  }

  private void meldcode() {
    if (!safety) {
      return;
    }
    if (!rule.asksMeldcode()) {
      tally.require(Obligation.NACONTROLE);
      return;
    }
    switch (question.meldcode()) {
      case MeldcodeState.Absent() ->
          tally.hold(
              new Reason.Told(Reason.MELDCODE_ONVOLLEDIG, "het meldcodeformulier ontbreekt"));
      case MeldcodeState.Incomplete(var gaps) ->
          gaps.forEach(gap -> tally.hold(new Reason.Told(Reason.MELDCODE_ONVOLLEDIG, gap)));
      case MeldcodeState.Complete(boolean familyInformed) -> {
        tally.require(Obligation.NACONTROLE);
        if (!familyInformed) {
          tally.require(Obligation.EMBARGO_HERBEOORDELEN);
        }
      }
      case MeldcodeState.Acute() -> tally.require(Obligation.NACONTROLE);
    }
  }

  private void restrictions() {
    var stops = question.facts().restrictions();
    if (safety || stops.isEmpty()) {
      return;
    }
    if (stops.contains(Restriction.BEPERKT) && (rule.isOn(Lane.TOESTEMMING) || rule.publicTask())) {
      tally.refuse(new Reason.Told(Reason.BEPERKT, ""));
    }
    if (stops.contains(Restriction.BEZWAAR) && rule.publicTask()) {
      tally.refuse(new Reason.Told(Reason.BEZWAAR, ""));
    }
    if (stops.contains(Restriction.RECHTERLIJK_VERBOD)) {
      tally.refuse(new Reason.Told(Reason.RECHTERLIJK_VERBOD, ""));
    }
  }

  private void age() {
    if (safety || rule.ages().isEverybody()) {
      return;
    }
    var age = question.facts().age();
    if (age.isEmpty()) {
      tally.hold(AGE_UNKNOWN);
    } else if (!rule.ages().hold(age.get())) {
      tally.refuse(rule.wrongAge());
    }
  }

  private void consent() {
    boolean forAll = rule.isOn(Lane.TOESTEMMING);
    int needing = offered & (forAll ? rule.allowed() : rule.consentNeeded());
    switch (question.facts().consent()) {
      case ConsentState.Given(var covered, _) ->
          tally.withhold(needing & ~CategorySet.mask(covered), Reason.GEEN_GELDIGE_TOESTEMMING);
      case ConsentState.NotGiven _ -> {
        if (forAll) {
          tally.refuse(new Reason.Told(Reason.GEEN_GELDIGE_TOESTEMMING, ""));
        } else {
          tally.withhold(needing, Reason.GEEN_GELDIGE_TOESTEMMING);
        }
      }
      case ConsentState.CustodyUnknown() -> unanswered(forAll, needing, Reason.GEZAG_ONBEKEND);
      case ConsentState.ShieldedGiver() -> unanswered(forAll, needing, Reason.GEVER_AFGESCHERMD);
    }
  }

  private void unanswered(boolean forAll, int needing, Reason reason) {
    if (forAll) {
      tally.hold(new Reason.Told(reason, ""));
    } else if (question.partial() == PartialDelivery.LEVER_REST) {
      tally.withhold(needing, Reason.GEEN_GELDIGE_TOESTEMMING);
    } else {
      for (int left = needing; left != 0; left &= left - 1) {
        tally.hold(new Reason.Told(reason, CategorySet.lowest(left).name()));
      }
    }
  }
}
