package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.terms.DataCategory;

/// Reads the step `stuur`.
final class SendReader {
  static final ActionKind KIND = ActionKind.ofBlock("stuur", SendReader::read);
  private static final Set<String> REFERENCES =
      new TreeSet<>(List.of("eigen-kenmerk", "koppelcode", "bsn", "geen"));

  private SendReader() {}

  private static Action read(Fields fields, Names names) {
    var from = names.partyAs(fields.need("van"));
    var to = names.partyAs(fields.need("aan"));
    var asked = fields.tree("via");
    var via = asked.filter(one -> !DeskAction.isAsked(one)).map(names::party).orElse(from.party());
    var purpose = names.purpose(fields.need("doel"));
    var child = fields.tree("over").map(names::child).orElse("");
    var reference = fields.text("verwijzing", child.isEmpty() ? "geen" : "eigen-kenmerk");
    if (!REFERENCES.contains(reference)) {
      throw new VoorbeeldFault(
          fields.place("verwijzing"), Suggestion.unknown(reference, REFERENCES));
    }
    var handling =
        new SendAction.Handling(
            categorySet(fields, "open", names), categorySet(fields, "verzegeld", names));
    var door =
        new SendAction.Door(
            fields.tree("met token van").map(names::party).orElse(via),
            fields.tree("met certificaat van").map(names::party).orElse(via));
    var action =
        new SendAction(
            from,
            to,
            via,
            purpose,
            child,
            reference,
            categories(fields.need("categorieen"), names),
            handling,
            claims(fields, names),
            door,
            urgent(fields),
            faults(fields));
    return asked.filter(DeskAction::isAsked).map(one -> DeskAction.of(action, one)).orElse(action);
  }

  private static boolean urgent(Fields fields) {
    boolean acute =
        fields
            .tree("meldcode")
            .filter(Tree.Text.class::isInstance)
            .map(Fields::textOf)
            .filter("acuut"::equals)
            .isPresent();
    return fields.yes("spoed", acute);
  }

  private static SendAction.Claims claims(Fields fields, Names names) {
    var partial = fields.text("bij gedeeltelijk", "");
    if (!partial.isEmpty() && !List.of("lever-rest", "weiger").contains(partial)) {
      throw new VoorbeeldFault(
          fields.place("bij gedeeltelijk"),
          Suggestion.unknown(partial, List.of("lever-rest", "weiger")));
    }
    var acting =
        fields.has("handelend")
            ? fields.json("handelend")
            : JsonNodeFactory.instance
                .objectNode()
                .put("id", "med-77")
                .put("functie", "intern begeleider");
    var follows = fields.tree("vervolg op").map(t -> names.step(t, "stuur")).orElse("");
    return new SendAction.Claims(
        acting,
        conditions(fields, names),
        necessity(fields, names),
        meldcode(fields),
        signing(fields, names),
        partial,
        follows,
        fields.json("ruw"),
        extra(fields));
  }

  static Map<DataCategory, JsonNode> categories(Tree tree, Names names) {
    var categories = new EnumMap<DataCategory, JsonNode>(DataCategory.class);
    if (tree instanceof Tree.Block block) {
      block
          .entries()
          .forEach(
              (code, content) ->
                  categories.put(
                      names.category(block.places().getOrDefault(code, block.place()), code),
                      content(content)));
    } else {
      names.categories(tree).forEach(c -> categories.put(c, MissingNode.getInstance()));
    }
    return categories;
  }

  private static JsonNode content(Tree tree) {
    return tree instanceof Tree.Text text && text.value().equals("standaard")
        ? MissingNode.getInstance()
        : tree.toJson();
  }

  private static Set<DataCategory> categorySet(Fields fields, String key, Names names) {
    var set = EnumSet.noneOf(DataCategory.class);
    fields.tree(key).map(names::categories).ifPresent(set::addAll);
    return set;
  }

  private static Map<String, JsonNode> conditions(Fields fields, Names names) {
    var conditions = new LinkedHashMap<String, JsonNode>();
    fields
        .tree("voorwaarden")
        .ifPresent(
            tree -> {
              if (tree instanceof Tree.Block block) {
                block.entries().forEach((code, claim) -> conditions.put(code, content(claim)));
              } else {
                Fields.wordsOf(tree)
                    .forEach(code -> conditions.put(code, MissingNode.getInstance()));
              }
              for (var code : conditions.keySet()) {
                if (!names.convenant().conditions().containsKey(code)) {
                  var known = new TreeSet<>(names.convenant().conditions().keySet());
                  throw new VoorbeeldFault(tree.place(), Suggestion.unknown(code, known));
                }
              }
            });
    return conditions;
  }

  private static Map<DataCategory, String> necessity(Fields fields, Names names) {
    var texts = new EnumMap<DataCategory, String>(DataCategory.class);
    fields
        .tree("noodzaak")
        .ifPresent(
            tree -> {
              if (tree instanceof Tree.Block block) {
                block
                    .entries()
                    .forEach(
                        (code, text) ->
                            texts.put(names.category(text.place(), code), Fields.textOf(text)));
              } else {
                names.categories(tree).forEach(c -> texts.put(c, StandardContent.necessity(c)));
              }
            });
    return texts;
  }

  /// `getekend`: `geen`, a list of preconditions, or who signs with whose key over which message.
  private static SendAction.Signing signing(Fields fields, Names names) {
    var tree = fields.tree("getekend");
    if (tree.isPresent() && tree.get() instanceof Tree.Block block) {
      var inside = Fields.of(block);
      var signing =
          new SendAction.Signing(
              Optional.empty(),
              inside.text("persoon", ""),
              inside.text("sleutel van", ""),
              inside.tree("over bericht").map(t -> names.step(t, "stuur")).orElse(""),
              inside.text("uitkomst", ""));
      inside.done();
      return signing;
    }
    var codes = tree.map(Fields::wordsOf).map(Set::copyOf).map(SendReader::without);
    return new SendAction.Signing(codes, "", "", "", "");
  }

  private static Set<String> without(Set<String> codes) {
    return codes.equals(Set.of("geen")) ? Set.of() : codes;
  }

  private static JsonNode meldcode(Fields fields) {
    return fields
        .tree("meldcode")
        .map(
            tree ->
                tree instanceof Tree.Text
                    ? Fields.oneOf(tree, Meldcode.STANDARD)
                    : Meldcode.over(Fields.of(tree)))
        .orElse(MissingNode.getInstance());
  }

  private static Map<String, JsonNode> extra(Fields fields) {
    var extra = new LinkedHashMap<String, JsonNode>();
    fields
        .block("extra")
        .ifPresent(block -> block.all().forEach((name, value) -> extra.put(name, value.toJson())));
    return extra;
  }

  private static List<MessageFaultKind> faults(Fields fields) {
    var faults = new ArrayList<MessageFaultKind>();
    fields
        .tree("fouten")
        .ifPresent(
            tree ->
                Fields.wordsOf(tree)
                    .forEach(
                        word ->
                            faults.add(
                                Fields.oneOf(
                                    new Tree.Text(word, true, tree.place()),
                                    MessageFaultKind.WORDS))));
    return faults;
  }
}
