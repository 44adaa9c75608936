package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

/// There is no reason that nobody ever heard: each stands as the expected answer of a case that is
/// played through the real door.
final class EveryReasonSpec {
  /// What is played: worked examples, scenarios, and the specs that write their own.
  private static final List<Path> PLAYED =
      List.of(
          Path.of("../policies/convenant"),
          Path.of("src/main/resources/voorbeelden"),
          Path.of("src/test/resources/voorbeelden"),
          Path.of("src/test/java/nl/sluis/dev"));

  /// A check that breaks forbids; no message can break one, so `WeighingSpec` shows it.
  private static final Set<Reason> NEVER_BY_A_MESSAGE = Set.of(Reason.REGEL_DEFECT);

  /// What our own registers find, such as a count that is too small, is shown where they are.
  private static final Set<Reason> OF_REGISTERS =
      Set.of(
          Reason.CIJFER_GEDOMINEERD,
          Reason.CIJFER_HERLEIDBAAR,
          Reason.MUUR_TUSSEN_ROLLEN,
          Reason.ROL_NIET_GEKOZEN);

  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?:omdat|redenen|minstens redenen): *\\[([^\\]]*)\\]"
              + "|achtergehouden: *\\{([^}]*)\\}"
              + "|redenen\\.0\\.code: *([a-z-]+)");

  @Test
  void every_reason_a_sender_can_hear_is_heard_in_a_case_that_is_played() throws IOException {
    var heard = new TreeSet<String>();
    for (var folder : PLAYED) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          expected(Files.readString(file), heard);
        }
      }
    }

    var never =
        Arrays.stream(Reason.values())
            .filter(Reason::isTold)
            .filter(reason -> !NEVER_BY_A_MESSAGE.contains(reason))
            .filter(reason -> !OF_REGISTERS.contains(reason))
            .map(Reason::code)
            .filter(code -> !heard.contains(code))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(never).isEmpty();
  }

  private static void expected(String text, Set<String> heard) {
    EXPECTED
        .matcher(text)
        .results()
        .forEach(
            found -> {
              for (int i = 1; i <= found.groupCount(); i++) {
                if (found.group(i) != null) {
                  heard.addAll(Arrays.asList(found.group(i).split("[^a-z-]+")));
                }
              }
            });
  }
}
