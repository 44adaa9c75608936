package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.gateway.boot.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows `docs/convenant-wijzigen.md` to the letter: runs every command, makes every change, and
/// compares what is shown with what the page says.
///
/// When the convenant changes on purpose, `-Dsluis.bladzijden=schrijf` writes the answers anew.
class WalkSpec {
  private static final Path PAGE = House.TOP.resolve("docs/convenant-wijzigen.md");
  private static final Pattern STEP =
      Pattern.compile(
          "(?ms)^```console\\n"
              + "(?<shown>.*?)^```$|^In `(?<file>[^`]+)` staat(?<each> telkens)?:\\n"
              + "\\n"
              + "```yaml\\n"
              + "(?<from>.*?)^```\\n"
              + "\\n"
              + "Maak daarvan:\\n"
              + "\\n"
              + "```yaml\\n"
              + "(?<to>.*?)^```$");

  private @TempDir Path desk;

  @Test
  void whoever_follows_the_page_sees_what_the_page_says() throws Exception {
    prepare();
    var page = House.text(PAGE);
    var written = new StringBuilder();
    var step = STEP.matcher(page);
    int commands = 0;
    while (step.find()) {
      if (step.group("shown") != null) {
        var shown = played(step.group("shown"));
        commands += shown.commands();
        step.appendReplacement(
            written, Matcher.quoteReplacement("```console\n" + shown.text() + "```"));
      } else {
        change(
            step.group("file"), step.group("from"), step.group("to"), step.group("each") != null);
        step.appendReplacement(written, Matcher.quoteReplacement(step.group()));
      }
    }
    step.appendTail(written);

    assertThat(commands).isGreaterThan(8);
    if ("schrijf".equals(System.getProperty("sluis.bladzijden"))) {
      Files.writeString(PAGE, written.toString());
    } else {
      assertThat(written.toString()).isEqualTo(page);
    }
  }

  /// What a block of commands shows, and how many there were.
  private record Shown(String text, int commands) {}

  private Shown played(String block) throws IOException, InterruptedException {
    var shown = new StringBuilder();
    int commands = 0;
    for (var line : block.lines().filter(l -> l.startsWith("$ ")).toList()) {
      commands++;
      shown.append(line).append('\n').append(run(line.substring(2)));
    }
    return new Shown(shown.toString(), commands);
  }

  private void change(String file, String from, String to, boolean each) throws IOException {
    var path = desk.resolve(file);
    var text = Files.readString(path);
    int times = text.split(Pattern.quote(from), -1).length - 1;
    if (each) {
      assertThat(times).as("%s has `%s`", file, from).isPositive();
    } else {
      assertThat(times).as("%s has `%s` once", file, from).isEqualTo(1);
    }
    Files.writeString(path, text.replace(from, to));
  }

  /// A folder as an officer has it: the launcher and the convenanten, nothing else.
  private void prepare() throws IOException {
    Files.createDirectories(desk.resolve("policies"));
    Files.createSymbolicLink(
        desk.resolve("policies/convenant"), House.TOP.resolve("policies/convenant"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    // The launcher would build first; what it starts then is this class.
    Files.writeString(
        desk.resolve("sluis"),
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), Main.class.getName()));
    Files.setPosixFilePermissions(
        desk.resolve("sluis"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(String command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bash", "-c", command)
            .directory(desk.toFile())
            .redirectErrorStream(true)
            .start();
    try (var output = process.getInputStream()) {
      var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("`%s` ended", command).isTrue();
      return said;
    }
  }
}
