package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What can go wrong around a report of acute danger: the rows of the fault matrix.
///
/// @param sentence what goes wrong
/// @param begins what is done before the report is sent
/// @param meanwhile what is done or seen once the sender was answered and nothing is mended yet
/// @param trace a word in the row of the report by which it is seen that this went wrong; may be
///   empty
record AcuteFault(
    String sentence, Consumer<AcuteDanger> begins, Consumer<AcuteDanger> meanwhile, String trace) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int OTHERS = 200;
  private static final String WAITED = "\"uitval\":";
  private static final String OTHER_TIME = "\"klokAfwijkingSeconden\":";
  private static final String LAPSED = "CONVENANT_VERLOPEN_GEMELD";

  static List<AcuteFault> all() {
    return List.of(
        of("the database is away", danger -> danger.line().cut(), WAITED),
        new AcuteFault(
            "the disk of the database is full",
            AcuteDanger::fillDisk,
            AcuteFault::onlyReadingGoesOn,
            WAITED),
        of("the door of veilig thuis is shut", danger -> danger.door().shut(), ""),
        of("veilig thuis says that it is too busy", danger -> danger.door().answersWith(503), ""),
        of("veilig thuis does not answer", danger -> danger.door().stalls(), ""),
        of("the clock is a day ahead", danger -> danger.clock().jumps(DAY), OTHER_TIME),
        of("the clock is a day behind", danger -> danger.clock().jumps(DAY.negated()), OTHER_TIME),
        new AcuteFault(
            "the clock jumps months ahead while the report waits for the database",
            danger -> danger.line().cut(),
            danger -> danger.clock().jumps(DAY.multipliedBy(100)),
            WAITED),
        new AcuteFault(
            "the clock jumps back while the report waits for the database",
            danger -> danger.line().cut(),
            danger -> danger.clock().jumps(DAY.multipliedBy(-2)),
            WAITED),
        of("the convenant is over", AcuteFault::convenantEnds, LAPSED),
        of("everybody else sends as much as they can", AcuteFault::crowd, ""),
        of(
            "all of that happens at once",
            danger -> {
              danger.line().cut();
              danger.door().shut();
              convenantEnds(danger);
              crowd(danger);
            },
            WAITED));
  }

  private static AcuteFault of(String sentence, Consumer<AcuteDanger> begins, String trace) {
    return new AcuteFault(sentence, begins, _ -> {}, trace);
  }

  private static void convenantEnds(AcuteDanger danger) {
    danger.clock().jumps(DAY.multipliedBy(800));
  }

  private static void crowd(AcuteDanger danger) {
    danger.crowd(
        IntStream.range(0, OTHERS).mapToObj(i -> danger.ordinary("ander-" + i % 20)).toList());
  }

  /// The error is PostgreSQL's own: it is there, and answers, but cannot write.
  private static void onlyReadingGoesOn(AcuteDanger danger) {
    assertThat(danger.postgres().log()).contains("could not extend file");
    assertThat(danger.ordinary("ander-0").join().text("code")).isEqualTo("niet-vastgelegd");
    assertThat(danger.school().get("/v1/postbus").join().status()).isEqualTo(200);
  }

  @Override
  public String toString() {
    return sentence;
  }
}
