package nl.sluis.policies.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.export.Chapter;
import nl.sluis.policies.export.Chapters;
import nl.sluis.policies.export.Export;
import nl.sluis.policies.export.Export.Form;
import nl.sluis.policies.export.Fact;
import nl.sluis.policies.export.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a party takes home: files that hold the whole convenant, and examples to try them on.
class ExportSpec {
  /// Where the build leaves what it compared.
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "policies"), "target", "uitvoer");

  static Stream<Convenant> shipped() {
    return Shipped.all().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void the_build_leaves_every_convenant_in_both_languages(Convenant convenant) throws IOException {
    for (var form : Form.values()) {
      var folder =
          FOLDER
              .resolve(form.name().toLowerCase(Locale.ROOT))
              .resolve(convenant.id() + "-" + convenant.version());
      Files.createDirectories(folder);
      for (var file : Export.files(convenant, form).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
        if (!file.getKey().endsWith("schema")) {
          assertThat(file.getValue()).contains(convenant.digest());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_rule_and_every_category_it_allows_is_in_the_export(Convenant convenant) {
    var ids =
        Chapters.of(convenant).stream()
            .map(Chapter::sentences)
            .flatMap(List::stream)
            .map(Sentence::id)
            .toList();

    for (var rule : convenant.rules()) {
      assertThat(ids).contains(rule.id() + "/mag");
      if (rule.otherChannel().isEmpty()) {
        rule.categories()
            .forEach(
                (category, says) -> {
                  var id = rule.id() + "/" + category;
                  assertThat(ids.contains(id)).isEqualTo(says.presence() != Presence.VERBODEN);
                });
      }
    }
  }

  @Test
  void every_fact_has_a_name_of_its_own() {
    assertThat(Arrays.stream(Fact.values()).map(Fact::key)).doesNotHaveDuplicates();
  }
}
