package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.sluis.dev.proef.BrokenMoment.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The database gone, or the gateway killed, at every moment of every step of an exchange: nothing
/// leaves unlogged, nothing acknowledged is lost, and who asks again gets the original outcome.
final class BrokenLineSpec {
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
    assertThat(gateway.since(before)).as("rows after the break").isEqualTo(moment.written());

    story.done(moment.step());

    assertThat(gateway.since(before)).as("rows in the end").isEqualTo(moment.writtenInTheEnd());
    if (moment.step() == Step.WITHDRAW) {
      story.nothingLeaves();
    }
    story.done(Step.SEND_AGAIN);
    assertThat(gateway.faults()).isEmpty();
  }
}
