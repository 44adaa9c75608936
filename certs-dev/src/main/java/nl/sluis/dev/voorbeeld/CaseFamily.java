package nl.sluis.dev.voorbeeld;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// The child of a worked case: who knows it, who has gezag, and what was said about sharing.
///
/// Used by one thread.
final class CaseFamily {
  static final String CHILD = "kind";
  static final String HELPER = "wie het kind kent";
  private static final Duration AFTER = Duration.ofDays(2);
  private static final String UNTOLD = "niet vastgelegd";
  private static final int USUAL_AGE = 8;
  private static final int ALONE_FROM = 16;
  private static final int ALONG_FROM = 12;

  /// Roles whose systems keep no families; another party knows the child and gives a koppelcode.
  private static final Set<Role> KEEP_NO_FAMILIES =
      EnumSet.of(
          Role.SCHOOL_LEERKRACHT,
          Role.LPA,
          Role.GEMEENTE_BELEID,
          Role.GEMEENTE_FINANCIEN,
          Role.ONDERWIJSINSPECTIE,
          Role.DUO_VERZUIMREGISTER,
          Role.FG,
          Role.CONVENANTBEHEERDER,
          Role.JONGERE,
          Role.OUDER_GEZAG,
          Role.OUDER_ZONDER_GEZAG,
          Role.VOOGD);

  private final Convenant convenant;
  private final Question question;
  private final Rule rule;
  private final int number;
  private final Instant notBefore;

  /// @param number keeps the BSN of this child apart from those of other cases
  /// @param notBefore what the clock shows already; it never goes back
  CaseFamily(Convenant convenant, Question question, Rule rule, int number, Instant notBefore) {
    this.convenant = convenant;
    this.question = question;
    this.rule = rule;
    this.number = number;
    this.notBefore = notBefore;
  }

  boolean isThere() {
    return question.reference() != ReferenceKind.GEEN;
  }

  /// When the story begins.
  Instant start() {
    return question.at().isAfter(notBefore) ? question.at() : notBefore;
  }

  private boolean isEnded() {
    return lacks(Lack.VERLOPEN) || lacks(Lack.LEEFTIJD);
  }

  private boolean lacks(Lack lack) {
    return question.facts().consent() instanceof ConsentState.NotGiven(Set<Lack> lacks)
        && lacks.contains(lack);
  }

  String sender() {
    return "afzender als " + question.sender().role();
  }

  String receiver() {
    return "ontvanger als " + question.receiver().role();
  }

  /// Who puts facts on record.
  String recorder() {
    return ownRecorder(question.sender())
        .map(role -> "afzender als " + role)
        .or(() -> ownRecorder(question.receiver()).map(role -> "ontvanger als " + role))
        .orElseGet(this::helperAs);
  }

  private boolean isKnownToSender() {
    return question.reference() != ReferenceKind.KOPPELCODE
        && ownRecorder(question.sender()).isPresent();
  }

  /// How the message points at the child.
  String reference() {
    return isKnownToSender() ? question.reference().code() : ReferenceKind.KOPPELCODE.code();
  }

  private Optional<Role> ownRecorder(PartyRole party) {
    return Optional.ofNullable(convenant.parties().get(party.oin()))
        .flatMap(p -> recorder(p, party.role()));
  }

  private Optional<Role> recorder(Party party, Role preferred) {
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    var roles = new TreeSet<Role>();
    party.everHeld().stream().filter(r -> party.holds(r, day)).forEach(roles::add);
    roles.removeAll(KEEP_NO_FAMILIES);
    return roles.contains(preferred) ? Optional.of(preferred) : roles.stream().findFirst();
  }

  /// Somebody else who knows the child and may link it: with a right to the BSN, and no school.
  Optional<Party> helper() {
    if (!isThere() || isKnownToSender()) {
      return Optional.empty();
    }
    return convenant.parties().values().stream()
        .filter(p -> p.bsnAllowed() && !p.kind().startsWith("school"))
        .filter(p -> recorder(p, Role.GGD_JEUGDARTS).isPresent())
        .filter(p -> p.isBoundOn(question.at().atZone(Age.CALENDAR).toLocalDate()))
        .min((a, b) -> a.oin().value().compareTo(b.oin().value()));
  }

  private String helperAs() {
    var party = helper().orElseThrow();
    return HELPER + " als " + recorder(party, Role.GGD_JEUGDARTS).orElseThrow();
  }

  /// The facts of the family, as a scenario has them.
  Map<String, Object> block() {
    var block = new LinkedHashMap<String, Object>();
    block.put("leeftijd", age());
    boolean two = lacks(Lack.ONVOLLEDIG);
    switch (question.facts().consent()) {
      case ConsentState.CustodyUnknown() -> block.put("gezag", "onbekend");
      default -> {
        block.put("gezag", two ? "gezamenlijk-gescheiden" : "eenhoofdig");
        block.put("houders", two ? List.of("moeder", "vader") : List.of("moeder"));
      }
    }
    if (question.facts().consent() instanceof ConsentState.ShieldedGiver) {
      block.put("afgeschermd", List.of(Map.of("persoon", "moeder", "voor", "ontvanger")));
    }
    block.put("gemeente", municipality());
    if (question.reference() == ReferenceKind.BSN) {
      block.put("bsn", TestBsn.of(number));
      if (isKnownToSender()) {
        block.put("verwijzing", "bsn");
      }
    }
    block.put("bekend bij", isKnownToSender() ? recorder() : helperAs());
    if (!isKnownToSender() && !recorder().equals(helperAs())) {
      // What the helper knew is older than what the linked party found; the newest counts.
      block.put("gezien op", "gisteren");
    }
    var stops =
        question.facts().restrictions().stream()
            .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .sorted()
            .toList();
    if (!stops.isEmpty()) {
      block.put("beperkingen", stops);
    }
    return block;
  }

  /// Of whom nothing is said the age does not matter, unless the rule is for some ages only.
  private String age() {
    var known = question.facts().age().map(Age::years);
    if (known.isEmpty() && !rule.ages().isEverybody()) {
      return UNTOLD;
    }
    int years = known.orElse(USUAL_AGE);
    return lacks(Lack.LEEFTIJD) ? (years - 1) + " jaar 364 dagen" : years + " jaar 40 dagen";
  }

  private String municipality() {
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    return question
        .facts()
        .municipality()
        .or(
            () ->
                convenant.region().stream()
                    .filter(s -> s.days().hold(day))
                    .map(s -> s.municipality())
                    .findFirst())
        .map(Municipality::name)
        .orElse(UNTOLD);
  }

  /// Links and what was said, before the message.
  List<Object> steps() {
    var steps = new ArrayList<Object>();
    if (!isThere()) {
      return steps;
    }
    if (!isKnownToSender()) {
      steps.add(link(helperAs(), "afzender"));
      if (ownRecorder(question.sender()).isEmpty()
          && ownRecorder(question.receiver()).isPresent()) {
        steps.add(link(helperAs(), "ontvanger"));
      }
      if (!recorder().equals(helperAs())) {
        steps.add(Map.of("leg gezinsfeiten vast", linked()));
      }
    }
    if (!rule.consent().regimes().isEmpty()) {
      said(steps);
    }
    return steps;
  }

  /// What the party that was linked knows of the family itself: its own words for who the parents
  /// are.
  private Map<String, Object> linked() {
    return told(recorder(), ReferenceKind.KOPPELCODE);
  }

  Map<String, Object> told(String by, ReferenceKind reference) {
    var block = new LinkedHashMap<>(block());
    List.of("bekend bij", "gezien op", "beperkingen").forEach(block::remove);
    block.put("verwijzing", reference.code());
    block.put("door", by);
    block.put("over", CHILD);
    return block;
  }

  Map<String, Object> link(String by, String forParty) {
    var block = new LinkedHashMap<String, Object>();
    block.put("door", by);
    block.put("over", CHILD);
    block.put("voor", forParty);
    block.put("bevestigd door", List.of("med-1", "med-2"));
    return Map.of("maak koppelcode", block);
  }

  private void said(List<Object> steps) {
    switch (question.facts().consent()) {
      case ConsentState.Given given -> steps.add(consent(given.categories(), Map.of()));
      case ConsentState.CustodyUnknown(), ConsentState.ShieldedGiver() -> {}
      case ConsentState.NotGiven(Set<Lack> lacks) -> lacks.forEach(lack -> not(lack, steps));
    }
  }

  private void not(Lack lack, List<Object> steps) {
    var all = question.categories();
    switch (lack) {
      case NOOIT_GEVRAAGD -> {}
      case GEWEIGERD -> steps.add(consent(all, Map.of("geweigerd door", givers().subList(0, 1))));
      case ONVOLLEDIG, GEZAG, LEEFTIJD -> steps.add(consent(all, Map.of()));
      case VERLOPEN -> steps.add(consent(all, Map.of("tot", "over 1 dag")));
      case INGETROKKEN -> {
        steps.add(consent(all, Map.of()));
        steps.add(
            Map.of(
                "trek toestemming in",
                Map.of("toestemming", "gezegd", "persoon", givers().getFirst())));
      }
      case BETWIST -> {
        steps.add(consent(all, Map.of()));
        steps.add(
            Map.of(
                "voeg verklaring toe",
                Map.of(
                    "toestemming", "gezegd",
                    "persoon", givers().getFirst(),
                    "uitspraak", "betwist")));
      }
      case VERBRUIKT, HERROEPEN, ONGELDIG_VERKLAARD, OPGESCHORT, TEKST_GEWIJZIGD ->
          throw new IllegalStateException("no partner can bring about `" + lack + "`");
    }
  }

  /// What happens after what was said: time passes, or gezag changes.
  List<Object> later() {
    var steps = new ArrayList<Object>();
    if (isThere() && isEnded()) {
      steps.add(Map.of("tot", DutchTime.iso(start().plus(AFTER))));
    }
    if (isThere() && lacks(Lack.GEZAG)) {
      var block = new LinkedHashMap<String, Object>();
      block.put("door", isKnownToSender() ? recorder() : helperAs());
      block.put("over", CHILD);
      block.put("leeftijd", USUAL_AGE + " jaar 40 dagen");
      block.put("gezag", "eenhoofdig");
      block.put("houders", List.of("vader"));
      steps.add(Map.of("leg gezinsfeiten vast", block));
    }
    return steps;
  }

  private Map<String, Object> consent(Set<DataCategory> categories, Map<String, Object> more) {
    var block = new LinkedHashMap<String, Object>();
    block.put("van", sender());
    block.put("aan", receiver());
    block.put("door", recorder());
    block.put("doel", question.purpose().code());
    block.put("over", CHILD);
    block.put("verwijzing", reference());
    block.put(
        "categorieen",
        categories.stream().filter(this::mayBeNamed).map(Enum::name).sorted().toList());
    if (!more.containsKey("geweigerd door")) {
      block.put("gegeven door", givers());
    }
    block.putAll(more);
    var step = new LinkedHashMap<String, Object>();
    step.put("stap", "gezegd");
    step.put("leg toestemming vast", block);
    return step;
  }

  private boolean mayBeNamed(DataCategory category) {
    return Optional.ofNullable(rule.categories().get(category))
        .filter(r -> r.presence() != Presence.VERBODEN)
        .isPresent();
  }

  private List<String> givers() {
    int years = question.facts().age().map(Age::years).orElse(USUAL_AGE);
    if (lacks(Lack.LEEFTIJD)) {
      return List.of("moeder");
    }
    if (years >= ALONE_FROM) {
      return List.of("jongere");
    }
    return years >= ALONG_FROM ? List.of("moeder", "jongere") : List.of("moeder");
  }
}
