package nl.sluis.gateway.vorm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The one place of what pages say: `teksten/<language>/<part>.yaml`, each with a version and a
/// number over all it says, which goes into a consent.
///
/// Dutch has every text. Dutch and English are adopted with the release; of another language a text
/// counts as a draft until a reviewer with a name signs its very number in `vaststellingen.yaml`,
/// and nobody decides by a draft. May be shared between threads; a file is read once.
public final class Texts {
  private static final Set<Language> ADOPTED = Set.of(Language.NL, Language.EN);

  private final ConcurrentMap<String, Optional<TextSet>> sets = new ConcurrentHashMap<>();
  private final Set<String> signed;

  /// @param signed the numbers of text sets that a reviewer signed
  public Texts(Set<String> signed) {
    this.signed = Set.copyOf(signed);
  }

  /// Those of this release.
  public static Texts ofThisRelease() {
    return new Texts(Reviews.digests());
  }

  /// The texts of a part in the language in which they really are: the one that is asked for, or
  /// Dutch where nobody translated them.
  ///
  /// @throws IllegalArgumentException when Dutch does not have the part either
  public TextSet set(String part, Language asked) {
    return find(part, asked)
        .or(() -> find(part, Language.NL))
        .orElseThrow(() -> new IllegalArgumentException("no texts for part `" + part + "`"));
  }

  /// The number of the texts of a part in this language, as a consent holds it.
  ///
  /// @param asked in which the person reads; where that is not translated it is the Dutch number
  public String digest(String part, Language asked) {
    return set(part, asked).digest();
  }

  /// May somebody decide by what this part says in this language? Not by a draft, and not by Dutch
  /// for who asked for something else.
  public boolean binding(String part, Language asked) {
    var set = set(part, asked);
    return set.language() == asked && (ADOPTED.contains(asked) || signed.contains(set.digest()));
  }

  private Optional<TextSet> find(String part, Language language) {
    if (!part.matches("[a-z]+")) {
      return Optional.empty();
    }
    return sets.computeIfAbsent(language.tag() + "/" + part, _ -> read(part, language));
  }

  private static Optional<TextSet> read(String part, Language language) {
    return yaml("/teksten/" + language.tag() + "/" + part + ".yaml")
        .map(
            root ->
                new TextSet(
                    language,
                    part,
                    root.get("versie") instanceof Integer version ? version : 0,
                    texts(root.get("teksten")),
                    texts(root.get("makkelijk"))));
  }

  /// The map in a file of this release; empty when there is no such file.
  static Optional<Map<?, ?>> yaml(String name) {
    try (var in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      var settings = LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(name).build();
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Load(settings).loadFromString(text) instanceof Map<?, ?> map
          ? Optional.of(map)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(@Nullable Object block) {
    var found = new HashMap<String, String>();
    if (block instanceof Map<?, ?> map) {
      map.forEach((key, text) -> found.put(String.valueOf(key), String.valueOf(text).strip()));
    }
    return found;
  }
}
