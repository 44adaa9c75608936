package nl.sluis.policies.hypothesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Explanation;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// The advice on a made-up case, told in Dutch to a professional or a privacy officer.
public final class AdviceText {
  private final Advice advice;
  private final Optional<String> whoSaysYes;
  private final List<String> lines = new ArrayList<>();

  private AdviceText(Advice advice, Optional<String> whoSaysYes) {
    this.advice = advice;
    this.whoSaysYes = whoSaysYes;
  }

  /// The whole advice.
  ///
  /// @param whoSaysYes who must still say yes, in words, when age and gezag were told; else empty
  public static String of(Advice advice, Optional<String> whoSaysYes) {
    return new AdviceText(advice, whoSaysYes).text();
  }

  private String text() {
    lines.add("Een denkbeeldig geval. Vul hier nooit in wat u over een echt kind weet.");
    question();
    answer();
    way();
    never();
    otherwise();
    routes();
    return String.join("\n", lines) + "\n";
  }

  private void question() {
    var asked = advice.asked();
    heading("De vraag");
    lines.add("  doel    " + purpose(asked.purpose()));
    lines.add("  van     " + party(asked.sender()));
    lines.add("  aan     " + party(asked.receiver()));
    asked.categories().stream()
        .sorted()
        .forEach(category -> lines.add("  geeft   " + Change.named(category, convenant())));
    lines.add(
        "  dag     "
            + asked.at().atZone(Age.CALENDAR).toLocalDate()
            + ", volgens "
            + convenant().id()
            + " "
            + convenant().version());
  }

  private void answer() {
    var told = Explanation.whole(advice.decision(), convenant());
    heading("Het antwoord: " + told.outcome() + ". " + told.sentence());
    advice.rule().ifPresentOrElse(rule -> rule(rule, told.undecided()), this::silence);
    told.reasons().forEach(line -> lines.add("  " + reason(line)));
    told.withheld().forEach(line -> lines.add("  blijft achter: " + reason(line)));
    told.obligations().forEach(code -> lines.add("  hoort erbij: " + code));
  }

  private void rule(Rule rule, List<String> undecided) {
    lines.add("  regel   " + rule.id() + " (" + rule.source() + "), " + LaneText.of(rule.lane()));
    for (var ground : rule.grounds()) {
      lines.add("  rust op " + law(ground));
    }
    rule.secrecyKey().ifPresent(key -> lines.add("  opent de geheimhouding: " + law(key)));
    if (!undecided.isEmpty()) {
      lines.add("  jurist  nog niet besloten: " + String.join(", ", undecided));
    }
    lines.add("  gezin   \"" + rule.familySentence() + "\"");
  }

  private void silence() {
    lines.add(
        "  Geen regel laat deze rollen voor dit doel iets delen. Wat er niet staat, mag niet.");
  }

  private void way() {
    if (advice.way().isEmpty()) {
      return;
    }
    var way = advice.way().get();
    if (!way.exists()) {
      heading("Dit wordt langs deze weg nooit ja");
      way.blockedBy().forEach(told -> lines.add("  " + told.reason().watNu()));
      return;
    }
    if (way.changes().isEmpty()) {
      return;
    }
    heading("Zo wordt het ja (dit alles is nodig, en meer niet)");
    for (var change : way.changes()) {
      lines.add("  - " + words(change));
    }
  }

  private String words(Change change) {
    var words = change.words(convenant());
    return change instanceof Change.GetConsent || change instanceof Change.FindGezag
        ? words.replace(Change.EVERYBODY, whoSaysYes.orElse(Change.EVERYBODY))
        : words;
  }

  private void never() {
    if (advice.elsewhere().isEmpty()) {
      return;
    }
    heading("Wat bij dit doel nooit mag, ook niet met toestemming");
    advice
        .elsewhere()
        .forEach((category, purposes) -> lines.add("  - " + never(category, purposes)));
  }

  private String never(DataCategory category, SortedSet<Purpose> purposes) {
    var roles = advice.asked().sender().role() + " aan " + advice.asked().receiver().role();
    return Change.named(category, convenant())
        + (purposes.isEmpty()
            ? ": van " + roles + " bij geen enkel doel."
            : ": van " + roles + " alleen bij " + codes(purposes) + ".");
  }

  private void otherwise() {
    if (!advice.receivers().isEmpty()) {
      heading("Voor dit doel mag deze rol wel iets geven aan");
      advice.receivers().forEach(role -> lines.add("  - " + role));
    }
    if (!advice.purposes().isEmpty()) {
      heading("Deze twee rollen delen wel iets voor");
      advice.purposes().forEach(purpose -> lines.add("  - " + purpose(purpose)));
    }
  }

  private void routes() {
    var routes = advice.routes();
    if (routes.withoutName().isEmpty() && routes.safety().isEmpty()) {
      return;
    }
    heading("Deze wegen staan altijd open");
    for (var rule : routes.withoutName()) {
      lines.add("  - zonder naam (" + rule.id() + "): " + purpose(rule.purpose()));
    }
    for (var rule : routes.safety()) {
      lines.add("  - bij zorg om veiligheid (" + rule.id() + "): " + purpose(rule.purpose()));
    }
    lines.add("  - nu gevaar: bel 112; Veilig Thuis: 0800-2000, dag en nacht");
  }

  private Convenant convenant() {
    return advice.convenant();
  }

  private void heading(String text) {
    lines.add("");
    lines.add(text);
  }

  private String purpose(Purpose purpose) {
    var sentence = convenant().purposes().get(purpose);
    return sentence == null ? purpose.code() : purpose.code() + ": " + sentence;
  }

  private String party(PartyRole who) {
    return who.role()
        + Optional.ofNullable(convenant().parties().get(who.oin()))
            .map(Party::name)
            .map(name -> " (" + name + ")")
            .orElse("");
  }

  private static String law(LawRef law) {
    return law.link().isEmpty() ? law.toString() : law + " (" + law.link() + ")";
  }

  private static String reason(Explanation.Line line) {
    var about = line.about().isEmpty() ? "" : " [" + line.about() + "]";
    return line.code() + about + ": " + line.uitleg();
  }

  private static String codes(SortedSet<Purpose> purposes) {
    return purposes.stream().map(Purpose::code).collect(Collectors.joining(", "));
  }
}
