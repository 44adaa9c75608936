package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What a person answers to a question of Veilig Thuis: all that was asked, a part of it, or a
/// refusal, each with why (Wmo 2015, 5.2.6). A system never answers by itself, and a refusal takes
/// no more words than an answer. Immutable.
///
/// @param number of the investigation, as it stands in the question
/// @param child by which the own system knows the child
/// @param decision what was decided; empty when nothing was chosen
/// @param reason why
/// @param contents what is told, by kind of data; who it is about always goes along
/// @param necessities why each kind is needed
record Reply(
    String number,
    AskForm.Child child,
    Optional<Decision> decision,
    String reason,
    Map<DataCategory, ObjectNode> contents,
    Map<DataCategory, String> necessities) {
  static final Purpose PURPOSE = new Purpose("vt-informatie-antwoord");
  static final DataCategory WHO = DataCategory.K01;
  private static final int SHORTEST = 20;
  private static final int LONGEST = 1000;

  /// What somebody decides.
  enum Decision {
    /// All that was asked.
    ALLES,
    /// A part of what was asked.
    DEEL,
    /// Nothing: that there was a refusal goes, and why.
    WEIGEREN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The word of the convenant.
    String outcome() {
      return switch (this) {
        case ALLES, DEEL -> "beantwoorden";
        case WEIGEREN -> "weigeren";
      };
    }

    static Optional<Decision> of(String code) {
      for (var one : values()) {
        if (one.code().equals(code)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }

  Reply {
    contents = new TreeMap<>(contents);
    necessities = new TreeMap<>(necessities);
  }

  static Reply empty() {
    return new Reply(
        "", new AskForm.Child(AskForm.Child.OWN, ""), Optional.empty(), "", Map.of(), Map.of());
  }

  /// What was sent.
  static Reply read(Asked asked, Inquiry inquiry, Spoken spoken) throws InputFault {
    var contents = new LinkedHashMap<DataCategory, ObjectNode>();
    var necessities = new LinkedHashMap<DataCategory, String>();
    for (var category : offered(inquiry)) {
      var form = form(spoken, category);
      if (form.isPresent()) {
        var filled = form.get().read(asked.form());
        if (!filled.isEmpty()) {
          contents.put(category, filled);
        }
        necessities.put(category, asked.one("noodzaak-" + category.name()));
      }
    }
    return new Reply(
        asked.one("nummer"),
        AskForm.Child.read(asked),
        Decision.of(asked.one("besluit")),
        asked.one("reden"),
        contents,
        necessities);
  }

  /// The form of a category under this rule; empty when the rule does not take it.
  static Optional<CategoryForm> form(Spoken spoken, DataCategory category) {
    var says = spoken.rule().categories().get(category);
    return says == null || says.presence() == Presence.VERBODEN
        ? Optional.empty()
        : CategoryForm.of(spoken.convenant(), says.form());
  }

  /// Who it is about, and what was asked.
  static List<DataCategory> offered(Inquiry inquiry) {
    var all = new ArrayList<DataCategory>(List.of(WHO));
    inquiry.asked().stream().sorted().filter(one -> one != WHO).forEach(all::add);
    return all;
  }

  /// The keys of what is still missing, all at once.
  List<String> lacks(Inquiry inquiry, Spoken spoken) {
    var lacks = new ArrayList<String>();
    add(number.isEmpty() || number.length() > 64, "nummer", lacks);
    add(child.value().isEmpty(), "kind", lacks);
    add(decision.isEmpty(), "besluit", lacks);
    add(reason.length() < SHORTEST || reason.length() > LONGEST, "reden", lacks);
    add(!contents.containsKey(WHO), "wie", lacks);
    long told = contents.keySet().stream().filter(one -> one != WHO).count();
    long wanted = offered(inquiry).stream().filter(one -> one != WHO).filter(takes(spoken)).count();
    decision.ifPresent(
        decided ->
            add(
                switch (decided) {
                  case ALLES -> told < wanted;
                  case DEEL -> told == 0 || told >= wanted;
                  case WEIGEREN -> false;
                },
                decided.code(),
                lacks));
    add(
        decision.filter(one -> one != Decision.WEIGEREN).isPresent()
            && contents.keySet().stream()
                .filter(one -> isMotivated(spoken, one))
                .anyMatch(one -> necessities.getOrDefault(one, "").length() < SHORTEST),
        "noodzaak",
        lacks);
    return lacks;
  }

  private static Predicate<DataCategory> takes(Spoken spoken) {
    return category -> form(spoken, category).isPresent();
  }

  private static boolean isMotivated(Spoken spoken, DataCategory category) {
    var says = spoken.rule().categories().get(category);
    return says != null && says.motivated();
  }

  private static void add(boolean isLacking, String what, List<String> lacks) {
    if (isLacking) {
      lacks.add("werkplek-gesprek.fout.vt." + what);
    }
  }

  /// The message as a connected system sends it.
  ///
  /// @param self in whose name
  /// @param who decided, by pseudonym
  /// @param function of who decided
  /// @param inquiry to which it is the answer
  /// @param now the day of the decision
  OutgoingMessage message(
      PartyRole self, String who, String function, Inquiry inquiry, Spoken spoken, Instant now) {
    boolean refuses = decision.orElseThrow() == Decision.WEIGEREN;
    var told = new LinkedHashMap<DataCategory, ObjectNode>();
    contents.forEach(
        (category, content) -> {
          if (!refuses || category == WHO) {
            told.put(category, content);
          }
        });
    var json = JsonNodeFactory.instance;
    var disclosed = new LinkedHashMap<String, JsonNode>();
    disclosed.put("betrokkene", child.json());
    disclosed.put("handelend", json.objectNode().put("id", who).put("functie", function));
    disclosed.put(
        "voorwaarde:besluit-te-antwoorden",
        json.objectNode()
            .put("datum", AskForm.day(now).toString())
            .put("door", function)
            .put("reden", reason)
            .put("uitkomst", decision.orElseThrow().outcome()));
    disclosed.put(
        "voorwaarde:verzoek-vt",
        json.objectNode().put("datum", AskForm.day(inquiry.at()).toString()).put("nummer", number));
    for (var category : told.keySet()) {
      if (isMotivated(spoken, category)) {
        disclosed.put(
            "noodzaak:" + category.name(), json.textNode(necessities.getOrDefault(category, "")));
      }
    }
    return new OutgoingMessage(
        PURPOSE, self, inquiry.asker(), Optional.of(spoken.convenant().id()), disclosed, told);
  }

  @Override
  public String toString() {
    return "answer to a question";
  }
}
