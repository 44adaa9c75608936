package nl.sluis.gateway.vorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What people read: all of it there, in words that most of them know, and known by one number.
final class TextsSpec {
  private static final Path TEXTS = Path.of("src", "main", "resources", "teksten");
  private static final Path TEMPLATES = Path.of("src", "main", "jte");
  private static final Pattern SAID = Pattern.compile("say\\(\"([a-z]+)\\.([a-z0-9.-]+)\"[,)]");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /// A sentence of B1 is short; the middle one of a part is much shorter (portals 3.4).
  private static final int MOST_WORDS = 20;

  private static final int MIDDLE_WORDS = 12;
  private static final int MOST_WORDS_EASY = 12;

  /// What a title in the history of a browser may not give away.
  private static final Pattern TELLING =
      Pattern.compile("(?i)kind|child|veilig|thuis|jeugd|toestem|consent|inzage|digid|gegevens");

  private final Texts texts = Texts.ofThisRelease();

  private static List<String> parts(Language language) {
    var folder = TEXTS.resolve(language.tag());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void dutch_and_english_have_every_text() {
    assertThat(parts(Language.NL)).isEqualTo(parts(Language.EN)).contains("vorm");
    for (var part : parts(Language.NL)) {
      assertThat(texts.set(part, Language.EN).plain().keySet())
          .as(part)
          .isEqualTo(texts.set(part, Language.NL).plain().keySet());
    }
  }

  @Test
  void another_language_has_a_part_whole_or_not_at_all() {
    for (var language : Language.values()) {
      for (var part : parts(language)) {
        assertThat(texts.set(part, language).plain().keySet())
            .as("%s %s", language, part)
            .isEqualTo(texts.set(part, Language.NL).plain().keySet());
      }
    }
  }

  @Test
  void every_translation_leaves_the_same_places_open() {
    for (var language : Language.values()) {
      for (var part : parts(language)) {
        var dutch = texts.set(part, Language.NL);
        texts
            .set(part, language)
            .plain()
            .forEach(
                (key, text) ->
                    assertThat(places(text))
                        .as("%s %s.%s", language, part, key)
                        .isEqualTo(places(dutch.plain().getOrDefault(key, ""))));
        dutch
            .easy()
            .forEach(
                (key, text) ->
                    assertThat(places(dutch.plain().getOrDefault(key, "")))
                        .as("%s.%s", part, key)
                        .containsAll(places(text)));
      }
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  @Test
  void every_text_that_a_template_says_is_there() throws IOException {
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        SAID.matcher(Files.readString(file))
            .results()
            .forEach(
                said ->
                    assertThat(texts.set(said.group(1), Language.NL).plain())
                        .as(file.toString())
                        .containsKey(said.group(2)));
      }
    }
  }

  @Test
  void no_sentence_is_too_long_and_most_are_short() {
    for (var part : parts(Language.NL)) {
      var set = texts.set(part, Language.NL);
      var lengths =
          set.plain().values().stream().flatMap(TextsSpec::sentences).mapToInt(TextsSpec::words);
      var sorted = lengths.sorted().toArray();

      assertThat(longer(set.plain(), MOST_WORDS)).as(part).isEmpty();
      assertThat(longer(set.easy(), MOST_WORDS_EASY)).as("%s, easy", part).isEmpty();
      assertThat(sorted[sorted.length / 2]).as(part).isLessThanOrEqualTo(MIDDLE_WORDS);
    }
  }

  private static Map<String, String> longer(Map<String, String> texts, int most) {
    var found = new TreeMap<String, String>();
    texts.forEach(
        (key, text) ->
            sentences(text)
                .filter(sentence -> words(sentence) > most)
                .forEach(sentence -> found.put(key, sentence)));
    return found;
  }

  private static Stream<String> sentences(String text) {
    return Pattern.compile("(?<=[.?!:])\\s+").splitAsStream(text).filter(s -> !s.isBlank());
  }

  private static int words(String sentence) {
    return (int) Pattern.compile("\\s+").splitAsStream(sentence.strip()).count();
  }

  @Test
  void no_word_stands_there_that_only_officials_use() throws IOException {
    var hard =
        Files.readAllLines(Path.of("src", "test", "resources", "moeilijke-woorden.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.joining("|", "(?iu)(?<!\\p{L})(", ")(?!\\p{L})"));
    var pattern = Pattern.compile(hard);
    var found = new TreeSet<String>();
    for (var part : parts(Language.NL)) {
      var set = texts.set(part, Language.NL);
      Stream.concat(set.plain().entrySet().stream(), set.easy().entrySet().stream())
          .filter(text -> pattern.matcher(text.getValue()).find())
          .forEach(text -> found.add(part + "." + text.getKey() + ": " + text.getValue()));
    }

    assertThat(found).isEmpty();
    assertThat("Conform artikel 6 wordt dit derhalve gedaan.").containsPattern(pattern);
  }

  @Test
  void a_title_in_the_history_of_a_browser_gives_nothing_away() {
    for (var language : List.of(Language.NL, Language.EN)) {
      for (var part : parts(language)) {
        assertThat(titles(texts.set(part, language)))
            .as("%s %s", language, part)
            .noneMatch(title -> TELLING.matcher(title).find());
      }
    }
  }

  private static List<String> titles(TextSet set) {
    return set.plain().entrySet().stream()
        .filter(e -> e.getKey().equals("titel") || e.getKey().endsWith(".titel"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void the_number_of_a_text_changes_with_every_letter_and_nothing_else() {
    var set = new TextSet(Language.NL, "proef", 1, Map.of("a", "ja", "b", "nee"), Map.of());
    var same = new TextSet(Language.NL, "proef", 1, Map.of("b", "nee", "a", "ja"), Map.of());

    assertThat(set.digest()).isEqualTo(same.digest()).hasSize(64);
    assertThat(
            List.of(
                set.digest(),
                new TextSet(Language.EN, "proef", 1, set.plain(), Map.of()).digest(),
                new TextSet(Language.NL, "proef", 2, set.plain(), Map.of()).digest(),
                new TextSet(Language.NL, "proef", 1, Map.of("a", "Ja", "b", "nee"), Map.of())
                    .digest(),
                new TextSet(Language.NL, "proef", 1, Map.of("a", "jab", "b", "nee"), Map.of())
                    .digest(),
                new TextSet(Language.NL, "proef", 1, set.plain(), Map.of("a", "ja")).digest()))
        .doesNotHaveDuplicates();
  }

  @Test
  void nobody_decides_by_a_draft_until_a_reader_with_a_name_signed_its_number() {
    var turkish = texts.set("vorm", Language.TR);

    assertThat(texts.binding("vorm", Language.NL)).isTrue();
    assertThat(texts.binding("vorm", Language.EN)).isTrue();
    assertThat(Arrays.stream(Language.values()).filter(one -> texts.binding("vorm", one)))
        .containsExactly(Language.NL, Language.EN);
    assertThat(signed(turkish.digest(), "A. Yılmaz").binding("vorm", Language.TR)).isTrue();
    assertThat(signed(turkish.digest(), "").binding("vorm", Language.TR)).isFalse();
    assertThat(signed("0".repeat(64), "A. Yılmaz").binding("vorm", Language.TR)).isFalse();
  }

  private static Texts signed(String digest, String by) {
    var line = Map.of("sha256", digest, "door", by, "op", "2026-11-26");
    return new Texts(Reviews.digests(Map.of("vastgesteld", List.of(line))));
  }

  @Test
  void who_asked_for_a_language_that_is_not_there_reads_dutch_and_decides_nothing_in_it() {
    var set = texts.set("toegankelijkheid", Language.TI);

    assertThat(set.language()).isEqualTo(Language.NL);
    assertThat(texts.binding("toegankelijkheid", Language.TI)).isFalse();
    assertThat(texts.digest("toegankelijkheid", Language.TI))
        .isEqualTo(texts.digest("toegankelijkheid", Language.NL));
  }
}
