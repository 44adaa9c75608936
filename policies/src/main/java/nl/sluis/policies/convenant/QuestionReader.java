package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
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
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// Reads the `vraag` of a worked example: what is asked, with the facts as the example has them.
final class QuestionReader {
  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<String, Oin> keys;
  private final Casting casting;
  private final LocalDate day;

  QuestionReader(Faults faults, Collection<Party> parties, LocalDate day) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.keys = parties.stream().collect(Collectors.toMap(Party::key, Party::oin, (a, _) -> a));
    this.casting = new Casting(parties);
    this.day = day;
  }

  /// The question; empty when it says not who asks whom for what, and when nobody in this convenant
  /// can play an example of the model text.
  ///
  /// @param ofModel whether it stands in the model text, which names roles only
  Optional<Question> question(Entry asked, Optional<Rule> rule, boolean ofModel) {
    var purpose = asked.find("doel").map(Word::value).filter(Purpose::isPurpose).map(Purpose::new);
    var from = wish(asked, "van", ofModel);
    var to = wish(asked, "aan", ofModel);
    var today = asked.day("dag").orElse(day);
    var at = at(today);
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
      faults.add(asked.spot(), "Deze `vraag` zegt niet wie wat aan wie vraagt.");
      return Optional.empty();
    }
    var cast = casting.cast(from.get(), to.get(), rule, today);
    if (cast.isEmpty()) {
      if (!ofModel) {
        faults.add(asked.spot(), "Geen partij heeft op die dag de rol van deze `vraag`.");
      }
      return Optional.empty();
    }
    return Optional.of(
        new Question(
            at,
            what.get(),
            cast.get().sender(),
            cast.get().receiver(),
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

  private Optional<Casting.Wish> wish(Entry asked, String key, boolean ofModel) {
    return asked
        .entry(key)
        .flatMap(
            entry -> {
              var party = entry.find("partij").flatMap(word -> party(word, ofModel));
              var kind = entry.find("soort").map(vocabulary::kind);
              var fixed = entry.find("vast").isEmpty() || entry.flag("vast");
              var role = vocabulary.role(entry.word("rol"));
              entry.close();
              return role.map(r -> new Casting.Wish(party, r, kind, fixed));
            });
  }

  private Optional<Oin> party(Word key, boolean ofModel) {
    if (ofModel) {
      faults.add(key.spot(), "Een voorbeeld van de modeltekst noemt rollen, geen partijen.");
      return Optional.empty();
    }
    if (Oin.isOin(key.value())) {
      return Optional.of(new Oin(key.value()));
    }
    var oin = Optional.ofNullable(keys.get(key.value()));
    if (oin.isEmpty()) {
      faults.add(key.spot(), "De partij `" + key.value() + "` staat niet in partijen.yaml.");
    }
    return oin;
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
    var municipality =
        asked.find("gemeente").map(Word::value).filter(w -> !w.isBlank()).map(Municipality::new);
    return new SubjectFacts(age, consent, stops, municipality);
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
