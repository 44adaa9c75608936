package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesSpec {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern PAGE = Pattern.compile("(docs/[a-z0-9/-]+\\.md)");
  private static final Pattern COMMAND = Pattern.compile("\\./sluis ([a-z]+)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void every_link_to_a_file_leads_somewhere() {
    for (var page : House.pages()) {
      assertThat(links(page))
          .as("links of %s", House.TOP.relativize(page))
          .allMatch(link -> Files.exists(page.resolveSibling(link)));
    }
  }

  @Test
  void every_page_that_a_source_leans_on_exists() {
    var named =
        House.javaSources().stream()
            .flatMap(file -> PAGE.matcher(House.text(file)).results())
            .map(found -> found.group(1))
            .distinct();

    assertThat(named).allMatch(page -> Files.exists(House.TOP.resolve(page)));
  }

  @Test
  void every_command_that_a_page_names_exists() {
    var launcher = House.text(House.TOP.resolve("sluis"));

    for (var page : House.pages()) {
      var commands = COMMAND.matcher(House.text(page)).results().map(found -> found.group(1));
      assertThat(commands.distinct())
          .as("commands in %s", House.TOP.relativize(page))
          .allMatch(command -> launcher.contains("./sluis " + command));
    }
  }

  @Test
  void every_page_of_the_manual_can_be_reached_from_the_first() {
    var first = House.text(House.TOP.resolve("README.md"));
    var index = first + House.text(House.TOP.resolve("docs/README.md"));

    assertThat(House.pages())
        .filteredOn(page -> page.equals(House.TOP.resolve("docs").resolve(page.getFileName())))
        .allMatch(page -> index.contains(page.getFileName().toString()));
  }

  @Test
  void every_word_of_the_glossary_is_in_use() {
    var sources =
        House.texts().stream()
            .filter(
                file ->
                    file.toString().contains("/src/main/")
                        || file.toString().contains("/convenant/"))
            .map(House::text)
            .toList();

    assertThat(glossaryTerms()).isNotEmpty();
    assertThat(glossaryTerms())
        .filteredOn(
            term -> {
              var word = Pattern.compile("\\b" + Pattern.quote(term) + "\\b").asPredicate();
              return sources.stream().noneMatch(word);
            })
        .as("words that the sources do not use")
        .isEmpty();
  }

  private static Stream<String> links(Path page) {
    return LINK.matcher(House.text(page))
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.contains(":"));
  }

  /// The words in back-ticks in the second column of the table.
  private static List<String> glossaryTerms() {
    return House.text(House.TOP.resolve("docs/begrippen.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && line.contains("`"))
        .flatMap(line -> CODE.matcher(line.split("\\|", -1)[2]).results())
        .map(found -> found.group(1))
        .toList();
  }
}
