package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever the demo lists can be chosen at the sign-in service, is told there in a sentence, and
/// has something to see that is as that sentence says.
final class PeopleOfTheStorySpec {
  private static final Pattern CHILD = Pattern.compile("href=\"(/mijn/inzien/[^\"/]+)\"");
  private static final String MONTH_BEFORE = "/tot/2026-11-30";

  private static AfterTheStory story;

  @BeforeAll
  static void start() throws IOException {
    story = AfterTheStory.told();
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(story.gateway().checkLogbook()).isEmpty();
    story.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Moeder van Sami, Lotte en Roos | Uw kind van 4 jaar | U ziet hier alleen
          Moeder van Sami, Lotte en Roos | CJG Kennemerland (CJG-coach) kreeg gegevens | U ziet hier alleen
          Moeder van Sami, Lotte en Roos | wilde gegevens geven aan CJG Kennemerland (CJG-coach). Dat mocht niet. | U ziet hier alleen
          Vader van Sami en Lotte | CJG Kennemerland (CJG-coach) kreeg gegevens | Uw kind van 4 jaar
          Lotte, 13 jaar | Leerplicht Haarlem (leerplichtambtenaar) kreeg gegevens | Uw kind
          Yara, 16 jaar | CJG Kennemerland (CJG-coach) kreeg gegevens | Uw kind
          Vader van Yara | CJG Kennemerland (CJG-coach) kreeg gegevens | U zei ja
          Moeder van Yara | U ziet hier alleen wat u zelf zei. | kreeg gegevens van
          Moeder van Lena | Leerplicht Haarlem (leerplichtambtenaar) kreeg gegevens | U ziet hier alleen
          Vader van Lena | een school | Leerplicht
          Oma van Mees | U zei ja | U ziet hier alleen
          Moeder van Ravi | Veilig Thuis Kennemerland (Veilig Thuis) kreeg gegevens | U ziet hier alleen
          """)
  void everybody_in_the_list_sees_what_the_list_says(String name, String sees, String seesNot) {
    assertThat(read(one(name)))
        .satisfies(text -> assertThat(text).contains(sees).doesNotContain(seesNot));
  }

  @Test
  void the_list_names_everybody_of_the_chapter_with_a_sentence_that_anybody_understands() {
    var people = story.people();

    assertThat(people).hasSizeGreaterThan(9);
    assertThat(people).allMatch(person -> person.about().endsWith("."));
    assertThat(people)
        .flatExtracting(person -> List.of(person.about().split("[.] ", -1)))
        .allMatch(sentence -> sentence.toString().split(" ", -1).length <= 15);
  }

  @Test
  void a_mother_finds_a_question_and_a_text_to_read() {
    try (var browser = SimulatedBrowser.at(story.gateway())) {
      browser.logIn(one("Moeder van Sami, Lotte en Roos").number());

      assertThat(browser.get("/mijn/vragen").body()).contains("Spaarnebocht College");
      assertThat(browser.get("/mijn/leesmee").body()).contains("GGD Kennemerland");
    }
  }

  private static TestPeople.Person one(String name) {
    return story.people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Everything that stands about every child, last month and this month.
  private static String read(TestPeople.Person person) {
    try (var browser = SimulatedBrowser.at(story.gateway())) {
      browser.logIn(person.number());
      var home = browser.get("/mijn/inzien").body();
      var children = CHILD.matcher(home).results().map(found -> found.group(1)).toList();
      var timelines =
          children.stream()
              .flatMap(child -> Stream.of(child, child + MONTH_BEFORE))
              .map(path -> browser.get(path).body());
      return Stream.concat(Stream.of(home), timelines)
          .map(page -> page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
          .collect(Collectors.joining("\n"));
    }
  }
}
