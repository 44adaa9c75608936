package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.sluis.dev.partner.ParcelDoor.How;
import nl.sluis.dev.proef.BrokenMoment.Step;
import nl.sluis.dev.rig.Moment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/// The database gone, or the gateway killed, at every moment of every step of an exchange: nothing
/// leaves unlogged, nothing acknowledged is lost, and who asks again gets the original outcome.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BrokenLineSpec {
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

  @TestFactory
  Stream<DynamicTest> the_line_to_the_database_breaks() {
    return BrokenMoment.all().stream()
        .map(moment -> DynamicTest.dynamicTest(moment.toString(), () -> breaksOff(moment)));
  }

  @TestFactory
  Stream<DynamicTest> the_gateway_is_killed() {
    return Stream.of(Step.SEND, Step.COLLECT, Step.CONFIRM, Step.WITHDRAW)
        .flatMap(step -> BrokenMoment.left(step).stream())
        .map(moment -> DynamicTest.dynamicTest(moment.toString(), () -> isKilled(moment)));
  }

  /// Last, for from then on parcels are brought.
  @Test
  @Order(Integer.MAX_VALUE)
  void what_a_killed_gateway_was_bringing_comes_again_as_the_same_parcel_and_is_disclosed_once() {
    try (var door = gateway.door()) {
      // Killed when the row is durable and not one byte went.
      var unsent = gateway.story();
      var rows = gateway.rows();
      var broken = gateway.line().stallAt(Moment.afterCommitOf("update parcel set state"));
      unsent.done(Step.SEND);
      assertThat(broken.awaitHappened()).isTrue();
      assertThat(since(rows)).containsExactly("aangenomen", "verstrekt");
      assertThat(door.came()).isEmpty();

      gateway.killAndStart();
      gateway.aMinutePasses();

      until(() -> since(rows).contains("bevestigd"));
      unsent.arrived(door.came());
      assertThat(since(rows))
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

      until(() -> since(before).contains("bevestigd"));
      unheard.arrived(door.came().subList(1, door.came().size()));
      assertThat(since(before))
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

  private static void breaksOff(BrokenMoment moment) {
    var story = gateway.story();
    story.upTo(moment.step());
    var rows = gateway.rows();

    var broken = gateway.line().cutAt(moment.moment());
    var seen = story.doing(moment.step()).join();
    assertThat(broken.awaitHappened()).isTrue();

    assertThat(seen.status()).as(seen.body()).isEqualTo(503);
    assertThat(seen.text("code")).isEqualTo("niet-vastgelegd");
    gateway.line().mend();
    gateway.awaitWell();
    recovers(moment, story, rows);
  }

  private static void isKilled(BrokenMoment moment) {
    var story = gateway.story();
    story.upTo(moment.step());
    var rows = gateway.rows();

    var broken = gateway.line().stallAt(moment.moment());
    var seen = story.doing(moment.step());
    assertThat(broken.awaitHappened()).isTrue();
    assertThat(seen).as("nobody was answered").isNotDone();
    gateway.killAndStart();

    assertThat(seen.join().status()).as("no answer came").isZero();
    assertThat(gateway.faults()).isEmpty();
    recovers(moment, story, rows);
  }

  private static void recovers(
      BrokenMoment moment, BreakableGateway.Story story, List<String> before) {
    assertThat(since(before)).as("rows after the break").isEqualTo(moment.written());

    story.done(moment.step());

    assertThat(since(before)).as("rows in the end").isEqualTo(moment.writtenInTheEnd());
    if (moment.step() == Step.WITHDRAW) {
      story.nothingLeaves();
    }
    story.done(Step.SEND_AGAIN);
    assertThat(gateway.faults()).isEmpty();
  }

  private static List<String> since(List<String> before) {
    var now = gateway.rows();
    assertThat(now.subList(0, before.size())).isEqualTo(before);
    return now.subList(before.size(), now.size());
  }
}
