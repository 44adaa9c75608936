package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A block of `key: value` lines. Whoever reads it asks for each key it knows, then calls [#close]:
/// what nobody asked for is unknown, and so a fault. For one thread.
public final class Entry {
  private final String file;
  private final Spot spot;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Spot> keys = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  private Entry(String file, Node node, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.spot = at(node);
  }

  /// The block at this node; an empty one, and a fault, when the node is something else.
  static Entry of(String file, Node node, Faults faults) {
    var entry = new Entry(file, node, faults);
    if (!(node instanceof MappingNode mapping)) {
      faults.add(entry.spot, "Hier horen regels van de vorm `sleutel: waarde` te staan.");
      return entry;
    }
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      var place = entry.at(tuple.getKeyNode());
      if (entry.values.putIfAbsent(key, tuple.getValueNode()) != null) {
        faults.add(place, "De sleutel `" + key + "` staat hier twee keer; laat er één staan.");
      }
      entry.keys.putIfAbsent(key, place);
    }
    return entry;
  }

  /// Where the block begins.
  public Spot spot() {
    return spot;
  }

  /// Where its faults go.
  public Faults faults() {
    return faults;
  }

  /// Every key of a block whose keys are free, such as the codes of categories.
  public List<Word> freeKeys() {
    asked.addAll(keys.keySet());
    return keys.entrySet().stream().map(k -> new Word(k.getKey(), k.getValue())).toList();
  }

  /// The text at this key; a fault when it is absent or empty.
  public Word word(String key) {
    return find(key)
        .filter(w -> !w.value().isBlank())
        .orElseGet(
            () -> {
              faults.add(spot, "Hier ontbreekt `" + key + "`; vul het in.");
              return new Word("", spot);
            });
  }

  /// The text at this key, when it is there.
  public Optional<Word> find(String key) {
    return ask(key).flatMap(this::scalar);
  }

  /// The texts of the list at this key; none when it is absent.
  public List<Word> words(String key) {
    return items(key).stream().flatMap(n -> scalar(n).stream()).toList();
  }

  /// The block at this key, when it is there.
  public Optional<Entry> entry(String key) {
    return ask(key).map(n -> of(file, n, faults));
  }

  /// Is the value at this key a block of its own, rather than one word?
  boolean isBlock(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /// The blocks of the list at this key; none when it is absent.
  public List<Entry> entries(String key) {
    return items(key).stream().map(n -> of(file, n, faults)).toList();
  }

  /// The blocks of the list at this key; an item that is one word stands for a block that holds it
  /// at `shorthand`.
  List<Entry> items(String key, String shorthand) {
    return items(key).stream().map(n -> item(n, shorthand)).toList();
  }

  private Entry item(Node node, String shorthand) {
    if (!(node instanceof ScalarNode)) {
      return of(file, node, faults);
    }
    var item = new Entry(file, node, faults);
    item.values.put(shorthand, node);
    item.keys.put(shorthand, at(node));
    return item;
  }

  /// `ja` or `nee`; absent is `nee`.
  public boolean flag(String key) {
    var word = find(key);
    if (word.isPresent() && !Set.of("ja", "nee").contains(word.get().value())) {
      faults.add(word.get().spot(), "Bij `" + key + "` hoort `ja` of `nee`.");
    }
    return word.map(w -> w.value().equals("ja")).orElse(false);
  }

  /// A whole number of zero or more.
  public int number(String key, int absent) {
    var word = find(key);
    try {
      return word.isEmpty() ? absent : Integer.parseUnsignedInt(word.get().value());
    } catch (NumberFormatException _) {
      faults.add(word.get().spot(), "Bij `" + key + "` hoort een getal van nul of meer.");
      return absent;
    }
  }

  /// A day, such as `2026-09-01`.
  public Optional<LocalDate> day(String key) {
    var word = find(key);
    try {
      return word.map(w -> LocalDate.parse(w.value()));
    } catch (DateTimeParseException _) {
      faults.add(spotOf(key), "Bij `" + key + "` hoort een dag van de vorm 2026-09-01.");
      return Optional.empty();
    }
  }

  /// Where this key stands; the block itself when it is absent.
  public Spot spotOf(String key) {
    return keys.getOrDefault(key, spot);
  }

  /// Says of every key that nobody asked for that it is unknown.
  public void close() {
    keys.forEach(
        (key, place) -> {
          if (!asked.contains(key)) {
            faults.add(
                place,
                "De sleutel `"
                    + key
                    + "` is hier onbekend"
                    + Nearest.question(key, asked, "; haal haar weg."));
          }
        });
  }

  private Optional<Node> ask(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private List<Node> items(String key) {
    Optional<Node> node = ask(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof SequenceNode sequence) {
      return new ArrayList<>(sequence.getValue());
    }
    faults.add(at(node.get()), "Bij `" + key + "` hoort een lijst te staan.");
    return List.of();
  }

  private Optional<Word> scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(new Word(scalar.getValue(), at(node)));
    }
    faults.add(at(node), "Hier hoort één woord of zin te staan, geen lijst of blok.");
    return Optional.empty();
  }

  private Spot at(@Nullable Node node) {
    int line = node == null ? 0 : node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    return new Spot(file, line);
  }
}
