package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.sluis.gateway.boot.RestoreCommand;
import org.junit.jupiter.api.Test;

/// The walk after a backup was put back, as an operator types it over from the manual.
class RestoreWalkSpec {
  private static final String START = "./sluis logboek herstel ";
  private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);
  private static final Pattern WORD = Pattern.compile("(?:[^ ']|'[^']*')+");

  @Test
  void every_command_of_the_walk_is_understood_as_it_stands_there() throws Exception {
    var steps = new ArrayList<String>();
    for (var line : lines()) {
      var told = new ByteArrayOutputStream();
      var out = new PrintStream(told, true, StandardCharsets.UTF_8);
      var arguments = arguments(line);
      steps.add(arguments.getFirst());

      // There is no such file here; whatever is not understood says so before it is looked for.
      var ended = new RestoreCommand(out, out, NOW).run(arguments);

      assertThat(ended).as(line).isEqualTo(1);
      assertThat(told.toString(StandardCharsets.UTF_8)).as(line).doesNotContain("Gebruik");
    }
    assertThat(steps).containsExactly("begin", "neem-op", "stand", "open", "open");
  }

  @Test
  void a_command_without_a_name_a_reason_or_a_count_is_not_understood() throws Exception {
    for (var line :
        List.of(
            "begin --naam=x --door=med-07 --config=sluis.yaml",
            "begin --naam='met spatie' --door=med-07 --reden=stuk --config=sluis.yaml",
            "neem-op --door=med-07 --config=sluis.yaml",
            "open --door=med-07 --config=sluis.yaml",
            "open --rest=-1 --door=med-07 --config=sluis.yaml",
            "stand",
            "--config=sluis.yaml")) {
      var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

      assertThat(new RestoreCommand(out, out, NOW).run(arguments(START + line)))
          .as(line)
          .isEqualTo(2);
    }
  }

  private static List<String> lines() {
    return House.text(House.TOP.resolve("docs/beheer.md"))
        .lines()
        .filter(line -> line.startsWith(START))
        .toList();
  }

  private static List<String> arguments(String line) {
    return WORD.matcher(line.substring(START.length()))
        .results()
        .map((MatchResult word) -> word.group().replace("'", ""))
        .toList();
  }
}
