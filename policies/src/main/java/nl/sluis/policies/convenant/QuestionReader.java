package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
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
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Reads the `vraag` of a worked example: what is asked, with the facts as the example has them.
final class QuestionReader {
  private final Faults faults;
  private final Vocabulary vocabulary;
  private final PartyReader parties;
  private final LocalDate day;

  QuestionReader(Faults faults, PartyReader parties, LocalDate day) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.parties = parties;
    this.day = day;
  }

  /// The question; empty when it says not who asks whom for what.
  Optional<Question> question(Entry asked, Optional<Rule> rule) {
    var purpose = asked.find("doel").map(Word::value).filter(Purpose::isPurpose).map(Purpose::new);
    var from = partyRole(asked, "van");
    var to = partyRole(asked, "aan");
    var at = at(asked.day("dag").orElse(day));
    var offered = vocabulary.categories(asked.words("categorieen"));
    var sealed = vocabulary.categories(asked.words("verzegeld"));
    var motivated = vocabulary.categories(asked.words("gemotiveerd"));
    var met = asked.words("voorwaarden").stream().map(Word::value).collect(Collectors.toSet());
    var reference = choice(asked, "verwijzing", "De verwijzing", ReferenceKind.GEEN);
    var partial = choice(asked, "bijGedeeltelijk", "De keuze", PartialDelivery.WEIGER);
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

  private <E extends Enum<E>> E choice(Entry asked, String key, String what, E absent) {
    return asked
        .find(key)
        .flatMap(word -> vocabulary.of(absent.getDeclaringClass(), word, what))
        .orElse(absent);
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
