package nl.sluis.policies.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each folder of `gebroken/` is a convenant with one thing wrong with it: the files that differ
/// from `heel/`, and in `verwacht.txt` what an officer reads of it, word for word.
class BrokenConvenantenSpec {
  private static final Path FIXTURES = Path.of("src/test/resources/gebroken");

  static Stream<String> defects() throws IOException {
    try (var folders = Files.list(FIXTURES)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("heel"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void the_convenant_they_all_differ_from_is_sound() throws IOException {
    assertThat(Inspection.of(texts(FIXTURES.resolve("heel")), Optional.empty()).faults()).isEmpty();
  }

  @Test
  void there_are_at_least_twenty() throws IOException {
    assertThat(defects()).hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void each_is_named_with_its_file_its_line_and_what_to_do(String defect) throws IOException {
    var folder = FIXTURES.resolve(defect);
    var files = texts(FIXTURES.resolve("heel"));
    files.putAll(texts(folder));
    removed(folder).forEach(files::remove);

    var faults = Inspection.of(files, signatures(folder, files)).faults();

    assertThat(faults.stream().map(ConvenantFault::toString))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("verwacht.txt")));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    var top = folder.resolve("convenant");
    if (!Files.exists(top)) {
      return files;
    }
    try (var paths = Files.walk(top)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return files;
  }

  private static List<String> removed(Path folder) throws IOException {
    var list = folder.resolve("weg.txt");
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  private static Optional<Collection<Signature>> signatures(Path folder, Map<String, String> files)
      throws IOException {
    var list = folder.resolve("handtekeningen.txt");
    if (!Files.exists(list)) {
      return Optional.empty();
    }
    var whole = Inspection.of(files, Optional.empty()).whole();
    var here = Objects.requireNonNull(whole.get("convenant/proef/2027-01/")).digest();
    var signatures = new ArrayList<Signature>();
    for (var line : Files.readAllLines(list)) {
      if (!line.startsWith("#")) {
        var words = line.split(" ", -1);
        var digest = words[1].equals("deze") ? here : words[1];
        signatures.add(new Signature(digest, new Oin(words[0]), Instant.EPOCH));
      }
    }
    return Optional.of(signatures);
  }
}
