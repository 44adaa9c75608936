package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Reason;

/// Reads one file of `voorbeelden/`: what is asked, and what the parties agreed to answer.
final class ExampleReader {
  private static final Set<String> OUTCOMES =
      Set.of("PERMIT", "PERMIT_MET_VERPLICHTINGEN", "GEDEELTELIJK", "AANHOUDEN", "WEIGEREN");

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final PartyReader parties;
  private final Map<String, Rule> rules;
  private final LocalDate day;
  private final String base;

  ExampleReader(Faults faults, PartyReader parties, List<Rule> rules, LocalDate day, String base) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.parties = parties;
    this.rules = rules.stream().collect(Collectors.toMap(Rule::id, r -> r, (a, _) -> a));
    this.day = day;
    this.base = base;
  }

  List<Example> read(Entry file) {
    var examples = new ArrayList<Example>();
    for (var block : file.entries("voorbeelden")) {
      example(block).ifPresent(examples::add);
      block.close();
    }
    file.close();
    return examples;
  }

  private Optional<Example> example(Entry block) {
    var title = block.word("voorbeeld").value();
    var ruleId = block.word("regel");
    var answer = block.word("antwoord");
    var outcome = block.word("uitkomst");
    var because = reasons(block.words("omdat"));
    var withheld = withheld(block);
    var obligations =
        vocabulary.allOf(Obligation.class, block.words("verplichtingen"), "De verplichting");
    var rule = Optional.ofNullable(rules.get(ruleId.value()));
    if (rule.isEmpty()) {
      faults.add(ruleId.spot(), "De regel `" + ruleId.value() + "` bestaat niet.");
    }
    boolean yes = answer.value().equals("ja");
    checkAnswer(answer, outcome, yes);
    var question = block.entry("vraag").flatMap(asked -> question(asked, rule));
    if (question.isEmpty()) {
      faults.add(block.spot(), "Dit voorbeeld heeft geen volledige `vraag`.");
    }
    var at = new Spot(block.spot().file().substring(base.length()), block.spot().line());
    return question.map(
        q ->
            new Example(
                title,
                ruleId.value(),
                yes,
                q,
                outcome.value(),
                because,
                withheld,
                obligations,
                at.toString()));
  }

  private void checkAnswer(Word answer, Word outcome, boolean yes) {
    if (!yes && !answer.value().equals("nee")) {
      faults.add(answer.spot(), "Bij `antwoord` hoort `ja` of `nee`.");
    }
    if (!OUTCOMES.contains(outcome.value())) {
      faults.add(outcome.spot(), "De uitkomst `" + outcome.value() + "` is onbekend.");
    } else if (yes == Set.of("AANHOUDEN", "WEIGEREN").contains(outcome.value())) {
      faults.add(outcome.spot(), "Deze uitkomst hoort niet bij het antwoord.");
    }
  }

  private Set<Reason> reasons(List<Word> words) {
    return vocabulary.allOf(Reason.class, words, "De reden");
  }

  private Map<DataCategory, Reason> withheld(Entry block) {
    var withheld = new EnumMap<DataCategory, Reason>(DataCategory.class);
    block
        .entry("achtergehouden")
        .ifPresent(
            entry -> {
              for (var key : entry.freeKeys()) {
                var reason = vocabulary.of(Reason.class, entry.word(key.value()), "De reden");
                vocabulary.category(key).ifPresent(c -> reason.ifPresent(r -> withheld.put(c, r)));
              }
            });
    return withheld;
  }

  private Optional<Question> question(Entry asked, Optional<Rule> rule) {
    var purpose = asked.find("doel").map(Word::value).filter(Purpose::isPurpose).map(Purpose::new);
    var from = partyRole(asked, "van");
    var to = partyRole(asked, "aan");
    var at = at(asked.day("dag").orElse(day));
    var offered = vocabulary.categories(asked.words("categorieen"));
    var sealed = vocabulary.categories(asked.words("verzegeld"));
    var motivated = vocabulary.categories(asked.words("gemotiveerd"));
    var met = asked.words("voorwaarden").stream().map(Word::value).collect(Collectors.toSet());
    var reference =
        asked
            .find("verwijzing")
            .flatMap(w -> vocabulary.of(ReferenceKind.class, w, "De verwijzing"))
            .orElse(ReferenceKind.GEEN);
    var partial =
        asked
            .find("bijGedeeltelijk")
            .flatMap(w -> vocabulary.of(PartialDelivery.class, w, "De keuze"))
            .orElse(PartialDelivery.WEIGER);
    var meldcode = meldcode(asked);
    var findings = findings(asked);
    var facts = facts(asked, offered);
    asked.close();
    var what = purpose.or(() -> rule.map(Rule::purpose));
    if (what.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Question(
            at,
            what.get(),
            from.get(),
            to.get(),
            reference,
            offered,
            sealed,
            motivated,
            met,
            partial,
            meldcode,
            findings,
            facts));
  }

  private Optional<PartyRole> partyRole(Entry asked, String key) {
    return asked
        .entry(key)
        .flatMap(
            entry -> {
              var oin = parties.party(entry.word("partij"));
              var role = vocabulary.role(entry.word("rol"));
              entry.close();
              return oin.flatMap(o -> role.map(r -> new PartyRole(o, r)));
            });
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(Age.CALENDAR).toInstant();
  }

  private MeldcodeState meldcode(Entry asked) {
    var word = asked.find("meldcode");
    return switch (word.map(Word::value).orElse("geen")) {
      case "geen" -> new MeldcodeState.Absent();
      case "acuut" -> new MeldcodeState.Acute();
      case "volledig" -> new MeldcodeState.Complete(true);
      case "volledig-gezin-niet-geinformeerd" -> new MeldcodeState.Complete(false);
      case "onvolledig" -> new MeldcodeState.Incomplete(List.of("het besluit ontbreekt"));
      default -> {
        word.ifPresent(
            w -> faults.add(w.spot(), "De stand `" + w.value() + "` van de meldcode is onbekend."));
        yield new MeldcodeState.Absent();
      }
    };
  }

  private Set<ScanFinding.Found> findings(Entry asked) {
    return asked
        .entry("gevonden")
        .map(
            entry ->
                entry.freeKeys().stream()
                    .flatMap(
                        key ->
                            vocabulary
                                .of(ScanFinding.class, entry.word(key.value()), "De vondst")
                                .map(f -> new ScanFinding.Found(f, key.value()))
                                .stream())
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  private SubjectFacts facts(Entry asked, Set<DataCategory> offered) {
    var age =
        asked.find("leeftijd").isPresent()
            ? Optional.of(new Age(asked.number("leeftijd", 0)))
            : Optional.<Age>empty();
    var covered =
        asked.find("toestemming").isEmpty() || asked.words("toestemmingVoor").isEmpty()
            ? offered
            : vocabulary.categories(asked.words("toestemmingVoor"));
    var consent = consent(asked, covered);
    var stops = vocabulary.allOf(Restriction.class, asked.words("beperkingen"), "De beperking");
    return new SubjectFacts(age, consent, stops);
  }

  private ConsentState consent(Entry asked, Set<DataCategory> covered) {
    var word = asked.find("toestemming").orElse(new Word("nooit-gevraagd", asked.spot()));
    return switch (word.value()) {
      case "gegeven" -> new ConsentState.Given(covered, List.of("voorbeeld"));
      case "gezag-onbekend" -> new ConsentState.CustodyUnknown();
      case "afgeschermd" -> new ConsentState.ShieldedGiver();
      default ->
          new ConsentState.NotGiven(
              vocabulary.allOf(ConsentState.Lack.class, List.of(word), "De stand van toestemming"));
    };
  }
}
