package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherSpec {
  private static final Pattern COMMAND = Pattern.compile("\"(logboek|sleutels|partner) [a-z]+\"");

  /// How a command ended, and all that it printed.
  private record Ended(int status, String said) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "check",
        "serve",
        "voorbeeld",
        "bench",
        "proef",
        "convenant",
        "logboek",
        "partner",
        "doctor",
        "stop",
        "help",
      })
  void help_names_every_command(String command) throws Exception {
    var help = run("help");

    assertThat(help.status()).isZero();
    assertThat(help.said()).contains("./sluis " + command);
  }

  @Test
  void the_launcher_lets_every_command_of_production_through_and_help_names_it() {
    var main = "gateway/src/main/java/nl/sluis/gateway/boot/Main.java";
    var launcher = House.text(House.TOP.resolve("sluis"));
    var commands =
        COMMAND.matcher(House.text(House.TOP.resolve(main))).results().map(MatchResult::group);

    assertThat(commands)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            command -> {
              var words = command.replace("\"", "").split(" ", 2);
              var cases = launcher.substring(launcher.lastIndexOf("\n  " + words[0] + ")"));
              assertThat(cases.substring(0, cases.indexOf("esac")))
                  .as(command)
                  .containsPattern("\\b" + words[1] + "\\b[^\\n]*\\) (productie|ontwikkeling)");
              assertThat(launcher.lines().filter(line -> line.contains("./sluis " + words[0])))
                  .as(command)
                  .anyMatch(line -> line.contains(words[1]));
            });
  }

  @Test
  void an_unknown_command_shows_which_ones_there_are() throws Exception {
    var ended = run("dansen");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.said()).contains("`dansen` is geen opdracht").contains("./sluis demo");
  }

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(House.TOP.resolve("sluis").toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.getInputStream()) {
      var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    }
  }
}
