package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.sluis.dev.partner.ParcelDoor.How;
import nl.sluis.dev.proef.BrokenMoment.Step;
import nl.sluis.dev.rig.Moment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The gateway killed between the row that says that something was disclosed and its bytes, and
/// between the bytes and the answer: the receiver has it once, and the row is there once.
final class KilledWhileBringingSpec {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private static BreakableGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new BreakableGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void what_a_killed_gateway_was_bringing_comes_again_as_the_same_parcel_and_is_disclosed_once() {
    try (var door = gateway.door()) {
      // Killed when the row is durable and not one byte went.
      var unsent = gateway.story();
      var rows = gateway.rows();
      var broken = gateway.line().stallAt(Moment.afterCommitOf("update parcel set state"));
      unsent.done(Step.SEND);
      assertThat(broken.awaitHappened()).isTrue();
      assertThat(gateway.since(rows)).containsExactly("aangenomen", "verstrekt");
      assertThat(door.came()).isEmpty();

      gateway.killAndStart();
      gateway.aMinutePasses();

      until(() -> gateway.since(rows).contains("bevestigd"));
      unsent.arrived(door.came());
      assertThat(gateway.since(rows))
          .containsExactly("aangenomen", "verstrekt", "heruitgereikt", "bevestigd");
      assertThat(door.came()).hasSize(1);

      // Killed when all bytes went and the receiver did not answer yet.
      door.answers(How.STALLS);
      var unheard = gateway.story();
      var before = gateway.rows();
      unheard.done(Step.SEND);
      until(() -> door.came().size() == 2);
      gateway.killAndStart();
      door.answers(How.TAKES);
      gateway.aMinutePasses();

      until(() -> gateway.since(before).contains("bevestigd"));
      unheard.arrived(door.came().subList(1, door.came().size()));
      assertThat(gateway.since(before))
          .containsExactly("aangenomen", "verstrekt", "heruitgereikt", "bevestigd");
      assertThat(door.came()).hasSize(3);
    }
    assertThat(gateway.faults()).isEmpty();
  }

  private static void until(BooleanSupplier seen) {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (!seen.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it is seen in time").isLessThan(end);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
