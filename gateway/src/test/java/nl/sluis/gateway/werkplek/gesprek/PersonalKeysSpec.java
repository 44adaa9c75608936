package nl.sluis.gateway.werkplek.gesprek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A signature of a person is of that person: the desk keeps the key, and cannot open it.
final class PersonalKeysSpec {
  private static final Waiting.Who NOOR =
      new Waiting.Who(new Oin("00000099000000201000"), "p-2", "aandachtsfunctionaris");
  private static final String PHRASE = "drie eenden zwemmen weg";

  @TempDir Path folder;

  @Test
  void a_key_opens_with_the_phrase_of_its_person_and_for_nobody_else() throws IOException {
    var keys = new PersonalKeys(folder, new SecureRandom(), Instant::now, 1_000);
    var other = new Waiting.Who(NOOR.organisation(), "p-3", NOOR.function());

    var made = keys.make(NOOR, PHRASE);

    assertThat(keys.open(NOOR, PHRASE)).contains(made);
    assertThat(keys.open(NOOR, PHRASE + "!")).isEmpty();
    assertThat(keys.has(other)).isFalse();
    try (var files = Files.list(folder)) {
      var file = files.findFirst().orElseThrow();
      assertThat(Files.readString(file)).doesNotContain(made.getD().toString(), "p-2");
    }
  }

  @Test
  void after_five_wrong_phrases_the_right_one_waits_a_quarter_of_an_hour() throws IOException {
    var time = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    var keys = new PersonalKeys(folder, new SecureRandom(), time::get, 1_000);
    keys.make(NOOR, PHRASE);
    for (int i = 0; i < 5; i++) {
      assertThat(keys.open(NOOR, "vier eenden zwemmen")).isEmpty();
    }

    assertThat(keys.open(NOOR, PHRASE)).isEmpty();
    time.set(time.get().plus(Duration.ofMinutes(15)));
    assertThat(keys.open(NOOR, PHRASE)).isPresent();
  }
}
