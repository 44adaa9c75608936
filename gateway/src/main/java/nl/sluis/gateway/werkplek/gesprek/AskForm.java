package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.werkplek.gesprek.Topic.To;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// What somebody wants to ask a family, as it stands in the form: one purpose, of each receiver the
/// kinds of data. Nothing is ticked beforehand. Immutable.
///
/// @param child by which the own system or Sluis knows the child
/// @param question what the conversation is about; Sluis keeps it sealed
/// @param lastDay the last day on which a yes counts; empty when none was understood
/// @param once whether a yes is good for one time
/// @param language in which it is read to the family
/// @param age how old the child is; empty when that was not said
/// @param newFacts why it is asked again so soon after a no; mostly empty
/// @param lines what is asked for whom, in the order of the page
public record AskForm(
    Child child,
    String question,
    Optional<LocalDate> lastDay,
    boolean once,
    Language language,
    Optional<AgeBand> age,
    String newFacts,
    List<Line> lines) {
  static final int LONGEST = 2000;
  private static final int SHORTEST = 10;
  private static final int SHORTEST_FACTS = 20;

  /// Copies its list.
  public AskForm {
    lines = List.copyOf(lines);
  }

  /// How the child is pointed at: a reference of the own system, or a code that joins.
  ///
  /// @param kind `eigen-kenmerk` or `koppelcode`
  /// @param value what was typed; never shown in an address
  public record Child(String kind, String value) {
    static final String OWN = "eigen-kenmerk";
    private static final String CODE = "koppelcode";

    static Child read(Asked asked) throws InputFault {
      return new Child(asked.one("soort").equals(CODE) ? CODE : OWN, asked.one("kind"));
    }

    /// Is it by a code that joins?
    public boolean byCode() {
      return kind.equals(CODE);
    }

    ObjectNode json() {
      return JsonNodeFactory.instance.objectNode().put("soort", kind).put("waarde", value);
    }

    @Override
    public String toString() {
      return "child";
    }
  }

  /// What is asked for one receiver.
  ///
  /// @param reason why this one; only of who is set apart
  public record Line(To to, Set<DataCategory> categories, String reason) {
    /// Copies its set.
    public Line {
      categories = Set.copyOf(categories);
    }
  }

  /// An empty form: a yes counts half a year unless somebody says otherwise.
  static AskForm empty(Instant now) {
    return new AskForm(
        new Child(Child.OWN, ""),
        "",
        Optional.of(day(now).plusMonths(6)),
        false,
        Language.NL,
        Optional.empty(),
        "",
        List.of());
  }

  /// What was sent.
  static AskForm read(Asked asked, Topic topic) throws InputFault {
    var lines = new ArrayList<Line>();
    for (var to : topic.receivers()) {
      var chosen = EnumSet.noneOf(DataCategory.class);
      for (var kind : to.kinds()) {
        if (asked.many("deel-" + to.field()).contains(kind.category().name())) {
          chosen.add(kind.category());
        }
      }
      if (!chosen.isEmpty()) {
        lines.add(new Line(to, chosen, asked.one("reden-" + to.field())));
      }
    }
    return new AskForm(
        Child.read(asked),
        asked.one("vraag"),
        date(asked.one("tot")),
        asked.has("eenmalig"),
        Language.of(asked.one("taal")).orElse(Language.NL),
        AgeBand.of(asked.one("leeftijd")),
        asked.one("nieuw"),
        lines);
  }

  static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static LocalDate day(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalDate();
  }

  /// The keys of what is still missing, so that all of it is said at once.
  List<String> lacks(Topic topic, Instant now) {
    var lacks = new ArrayList<String>();
    add(child.value().isEmpty() || child.value().length() > 200, "kind", lacks);
    add(isNot(question, SHORTEST), "vraag", lacks);
    add(age.isEmpty(), "leeftijd", lacks);
    add(!newFacts.isEmpty() && isNot(newFacts, SHORTEST_FACTS), "nieuw", lacks);
    add(lines.isEmpty() || lines.size() > 12, "ontvangers", lacks);
    var longest =
        day(now).plusMonths(topic.words().arrangements().consentTerms().longestConsentMonths());
    add(lastDay.filter(d -> !d.isBefore(day(now)) && d.isBefore(longest)).isEmpty(), "tot", lacks);
    add(
        lines.stream().anyMatch(one -> one.to().apart() && isNot(one.reason(), SHORTEST)),
        "reden",
        lacks);
    add(lines.stream().anyMatch(AskForm::isIncomplete), "verplicht", lacks);
    return lacks;
  }

  private static void add(boolean isLacking, String what, List<String> lacks) {
    if (isLacking) {
      lacks.add("fout." + what);
    }
  }

  private static boolean isNot(String words, int shortest) {
    return words.length() < shortest || words.length() > LONGEST;
  }

  /// Without what the rule calls `verplicht` nothing can go on this yes, so asking it misleads.
  private static boolean isIncomplete(Line line) {
    return line.to().kinds().stream()
        .anyMatch(kind -> kind.required() && !line.categories().contains(kind.category()));
  }

  /// Was this kind ticked for this receiver?
  public boolean asks(To to, DataCategory category) {
    return lines.stream()
        .anyMatch(one -> one.to().equals(to) && one.categories().contains(category));
  }

  /// The reason for this receiver, as far as one was written.
  public String reason(To to) {
    return lines.stream()
        .filter(one -> one.to().equals(to))
        .map(Line::reason)
        .findFirst()
        .orElse("");
  }

  /// The receivers that were chosen.
  List<To> receivers() {
    return lines.stream().map(Line::to).toList();
  }

  /// The request as /v1 takes it (`POST /v1/toestemmingsverzoeken`).
  ///
  /// @param self who asks
  /// @param shown the text that was read to the family
  ObjectNode json(PartyRole self, Topic topic, Bundle shown) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("namens", party(self));
    json.set("betrokkene", child.json());
    json.put("doel", topic.purpose().code()).put("vraag", question);
    if (!newFacts.isEmpty()) {
      json.put("nieuweFeiten", newFacts);
    }
    json.put("juridischeFunctie", Topic.function(receivers()));
    json.put("geldigTot", lastDay.orElseThrow().plusDays(1).toString());
    json.put("eenmalig", once).put("voorwaardeVanDienst", false);
    json.set("tekst", shown.json());
    var receivers = json.putArray("ontvangers");
    for (var line : lines) {
      var one = receivers.addObject();
      one.set("aan", party(line.to().party()));
      var categories = one.putArray("categorieen");
      line.categories().stream().sorted().forEach(c -> categories.add(c.name()));
      if (line.to().apart()) {
        one.put("reden", line.reason());
      }
    }
    return json;
  }

  static ObjectNode party(PartyRole party) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("oin", party.oin().value())
        .put("rol", party.role().code());
  }

  @Override
  public String toString() {
    return "what is asked of a family";
  }
}
