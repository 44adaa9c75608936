package nl.sluis.gateway.acuut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report that waits for the logbook can be read for as long as it waits, and no longer.
final class SpoolSpec {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final byte[] REPORT = "wat er gebeurt".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private KeyVault vault;
  private HourKeys keys;
  private Spool spool;

  @BeforeEach
  void open() throws Exception {
    var random = new SecureRandom();
    vault = KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), random);
    keys = new HourKeys(vault, random);
    spool = new Spool(directory.resolve("wachtkamer"), keys, vault.waitingRoomKey());
  }

  @Test
  void a_clock_that_runs_ahead_takes_the_keys_of_days_away_but_no_report() throws Exception {
    spool.put(SCHOOL, UUID.randomUUID(), NOW, REPORT);

    var muchLater = NOW.plus(Duration.ofDays(400));
    keys.destroyAnswerKeysBefore(muchLater);
    keys.destroyParcelKeysBefore(muchLater, Set.of());

    assertThat(spool.waiting()).hasSize(1);
    assertThat(spool.waiting().getFirst().message()).isEqualTo(REPORT);
  }

  @Test
  void once_it_stands_in_the_logbook_nothing_of_it_is_kept() throws Exception {
    var waits = spool.put(SCHOOL, UUID.randomUUID(), NOW, REPORT);
    var copy = Files.copy(waits.file(), directory.resolve("kopie"));

    spool.done(waits);
    Files.copy(copy, waits.file());

    assertThat(spool.waiting()).as("also a copy that somebody put back").isEmpty();
    assertThat(vault.epochKeyNames()).isEmpty();
  }

  @Test
  void what_was_changed_is_not_entered() throws Exception {
    var waits = spool.put(SCHOOL, UUID.randomUUID(), NOW, REPORT);
    var text = Files.readString(waits.file(), StandardCharsets.US_ASCII);
    int middle = text.length() / 2;
    var other = text.charAt(middle) == 'A' ? 'B' : 'A';

    Files.writeString(waits.file(), text.substring(0, middle) + other + text.substring(middle + 1));

    assertThat(spool.waiting()).isEmpty();
  }
}
