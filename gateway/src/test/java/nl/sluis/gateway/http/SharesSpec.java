package nl.sluis.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

class SharesSpec {
  private static final Oin GREEDY = new Oin("00000099000000201000");
  private static final Oin OTHER = new Oin("00000099000000202000");

  private final Shares shares = new Shares(2);

  @Test
  void who_has_its_share_in_hand_waits_and_nobody_else_does() {
    var first = shares.take(GREEDY);
    var second = shares.take(GREEDY);

    assertThatThrownBy(() -> shares.take(GREEDY)).isInstanceOf(Shares.Full.class);
    shares.take(OTHER).close();
    first.close();
    shares.take(GREEDY).close();
    second.close();
  }

  @Test
  void a_request_that_was_refused_takes_no_place() {
    var first = shares.take(GREEDY);
    var second = shares.take(GREEDY);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> shares.take(GREEDY)).isInstanceOf(Shares.Full.class);
    }
    first.close();
    second.close();

    var again = shares.take(GREEDY);
    assertThat(again).isNotNull();
    shares.take(GREEDY).close();
    again.close();
  }

  @Test
  void a_full_share_is_429_with_a_code_and_when_to_come_back() {
    var reply = Problem.shareFull();

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsEntry("Retry-After", "1");
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("aandeel-vol");
  }
}
