package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A gateway is asked to stop (SIGTERM) while partners work, one waits for parcels, and one is in
/// the middle of sending.
final class DrainSpec {
  private static final int CHILDREN = 3;
  private static final int AT_ONCE = 3;

  /// For a machine that has much else to do; what takes as long as may be is a fault elsewhere.
  private static final int SECONDS = 60;

  private static final Records RECORDS = new Records();
  private static Rig rig;
  private static List<Integer> ends;
  private static Seen waited;
  private static Seen newcomer;
  private static Seen half;
  private static boolean ended;
  private static int status;
  private static String told;

  @BeforeAll
  static void a_gateway_is_stopped_while_partners_work() throws Exception {
    rig = Rig.temporary();
    var signals = new Signals(rig);
    try (var gateway = rig.gateway("gateway", 0).awaitListening();
        var school = new Caller(rig, signals.school(), gateway.port(), AT_ONCE + 1);
        var cjg = new Caller(rig, signals.cjg(), gateway.port(), AT_ONCE);
        var late = new Caller(rig, signals.school(), gateway.port(), 1)) {
      school.authenticate();
      cjg.authenticate();
      signals.publishKey(cjg);
      Household.register(signals, school, CHILDREN, true);
      var message = signals.message("kind-0");
      var bytes = message.text().getBytes(StandardCharsets.US_ASCII);
      RECORDS.sent(message.jti(), bytes);
      var traffic = new Traffic(signals, school, cjg, RECORDS, CHILDREN);
      traffic.start(AT_ONCE);
      var waiting = school.get("/v1/postbus?wacht=55");
      assertThat(gateway.endsWithin(800)).as("it works").isFalse();
      try (var begun = HalfMessage.begin(signals.school(), school, gateway.port(), bytes)) {
        assertThat(gateway.endsWithin(200)).as("half a message is there").isFalse();

        gateway.handle().destroy();

        waited = waiting.get(SECONDS, TimeUnit.SECONDS);
        assertThat(gateway.endsWithin(300)).as("somebody is still sending").isFalse();
        newcomer = late.get("/v1/gezondheid").join();
        half = begun.finish();
      }
      ended = gateway.endsWithin(SECONDS * 1_000L);
      traffic.stop();
      ends = traffic.ends();
      status = ended ? gateway.status() : -1;
      told = gateway.told();
      var _ =
          RECORDS.acknowledged(
              message.jti(), new Records.Ack(half.text("transactie"), half.text("pakket")));
    }
  }

  @AfterAll
  static void nothing_is_left() {
    rig.close();
  }

  @Test
  void what_was_taken_in_stands_in_the_logbook_as_it_was_answered_and_nobody_was_refused() {
    assertThat(RECORDS.acknowledged()).hasSizeGreaterThan(AT_ONCE);
    assertThat(ends).as("a line that is gone, and no answer that says no").containsOnly(0);
    assertThat(Verdict.of(rig, RECORDS)).isEmpty();
  }

  @Test
  void who_was_in_the_middle_of_sending_may_finish_and_is_answered() {
    assertThat(half.status()).as(half.body()).isEqualTo(200);
    assertThat(half.text("ontvangstbewijs")).contains("c2sp.org/tlog-proof@v1");
  }

  @Test
  void who_waits_for_parcels_hears_at_once_that_there_are_none() {
    assertThat(waited.status()).isEqualTo(200);
    assertThat(waited.json().path("pakketten").isEmpty()).isTrue();
  }

  @Test
  void nobody_new_comes_in() {
    assertThat(newcomer.status()).as(newcomer.body()).isZero();
  }

  @Test
  void the_process_ends_well_and_its_log_goes_on_to_the_last_line() {
    assertThat(ended).isTrue();
    assertThat(status).isZero();
    assertThat(told).contains("has stopped").doesNotContain("is cut");
  }
}
