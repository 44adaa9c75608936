package nl.sluis.gateway.werkplek.gesprek;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

/// One person is not two: what waits for a colleague is found with the code alone, by another, at
/// the same organisation, once and within the hour.
final class WaitingSpec {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final Waiting waiting = new Waiting(new SecureRandom(), time::get);
  private final Waiting.Who first = who("00000099000000201000", "p-1");
  private final Waiting.Who colleague = who("00000099000000201000", "p-2");

  @Test
  void a_colleague_reads_what_was_left_and_takes_it_once() {
    var code = waiting.leave(first, TalkPages.ANSWERS, content());

    assertThat(code).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
    assertThat(waiting.look(colleague, code.toLowerCase(Locale.ROOT)))
        .hasValueSatisfying(left -> assertThat(left.content()).isEqualTo(content()));
    assertThat(waiting.take(colleague, code)).isPresent();
    assertThat(waiting.take(colleague, code)).isEmpty();
    assertThat(waiting.count()).isZero();
  }

  @Test
  void who_wrote_it_down_does_not_sign_along_and_another_organisation_finds_nothing() {
    var code = waiting.leave(first, TalkPages.ANSWERS, content());

    assertThat(waiting.take(first, code)).isEmpty();
    assertThat(waiting.take(who("00000099000000202000", "p-3"), code)).isEmpty();
    assertThat(waiting.take(colleague, "0000-0000-0000-0000")).isEmpty();
    assertThat(waiting.take(colleague, code)).isPresent();
  }

  @Test
  void after_an_hour_it_is_gone() {
    var code = waiting.leave(first, TalkPages.ANSWERS, content());

    time.set(NOW.plus(Duration.ofHours(1)));

    assertThat(waiting.look(colleague, code)).isEmpty();
    assertThat(waiting.count()).isZero();
  }

  private static Waiting.Who who(String oin, String pseudonym) {
    return new Waiting.Who(new Oin(oin), pseudonym, "intern begeleider");
  }

  private static ObjectNode content() {
    return JsonNodeFactory.instance.objectNode().put("verzoek", "een nummer");
  }
}
