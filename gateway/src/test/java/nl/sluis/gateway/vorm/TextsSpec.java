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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What people read: all of it there, in words that most of them know, and known by one number.
final class TextsSpec {
  private static final Path TEXTS = Path.of("src", "main", "resources", "teksten");
  private static final Path NUMBERS = Path.of("target", "teksten-getallen.txt");
  private static final Path TEMPLATES = Path.of("src", "main", "jte");
  private static final Pattern SAID =
      Pattern.compile("say\\(\"([a-z][a-z-]*)\\.([a-z0-9.-]+)\"[,)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");

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
      return files
          .map(f -> f.getFileName().toString().replace(".yaml", ""))
          .filter(part -> !Texts.isForProfessionals(part))
          .sorted()
          .toList();
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
  void every_language_has_every_part_so_that_no_page_falls_back_to_dutch() {
    for (var language : Language.values()) {
      assertThat(parts(language)).as("%s", language).isEqualTo(parts(Language.NL));
      for (var part : parts(language)) {
        assertThat(texts.set(part, language).plain().keySet())
            .as("%s %s", language, part)
            .isEqualTo(texts.set(part, Language.NL).plain().keySet());
      }
    }
  }

  @Test
  void what_only_professionals_read_is_in_dutch_alone_and_says_so() throws IOException {
    var theirs = new ArrayList<String>();
    try (var files = Files.list(TEXTS.resolve("nl"))) {
      files
          .map(f -> f.getFileName().toString().replace(".yaml", ""))
          .filter(Texts::isForProfessionals)
          .forEach(theirs::add);
    }

    assertThat(theirs).contains("toezicht").allMatch(part -> part.matches("(toezicht|werkplek).*"));
    for (var part : theirs) {
      assertThat(texts.set(part, Language.NL).easy()).as(part).isEmpty();
      for (var language : Language.values()) {
        assertThat(texts.set(part, language).language()).as("%s", language).isEqualTo(Language.NL);
      }
    }
    assertThat(Texts.isForProfessionals("loket")).isFalse();
  }

  @Test
  void what_has_a_short_form_in_dutch_has_one_in_every_language() {
    for (var language : Language.values()) {
      for (var part : parts(language)) {
        assertThat(texts.set(part, language).easy().keySet())
            .as("%s %s", language, part)
            .containsAll(texts.set(part, Language.NL).easy().keySet());
      }
    }
  }

  @Test
  void every_translation_leaves_the_same_places_open() {
    for (var language : Language.values()) {
      for (var part : parts(language)) {
        var dutch = texts.set(part, Language.NL).plain();
        var set = texts.set(part, language);
        set.plain()
            .forEach(
                (key, text) ->
                    assertThat(places(text))
                        .as("%s %s.%s", language, part, key)
                        .isEqualTo(places(dutch.getOrDefault(key, ""))));
        set.easy()
            .forEach(
                (key, text) ->
                    assertThat(places(dutch.getOrDefault(key, "")))
                        .as("%s %s.%s, easy", language, part, key)
                        .containsAll(places(text)));
      }
    }
  }

  @Test
  void where_a_text_counts_it_has_a_word_for_every_number() {
    var counted = new TreeSet<String>();
    for (var language : Language.values()) {
      for (var part : parts(language)) {
        var set = texts.set(part, language);
        Stream.of(set.plain(), set.easy())
            .flatMap(map -> map.entrySet().stream())
            .forEach(
                text -> {
                  for (var forms : Wording.counted(text.getValue())) {
                    assertThat(forms.keySet())
                        .as("%s %s.%s", language, part, text.getKey())
                        .containsExactlyInAnyOrderElementsOf(Plural.of(language));
                    counted.add(language + " " + text.getKey());
                  }
                });
      }
    }
    assertThat(counted).contains("PL kind-van", "UK kind-van", "AR kind-van", "EN keer");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
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
    var turkish = texts.digest("vorm", Language.TR);
    var words = texts.convenant(Language.TR).orElseThrow().digest();

    assertThat(texts.binding("vorm", Language.NL)).isTrue();
    assertThat(texts.binding("vorm", Language.EN)).isTrue();
    assertThat(Arrays.stream(Language.values()).filter(one -> texts.binding("vorm", one)))
        .containsExactly(Language.NL, Language.EN);
    assertThat(signed("A. Yılmaz", turkish, words).binding("vorm", Language.TR)).isTrue();
    assertThat(signed("", turkish, words).binding("vorm", Language.TR)).isFalse();
    assertThat(signed("A. Yılmaz", "0".repeat(64), words).binding("vorm", Language.TR)).isFalse();
  }

  @Test
  void a_page_decides_nothing_as_long_as_the_words_of_the_convenant_are_a_draft() {
    var turkish = texts.digest("vorm", Language.TR);
    var words = texts.convenant(Language.TR).orElseThrow().digest();

    assertThat(signed("A. Yılmaz", turkish).binding("vorm", Language.TR)).isFalse();
    assertThat(signed("A. Yılmaz", words).binding("vorm", Language.TR)).isFalse();
  }

  @Test
  void every_build_lists_the_numbers_that_a_reviewer_signs() throws IOException {
    var numbers = new ArrayList<String>();
    for (var language : Language.values()) {
      for (var part : parts(language)) {
        numbers.add(language.tag() + "/" + part + " " + texts.digest(part, language));
      }
      var words = texts.convenant(language).orElseThrow().digest();
      numbers.add("convenant/" + language.tag() + " " + words);
    }
    Files.createDirectories(NUMBERS.toAbsolutePath().getParent());
    Files.write(NUMBERS, numbers);

    assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }

  private static Texts signed(String by, String... digests) {
    var lines =
        Arrays.stream(digests)
            .map(digest -> Map.of("sha256", digest, "door", by, "op", "2026-11-26"))
            .toList();
    return new Texts(Reviews.digests(Map.of("vastgesteld", lines)));
  }

  @Test
  void who_asked_for_a_language_that_is_not_there_reads_dutch_and_decides_nothing_in_it() {
    // A part of this spec alone, in Dutch only.
    var set = texts.set("onvertaald", Language.TI);

    assertThat(set.language()).isEqualTo(Language.NL);
    assertThat(texts.binding("onvertaald", Language.TI)).isFalse();
    assertThat(texts.digest("onvertaald", Language.TI))
        .isEqualTo(texts.digest("onvertaald", Language.NL));
  }
}
