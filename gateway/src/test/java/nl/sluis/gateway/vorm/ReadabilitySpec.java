package nl.sluis.gateway.vorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/// How hard it is to read what families read (portals 3.4): the length of sentences in every
/// language, and words that only officials use. What is measured lies in `target/leesbaarheid.md`.
///
/// A count of words is no reader. It keeps a text from becoming hard unnoticed; whether somebody
/// understands it is for the people who sign a translation, and for those who read it aloud.
final class ReadabilitySpec {
  private static final Path TEXTS = Path.of("src", "main", "resources", "teksten");
  private static final Path LISTS = Path.of("src", "test", "resources");
  private static final Path MEASURED = Path.of("target", "leesbaarheid.md");

  /// The ends of a sentence in Latin, Arabic and Ethiopic script.
  private static final Pattern END = Pattern.compile("(?<=[.?!:])\\s+|(?<=[؟።፦])\\s*");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");

  /// How much of a sentence somebody holds on to: the longest and the middle one of a language.
  private enum Level {
    /// For most people.
    B1(20, 12),
    /// For who reads with difficulty.
    A2(12, 8);

    private final int most;
    private final int middle;

    Level(int most, int middle) {
      this.most = most;
      this.middle = middle;
    }
  }

  private final Texts texts = Texts.ofThisRelease();

  /// What somebody reads at this level, by its key; names and numbers filled in.
  private Map<String, String> read(Language language, Level level) {
    var found = new TreeMap<String, String>();
    for (var part : parts(language)) {
      var set = texts.set(part, language);
      set.plain()
          .forEach(
              (key, text) ->
                  found.put(
                      part + "." + key,
                      filled(
                          level == Level.A2 ? set.easy().getOrDefault(key, text) : text,
                          language)));
    }
    for (var dutch : texts.convenant(Language.EN).orElseThrow().plain().keySet()) {
      found.put("convenant: " + dutch, texts.convenant(dutch, language, level == Level.A2).text());
    }
    return found;
  }

  private static String filled(String text, Language language) {
    var values =
        PLACE
            .matcher(text)
            .results()
            .map(place -> Integer.parseInt(place.group(1)))
            .max(Integer::compareTo)
            .map(last -> new Object[last + 1])
            .orElseGet(() -> new Object[0]);
    Arrays.fill(values, 3);
    return Wording.fill(text, language, values);
  }

  private static List<String> parts(Language language) {
    try (var files = Files.list(TEXTS.resolve(language.tag()))) {
      return files
          .map(f -> f.getFileName().toString().replace(".yaml", ""))
          .filter(part -> !Texts.isForProfessionals(part))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> sentences(String text) {
    return END.splitAsStream(text).filter(sentence -> !sentence.isBlank());
  }

  private static int words(String sentence) {
    return (int) SPACE.splitAsStream(sentence.strip()).count();
  }

  @Test
  void no_sentence_is_too_long_in_any_language_and_most_are_short() throws IOException {
    var measured = new ArrayList<String>();
    measured.add("| taal | niveau | zinnen | middelste | langste |");
    measured.add("|---|---|---|---|---|");
    for (var level : Level.values()) {
      for (var language : Language.values()) {
        var read = read(language, level);
        var lengths =
            read.values().stream()
                .flatMap(ReadabilitySpec::sentences)
                .mapToInt(ReadabilitySpec::words)
                .sorted()
                .toArray();
        measured.add(
            "| %s | %s | %d | %d | %d |"
                .formatted(
                    language.tag(),
                    level,
                    lengths.length,
                    lengths[lengths.length / 2],
                    lengths[lengths.length - 1]));

        assertThat(longer(read, level.most)).as("%s %s", language, level).isEmpty();
        assertThat(lengths[lengths.length / 2])
            .as("%s %s", language, level)
            .isLessThanOrEqualTo(level.middle);
      }
    }
    Files.createDirectories(MEASURED.toAbsolutePath().getParent());
    Files.write(MEASURED, measured);
  }

  private static Map<String, String> longer(Map<String, String> read, int most) {
    var found = new TreeMap<String, String>();
    read.forEach(
        (key, text) ->
            sentences(text)
                .filter(sentence -> words(sentence) > most)
                .forEach(sentence -> found.put(key, sentence)));
    return found;
  }

  @Test
  void in_dutch_no_word_stands_there_that_only_officials_use() throws IOException {
    var hard = list("moeilijke-woorden.txt");

    assertThat(holding(hard, read(Language.NL, Level.B1))).isEmpty();
    assertThat("Conform artikel 6 wordt dit derhalve gedaan.").containsPattern(hard);
  }

  @Test
  void who_reads_the_short_texts_meets_no_word_of_the_law() throws IOException {
    var hard = list("moeilijke-woorden.txt", "moeilijk-voor-a2.txt");

    assertThat(holding(hard, read(Language.NL, Level.A2))).isEmpty();
    assertThat("U kunt bezwaar maken tegen de intrekking.").containsPattern(hard);
  }

  @Test
  void in_english_no_word_stands_there_that_only_lawyers_use() throws IOException {
    var hard = list("hard-words.txt");

    assertThat(holding(hard, read(Language.EN, Level.B1))).isEmpty();
    assertThat(holding(hard, read(Language.EN, Level.A2))).isEmpty();
    assertThat("The data subject shall be informed forthwith.").containsPattern(hard);
  }

  private static Set<String> holding(Pattern hard, Map<String, String> read) {
    var found = new TreeSet<String>();
    read.forEach(
        (key, text) -> {
          if (hard.matcher(text).find()) {
            found.add(key + ": " + text);
          }
        });
    return found;
  }

  private static Pattern list(String... names) throws IOException {
    var words = new ArrayList<String>();
    for (var name : names) {
      words.addAll(Files.readAllLines(LISTS.resolve(name)));
    }
    return Pattern.compile(
        words.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.joining("|", "(?iu)(?<!\\p{L})(", ")(?!\\p{L})")));
  }
}
