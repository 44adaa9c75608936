package nl.sluis.gateway.werkplek.meldcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.safety.FormField;
import nl.sluis.policies.safety.MeldcodeCheck;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The afwegingskader of every profession, from `meldcode/afwegingskaders.yaml`; which of them a
/// role weighs by is what the empty record says. Immutable.
public final class Frameworks {
  private static final String FILE = "/meldcode/afwegingskaders.yaml";
  private static final String VERSION = "versieAfwegingskader";
  private static final Set<String> ANSWERS = Set.of("ja", "nee", "twijfel");
  private static final Set<String> TERMS = Set.of("acuut", "structureel", "disclosure");

  private final Map<String, Framework> byVersion;
  private final String later;

  private Frameworks(Map<String, Framework> byVersion, String later) {
    this.byVersion = Map.copyOf(byVersion);
    this.later = later;
  }

  /// Those of this release.
  ///
  /// @throws IllegalStateException when the file is not what it should be
  public static Frameworks ofThisRelease() {
    return read(
        Texts.yaml(FILE)
            .orElseThrow(() -> new IllegalStateException("`" + FILE + "` is not there")));
  }

  /// Reads them strictly: every key is known, every question has its three ways.
  ///
  /// @throws IllegalStateException naming what is wrong
  static Frameworks read(Map<?, ?> whole) {
    var top = map(whole, "later", "kaders");
    var found = new LinkedHashMap<String, Framework>();
    map(top.get("kaders")).forEach((version, each) -> found.put(version, framework(version, each)));
    return new Frameworks(found, text(top, "later"));
  }

  /// The framework of this version; of an unknown version there is none.
  ///
  /// @throws IllegalStateException when the record names a version that is not described here
  public Framework of(String version) {
    var framework = byVersion.get(version);
    if (framework == null) {
      throw new IllegalStateException("no afwegingskader `" + version + "`");
    }
    return framework;
  }

  /// By which somebody in this role weighs; of some professions there are two to choose from.
  public List<Framework> of(Role role) {
    return MeldcodeCheck.form(role).stream()
        .filter(field -> field.name().equals(VERSION))
        .map(FormField::words)
        .flatMap(List::stream)
        .map(this::of)
        .toList();
  }

  /// Why a question was left for later, once an earlier answer led to a report.
  public String later() {
    return later;
  }

  /// Every version that is described here.
  public Set<String> versions() {
    return byVersion.keySet();
  }

  private static Framework framework(String version, @Nullable Object node) {
    var fields = map(node, "naam", "bron", "begrippen", "vragen");
    var questions = new ArrayList<Framework.Weighed>();
    if (fields.get("vragen") instanceof List<?> list) {
      list.forEach(one -> questions.add(question(one)));
    }
    return new Framework(
        version,
        text(fields, "naam"),
        text(fields, "bron"),
        texts(fields.get("begrippen"), TERMS),
        questions);
  }

  private static Framework.Weighed question(@Nullable Object node) {
    var fields = map(node, "vraag", "uitleg", "wegen");
    var ways = new LinkedHashMap<String, Way>();
    texts(fields.get("wegen"), ANSWERS)
        .forEach(
            (answer, word) ->
                ways.put(
                    answer,
                    Way.of(word)
                        .orElseThrow(
                            () -> new IllegalStateException("no way `" + word + "` to go"))));
    return new Framework.Weighed(text(fields, "vraag"), text(fields, "uitleg"), ways);
  }

  /// A map with exactly these keys.
  private static Map<String, String> texts(@Nullable Object node, Set<String> keys) {
    var found = new LinkedHashMap<String, String>();
    var fields = map(node, keys.toArray(String[]::new));
    keys.stream().sorted().forEach(key -> found.put(key, text(fields, key)));
    return found;
  }

  private static String text(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw new IllegalStateException("`" + key + "` is no text");
  }

  private static Map<String, Object> map(@Nullable Object node, String... keys) {
    var found = map(node);
    if (!found.keySet().equals(Set.of(keys))) {
      throw new IllegalStateException("not these keys: `" + found.keySet() + "`");
    }
    return found;
  }

  private static Map<String, Object> map(@Nullable Object node) {
    var found = new LinkedHashMap<String, Object>();
    if (node instanceof Map<?, ?> fields) {
      fields.forEach((key, value) -> found.put(String.valueOf(key), value));
    }
    return found;
  }
}
