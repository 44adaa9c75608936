package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.hypothesis.Advice;
import nl.sluis.policies.hypothesis.Change;
import nl.sluis.policies.hypothesis.WayToYes;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// What is still missing for a *ja*, on the convenant and what was stated, and nothing of what
/// Sluis knows of a child (design 10.11). Pure: the engine that decides at Sluis answers here too.
///
/// @param changes what must be otherwise, all of it and no more; empty when nothing must
/// @param blocked why nothing helps along this road; empty when the changes do
/// @param goes what would go now; empty as long as it is no *ja*
/// @param bsn whether the reference that was filled in can be a BSN, which never goes this way
record Missing(
    List<Change> changes, List<Reason.Told> blocked, Set<DataCategory> goes, boolean bsn) {
  private static final SortedMap<String, String> NOTHING = Collections.emptySortedMap();

  /// Copies its parts.
  Missing {
    changes = List.copyOf(changes);
    blocked = List.copyOf(blocked);
    goes = CategorySet.copyOf(goes);
  }

  /// Would the convenant say *ja* to what was stated?
  boolean isNothing() {
    return changes.isEmpty() && blocked.isEmpty() && !bsn;
  }

  /// @param stated what was filled in
  /// @param convenant the version that speaks
  /// @param rule its rule for this purpose and these roles
  /// @param from who sends
  /// @param to who would receive
  /// @param now the instant of asking
  /// @param content reads forms and words
  static Missing of(
      Stated stated,
      Convenant convenant,
      Rule rule,
      PartyRole from,
      PartyRole to,
      Instant now,
      ContentCheck content) {
    var question = question(stated, convenant, rule, from, to, now, content);
    var advice = Advice.on(question, convenant);
    var way = advice.way().orElseGet(() -> new WayToYes(List.of(), List.of()));
    var goes =
        advice.decision() instanceof Permit permit
            ? permit.released()
            : EnumSet.noneOf(DataCategory.class);
    return new Missing(way.changes(), way.blockedBy(), goes, BsnScan.holdsBsn(stated.child()));
  }

  /// What the engine is asked.
  static Question question(
      Stated stated,
      Convenant convenant,
      Rule rule,
      PartyRole from,
      PartyRole to,
      Instant now,
      ContentCheck content) {
    var today = now.atZone(Age.CALENDAR).toLocalDate();
    var offered = stated.categories().keySet();
    return new Question(
        now,
        rule.purpose(),
        from,
        to,
        stated.child().isEmpty() ? ReferenceKind.GEEN : stated.by(),
        offered,
        // The desk seals what the rule wants sealed; nobody can do it otherwise here.
        rule.sealed(offered),
        ContentCheck.motivated(stated.necessity()),
        met(stated, convenant, rule, today),
        PartialDelivery.WEIGER,
        new MeldcodeState.Absent(),
        findings(stated, convenant, rule, from, content),
        new SubjectFacts(
            age(stated, rule, now), consent(stated), EnumSet.noneOf(Restriction.class)));
  }

  private static Set<String> met(Stated stated, Convenant convenant, Rule rule, LocalDate today) {
    var met = new HashSet<String>();
    for (var code : rule.conditions()) {
      var condition = convenant.conditions().get(code);
      if (condition != null && isMet(stated, condition, today)) {
        met.add(code);
      }
    }
    return met;
  }

  private static boolean isMet(Stated stated, Condition condition, LocalDate today) {
    return switch (condition.source()) {
      case BEWEERD ->
          condition.isMetBy(stated.claimed().getOrDefault(condition.code(), NOTHING), today);
      case REGISTER, TEGENPARTIJ -> stated.settled().contains(condition.code());
      // Who signs does so for a message that is whole: the next page asks it, and Sluis lets
      // nothing pass without.
      case ONDERTEKEND -> true;
      // Sluis finds this out by itself, and nobody can state it.
      case WOONPLAATS, LEEFTIJD -> true;
    };
  }

  private static Set<ScanFinding.Found> findings(
      Stated stated, Convenant convenant, Rule rule, PartyRole from, ContentCheck content) {
    var read = new HashMap<String, JsonNode>(stated.disclosed());
    stated.categories().forEach((category, value) -> read.put(category.name(), value));
    return content.findings(read, from.oin(), convenant, Optional.of(rule));
  }

  /// The age as the birth date on the form says. Where none is on it Sluis reads what is on record,
  /// and here the rule has its way.
  private static Optional<Age> age(Stated stated, Rule rule, Instant now) {
    var said = stated.categories().get(DataCategory.K01);
    if (said != null && said.hasNonNull("geboortedatum")) {
      try {
        var born = LocalDate.parse(said.path("geboortedatum").asText());
        return born.isAfter(now.atZone(Age.CALENDAR).toLocalDate())
            ? Optional.empty()
            : Optional.of(Age.at(born, now));
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }
    return rule.ages().isEverybody() ? Optional.empty() : Optional.of(new Age(rule.ages().from()));
  }

  private static ConsentState consent(Stated stated) {
    return switch (stated.consent()) {
      case IEDEREEN ->
          new ConsentState.Given(EnumSet.allOf(DataCategory.class), List.of("gesteld"));
      case NOG_NIET -> new ConsentState.NotGiven(Set.of(ConsentState.Lack.NOOIT_GEVRAAGD));
      case IEMAND_ZEI_NEE -> new ConsentState.NotGiven(Set.of(ConsentState.Lack.GEWEIGERD));
      case GEZAG_ONBEKEND -> new ConsentState.CustodyUnknown();
    };
  }

  /// What stands in the way, in sentences for who is filling in the form.
  ///
  /// @param stated what was filled in, to name the fields that are open or wrong
  List<String> sentences(Convenant convenant, Rule rule, Stated stated) {
    var sentences = new ArrayList<String>();
    if (bsn) {
      sentences.add(
          "Het kenmerk kan een BSN zijn. Gebruik het nummer dat uw organisatie zelf voor dit kind"
              + " heeft, of een koppelcode.");
    }
    changes.forEach(change -> sentences.add(words(change, convenant, rule, stated)));
    blocked.forEach(told -> sentences.add(told.reason().uitleg() + " " + told.reason().watNu()));
    return sentences;
  }

  private static String words(Change change, Convenant convenant, Rule rule, Stated stated) {
    if (change instanceof Change.Clean(var found)) {
      return cleaned(found, convenant, rule, stated);
    }
    if (change instanceof Change.Add(var category)) {
      return "Vul in: "
          + label(category, convenant)
          + ". Zonder dit heeft de ontvanger er niets aan.";
    }
    if (change instanceof Change.Motivate(var category)) {
      return label(category, convenant)
          + ": schrijf in ten minste twintig tekens waarom de ontvanger dit moet weten.";
    }
    return change instanceof Change.PointBy
        ? "Vul in om welk kind het gaat."
        : change.words(convenant);
  }

  private static String cleaned(
      ScanFinding.Found found, Convenant convenant, Rule rule, Stated stated) {
    var category = DataCategory.of(found.where());
    var schema = category.flatMap(known -> convenant.schema(rule, known));
    if (category.isEmpty()) {
      return "In wat u invulde: " + OwnWords.of(found.what());
    }
    return label(category.get(), convenant)
        + ": "
        + (found.what() == ScanFinding.VORM_ONJUIST && schema.isPresent()
            ? FormGaps.of(
                SchemaForm.read(schema.get()).fields(), stated.categories().get(category.get()))
            : OwnWords.of(found.what()));
  }

  private static String label(DataCategory category, Convenant convenant) {
    return convenant.labels().getOrDefault(category, category.slug());
  }
}
