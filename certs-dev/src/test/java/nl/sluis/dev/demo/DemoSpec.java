package nl.sluis.dev.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever stops the demo and starts it again sees the same story, on whatever day that is.
final class DemoSpec {
  /// On this day the chapter of the families begins before the first chapter, and ends after it.
  private static final Instant DAY = Instant.parse("2026-12-14T09:00:00Z");

  private static final List<String> TWO = List.of(Story.CHAPTERS.getFirst(), Story.FAMILIES);

  private @TempDir Path folder;

  @Test
  void the_story_can_be_told_twice_and_the_clock_turned_back_between_its_chapters()
      throws IOException {
    for (var time : List.of("the first time", "the second time")) {
      var told = new ByteArrayOutputStream();
      var out = new PrintStream(told, true, StandardCharsets.UTF_8);

      int code = new Demo(folder, out, InstantSource.fixed(DAY), TWO).run(true);

      var text = told.toString(StandardCharsets.UTF_8);
      assertThat(code).as("%s: %s", time, text).isZero();
      assertThat(text)
          .contains("2 hoofdstukken", "Alles ging zoals het hoort.")
          .containsSubsequence("De klok staat op zondag 8 november", "maandag 23 november");
    }
  }
}
