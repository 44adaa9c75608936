package nl.sluis.dev.knoei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Somebody with every right in the database, in small and at full length.
class KnoeienSpec {
  @Test
  void whatever_is_changed_in_whatever_table_of_the_logbook_is_noticed() {
    var said = new ByteArrayOutputStream();

    int code = Knoeien.run(new PrintStream(said, true, StandardCharsets.UTF_8));

    var table = said.toString(StandardCharsets.UTF_8);
    assertThat(code).as(table).isZero();
    assertThat(table)
        .contains("Alles gemerkt", "Daarna is het logboek heel")
        .contains("checkpoint", "logbook_head", "logbook_row", "logbook_subject", "logbook_tile")
        .contains("alles opnieuw geschreven met de echte sleutels");
  }
}
