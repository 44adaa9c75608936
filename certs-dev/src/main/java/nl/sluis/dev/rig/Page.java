package nl.sluis.dev.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import nl.sluis.policies.terms.Age;

/// A dated page with what one measurement printed, so that a figure can be traced to its run.
public final class Page {
  private Page() {}

  /// Runs something and keeps what it printed, when it is known where the repository is.
  ///
  /// @param command how it was asked for, after `./sluis`
  public static int keep(
      String name, String command, PrintStream out, ToIntFunction<PrintStream> run) {
    var copy = new ByteArrayOutputStream();
    var both = new PrintStream(new Both(out, copy), true, StandardCharsets.UTF_8);
    int code = run.applyAsInt(both);
    var home = System.getProperty("sluis.home");
    if (home != null) {
      write(Path.of(home), name, command, copy.toString(StandardCharsets.UTF_8));
    }
    return code;
  }

  private static void write(Path home, String name, String command, String printed) {
    var today = LocalDate.ofInstant(InstantSource.system().instant(), Age.CALENDAR);
    var page = home.resolve("docs/metingen/" + today + "-" + name + ".md");
    try {
      Files.createDirectories(page.getParent());
      Files.writeString(
          page,
          """
          # Meting: %s, %s

          Opdracht: `./sluis %s`, op commit `%s`.

          ```
          %s
          ```
          """
              .formatted(name, today, command, commit(home), printed.stripTrailing()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String commit(Path home) {
    try {
      var git =
          new ProcessBuilder("git", "-C", home.toString(), "describe", "--always", "--dirty")
              .redirectErrorStream(true)
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException _) {
      return "onbekend";
    }
  }

  /// Writes everything twice.
  private static final class Both extends OutputStream {
    private final OutputStream first;
    private final OutputStream second;

    Both(OutputStream first, OutputStream second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void write(int b) throws IOException {
      first.write(b);
      second.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      first.write(bytes, from, count);
      second.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
      first.flush();
    }
  }
}
