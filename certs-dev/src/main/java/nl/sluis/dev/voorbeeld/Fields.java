package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The keys of one block, asked for by name; [#done] makes every key nobody asked for a fault.
///
/// Used by one thread.
final class Fields {
  private final Tree.Block block;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(Tree.Block block) {
    this.block = block;
  }

  /// The keys of this piece of YAML, which must be a block.
  static Fields of(Tree tree) {
    if (tree instanceof Tree.Block block) {
      return new Fields(block);
    }
    throw new VoorbeeldFault(tree.place(), "hier horen sleutels met waarden te staan");
  }

  Place place() {
    return block.place();
  }

  Place place(String key) {
    return Optional.ofNullable(block.places().get(key)).orElse(block.place());
  }

  Set<String> keys() {
    return block.entries().keySet();
  }

  boolean has(String key) {
    asked.add(key);
    return block.entries().containsKey(key);
  }

  Optional<Tree> tree(String key) {
    asked.add(key);
    return Optional.ofNullable(block.entries().get(key));
  }

  Tree need(String key) {
    return tree(key).orElseThrow(() -> new VoorbeeldFault(place(), "hier ontbreekt `" + key + "`"));
  }

  String text(String key) {
    return textOf(need(key));
  }

  String text(String key, String absent) {
    return tree(key).map(Fields::textOf).orElse(absent);
  }

  Optional<String> maybe(String key) {
    return tree(key).map(Fields::textOf);
  }

  boolean yes(String key, boolean absent) {
    return tree(key).map(Fields::yesNo).orElse(absent);
  }

  int number(String key, int absent) {
    return tree(key).map(Fields::numberOf).orElse(absent);
  }

  /// The words of a list; one word alone is a list of one.
  List<String> words(String key) {
    return tree(key).map(Fields::wordsOf).orElse(List.of());
  }

  Optional<Fields> block(String key) {
    return tree(key).map(Fields::of);
  }

  Fields needBlock(String key) {
    return of(need(key));
  }

  /// The blocks of a list; absent is an empty list.
  List<Fields> blocks(String key) {
    return tree(key).map(Fields::itemsOf).orElse(List.of()).stream().map(Fields::of).toList();
  }

  /// The value as JSON; absent is an empty object.
  ObjectNode json(String key) {
    return tree(key).map(Fields::objectOf).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /// Every key of this block with its value, for blocks whose keys are names the writer chose.
  Map<String, Tree> all() {
    asked.addAll(block.entries().keySet());
    return new LinkedHashMap<>(block.entries());
  }

  /// One of these words and nothing else.
  <T> T one(String key, Map<String, T> words, T absent) {
    return tree(key).map(tree -> oneOf(tree, words)).orElse(absent);
  }

  /// A value read by `reader`, whose complaint becomes a fault on this line.
  <T> T read(String key, Function<String, T> reader) {
    var tree = need(key);
    return guarded(tree, reader);
  }

  /// As [#read], for a key that may be absent.
  <T> Optional<T> readMaybe(String key, Function<String, T> reader) {
    return tree(key).map(tree -> guarded(tree, reader));
  }

  /// The same block without this key.
  Tree without(String key) {
    var rest = new LinkedHashMap<>(block.entries());
    rest.remove(key);
    return new Tree.Block(rest, block.places(), block.place());
  }

  /// The same block with this key added.
  Fields with(String key, Tree value) {
    var more = new LinkedHashMap<>(block.entries());
    more.put(key, value);
    return new Fields(new Tree.Block(more, block.places(), block.place()));
  }

  /// Counts these keys as read, because another reader takes them.
  void markRead(Set<String> keys) {
    asked.addAll(keys);
  }

  /// Every key that nobody asked for is a fault.
  void done() {
    for (var key : block.entries().keySet()) {
      if (!asked.contains(key)) {
        throw new VoorbeeldFault(place(key), Suggestion.unknown(key, asked));
      }
    }
  }

  static <T> T oneOf(Tree tree, Map<String, T> words) {
    var word = textOf(tree);
    var found = words.get(word);
    if (found == null) {
      throw new VoorbeeldFault(tree.place(), Suggestion.unknown(word, words.keySet()));
    }
    return found;
  }

  static <T> T guarded(Tree tree, Function<String, T> reader) {
    try {
      return reader.apply(textOf(tree));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new VoorbeeldFault(tree.place(), String.valueOf(e.getMessage()));
    }
  }

  static String textOf(Tree tree) {
    if (tree instanceof Tree.Text text) {
      return text.value();
    }
    throw new VoorbeeldFault(tree.place(), "hier hoort één waarde te staan, geen lijst of blok");
  }

  static List<String> wordsOf(Tree tree) {
    return switch (tree) {
      case Tree.Text text -> List.of(text.value());
      case Tree.Items list -> list.items().stream().map(Fields::textOf).toList();
      case Tree.Block block ->
          throw new VoorbeeldFault(block.place(), "hier hoort een lijst van woorden te staan");
    };
  }

  static List<Tree> itemsOf(Tree tree) {
    if (tree instanceof Tree.Items list) {
      return new ArrayList<>(list.items());
    }
    throw new VoorbeeldFault(tree.place(), "hier hoort een lijst te staan");
  }

  private static ObjectNode objectOf(Tree tree) {
    if (tree.toJson() instanceof ObjectNode object) {
      return object;
    }
    throw new VoorbeeldFault(tree.place(), "hier horen sleutels met waarden te staan");
  }

  static boolean yesNo(Tree tree) {
    return switch (textOf(tree)) {
      case "ja" -> true;
      case "nee" -> false;
      default -> throw new VoorbeeldFault(tree.place(), "hier hoort `ja` of `nee` te staan");
    };
  }

  static int numberOf(Tree tree) {
    try {
      return Integer.parseInt(textOf(tree));
    } catch (NumberFormatException _) {
      throw new VoorbeeldFault(tree.place(), "hier hoort een getal te staan");
    }
  }
}
