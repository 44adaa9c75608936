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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final String CONVENANT = "convenant/";
  private static final Pattern PART = Pattern.compile("[a-z][a-z-]*");
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

  /// May somebody decide by what this part says in this language? Not by a draft, not by Dutch for
  /// who asked for something else, and not before the words of the convenant are signed too: what
  /// would be shared, and what for, is said in those.
  public boolean binding(String part, Language asked) {
    var set = set(part, asked);
    return set.language() == asked
        && (ADOPTED.contains(asked)
            || (signed.contains(set.digest())
                && convenant(asked).filter(words -> signed.contains(words.digest())).isPresent()));
  }

  /// Does nobody read this part but professionals? Its file says so (`voor: professionals`), and
  /// then there is no translation of it and no short form.
  public static boolean isForProfessionals(String part) {
    return yaml("/teksten/" + Language.NL.tag() + "/" + part + ".yaml")
        .filter(root -> "professionals".equals(root.get("voor")))
        .isPresent();
  }

  /// What the convenant says, for a family: translated, or shorter (A2), where that was done for
  /// these very words, and else in its own Dutch. A sentence that changes in the convenant is not
  /// found any more, so that nobody reads an old one in another language.
  ///
  /// @param dutch a sentence or a name as it stands in the convenant
  /// @param asked in which the page is
  /// @param easy whether the short texts are read
  public Words convenant(String dutch, Language asked, boolean easy) {
    return convenant(asked)
        .flatMap(set -> Optional.ofNullable(word(set, dutch, easy)))
        .map(text -> new Words(text, asked))
        .orElseGet(() -> new Words(dutch, Language.NL));
  }

  private static @Nullable String word(TextSet set, String dutch, boolean easy) {
    var plain = set.plain().get(dutch);
    return easy ? set.easy().getOrDefault(dutch, plain) : plain;
  }

  /// The translated words of the convenant as one set, with a number that can be signed; its keys
  /// are the Dutch of the convenant. Empty when nobody translated them.
  public Optional<TextSet> convenant(Language language) {
    return sets.computeIfAbsent(CONVENANT + language.tag(), file -> readConvenant(file, language));
  }

  /// Of Dutch there are the shorter words only: the others stand in the convenant itself.
  private static Optional<TextSet> readConvenant(String file, Language language) {
    return yaml("/teksten/" + file + ".yaml")
        .map(
            root -> {
              var easy = texts(root.get("makkelijk"));
              var plain = language == Language.NL ? same(easy) : texts(root.get("teksten"));
              return new TextSet(language, "convenant", version(root), plain, easy);
            });
  }

  private static Map<String, String> same(Map<String, String> easy) {
    return easy.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> key));
  }

  private Optional<TextSet> find(String part, Language language) {
    if (!PART.matcher(part).matches()) {
      return Optional.empty();
    }
    var file = language.tag() + "/" + part;
    return sets.computeIfAbsent(file, _ -> read(file, part, language));
  }

  private static Optional<TextSet> read(String file, String part, Language language) {
    return yaml("/teksten/" + file + ".yaml")
        .map(
            root ->
                new TextSet(
                    language,
                    part,
                    version(root),
                    texts(root.get("teksten")),
                    texts(root.get("makkelijk"))));
  }

  private static int version(Map<?, ?> root) {
    return root.get("versie") instanceof Integer version ? version : 0;
  }

  /// The map in a file of this release, such as `/teksten/nl/vorm.yaml`; empty when there is no
  /// such file.
  public static Optional<Map<?, ?>> yaml(String name) {
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
      map.forEach((key, text) -> found.put(String.valueOf(key), String.valueOf(text)));
    }
    return found;
  }
}
