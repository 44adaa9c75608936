package nl.sluis.policies.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConvenantFilesSpec {
  private static final Path ROOT = Path.of("convenant");

  @Test
  void the_index_names_every_file_and_no_other() throws IOException {
    var index = ConvenantFiles.paths(Files.readString(ROOT.resolve("index.txt")));

    try (var files = Files.walk(ROOT)) {
      assertThat(index)
          .isSorted()
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(p -> p.toString().endsWith(".yaml") || p.toString().endsWith(".json"))
                  .map(p -> p.toString().replace('\\', '/'))
                  .toList());
    }
  }

  @Test
  void the_digest_changes_with_one_letter() {
    var files = new TreeMap<>(Shipped.files());
    var path = "convenant/model-kennemerland/2026-09/doelen.yaml";
    files.computeIfPresent(
        path, (_, text) -> text.replace("Iemand vraagt raad", "Iemand vroeg raad"));

    var changed = ((ConvenantReader.Result.Whole) ConvenantReader.read(files)).convenant();

    assertThat(changed.digest()).hasSize(64).isNotEqualTo(Shipped.convenant().digest());
  }
}
