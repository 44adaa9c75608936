package nl.sluis.gateway.aanmelding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffStoresSpec {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final byte[] KEY = bytes("sleutel");
  private static final byte[] PERSON = bytes("persoon");
  private static final byte[] OF_PROVIDER = bytes("sessie bij de aanmelddienst");

  private final MemorySessions sessions =
      new MemorySessions(Duration.ofMinutes(15), Duration.ofHours(8));

  @Test
  void a_session_is_found_by_what_the_browser_has_until_it_ends() {
    begin(KEY, NOW);

    var found = sessions.find(KEY).orElseThrow();
    sessions.end(KEY);

    assertThat(found.begun()).isEqualTo(NOW);
    assertThat(sessions.find(KEY)).isEmpty();
    assertThat(sessions.see(KEY, NOW)).isFalse();
  }

  @Test
  void a_session_with_another_secret_is_the_same_session_and_the_old_secret_opens_nothing() {
    begin(KEY, NOW);

    var moved = sessions.replace(KEY, bytes("nieuw"), bytes("verzegeld opnieuw"));

    assertThat(moved).isTrue();
    assertThat(sessions.find(KEY)).isEmpty();
    assertThat(sessions.find(bytes("nieuw")).orElseThrow().begun()).isEqualTo(NOW);
    assertThat(sessions.replace(KEY, bytes("weer"), bytes("x"))).isFalse();
  }

  @Test
  void the_provider_ends_a_session_or_a_person_and_nothing_that_began_later() {
    begin(KEY, NOW);
    begin(bytes("later"), NOW.plusSeconds(60));

    sessions.endOfProviderPerson(PERSON, NOW.plusSeconds(30));

    assertThat(sessions.find(KEY)).isEmpty();
    assertThat(sessions.find(bytes("later"))).isPresent();
    sessions.endOfProviderSession(OF_PROVIDER, NOW.plusSeconds(90));
    assertThat(sessions.find(bytes("later"))).isEmpty();
  }

  @Test
  void what_ended_by_itself_does_not_stay_in_memory() {
    begin(KEY, NOW);

    begin(bytes("ander"), NOW.plus(Duration.ofMinutes(15)));

    assertThat(sessions.find(KEY)).isEmpty();
  }

  @Test
  void an_attempt_is_taken_once_and_who_begins_without_end_fills_nothing() {
    var attempts = new MemoryAttempts();
    var random = new SecureRandom();
    var first = new Attempt(BrowserSecret.fresh(random));
    attempts.begin(first, NOW);
    var once = attempts.take(first);
    var again = attempts.take(first);

    attempts.begin(first, NOW);
    for (int i = 0; i < MemoryAttempts.MOST; i++) {
      attempts.begin(new Attempt(BrowserSecret.fresh(random)), NOW);
    }

    assertThat(once).contains(NOW);
    assertThat(again).isEmpty();
    assertThat(attempts.take(first)).isEmpty();
  }

  private void begin(byte[] key, Instant at) {
    sessions.insert(
        new SessionStore.Begun(
            key, bytes("verzegeld"), PERSON, PERSON, Optional.of(OF_PROVIDER), at));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
