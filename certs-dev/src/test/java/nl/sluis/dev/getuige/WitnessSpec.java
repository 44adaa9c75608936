package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.sluis.gateway.logbook.Cosignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a witness signs and what it refuses, as a real process asked over real HTTP (C2SP
/// tlog-witness).
final class WitnessSpec {
  private static final TestLog[] LOGS =
      Stream.of("a", "b", "c", "d", "e", "f", "g")
          .map(name -> new TestLog("log.example/" + name, TestLog.newKey()))
          .toArray(TestLog[]::new);
  private static int used;

  private static AskedWitness witness;
  private TestLog log;

  @BeforeAll
  static void start() {
    witness =
        new AskedWitness(
            WitnessCommand.class.getName(), Stream.of(LOGS).map(TestLog::key).toList());
  }

  @AfterAll
  static void stop() {
    witness.close();
  }

  @BeforeEach
  void a_log_that_it_never_saw() {
    log = LOGS[used++];
    log.grow(20);
  }

  @Test
  void it_signs_a_log_that_grows_and_anybody_can_check_its_signature() throws Exception {
    var first = witness.add(log.body(0, 7));
    var second = witness.add(log.body(7, 13));

    assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(200);
    var text = Cosignature.text(log.note(13));
    assertThat(Cosignature.find(text, second.body(), witness.key())).isPresent();
    assertThat(Cosignature.find(text, first.body(), witness.key())).isEmpty();
    assertThat(Cosignature.find(text.replace("13", "14"), second.body(), witness.key())).isEmpty();
    var newest = witness.get("/" + LogWitness.hash(log.key().origin()) + "/checkpoint");
    assertThat(newest.body()).isEqualTo(log.note(13) + second.body());
  }

  @Test
  void it_signs_nothing_that_is_not_the_continuation_of_what_it_signed() throws Exception {
    witness.add(log.body(0, 10));

    // Rolled back: the log says that it only ever had seven rows.
    var rollback = witness.add(log.body(0, 7));
    // Forked: the same first eight rows, and then others.
    var fork = witness.add(log.split(8).grow(10).body(10, 15));
    // A gap: it starts at a size that was never signed.
    var gap = witness.add(log.body(12, 15));
    // Two trees of one size.
    var twin = witness.add(log.split(8).grow(2).body(10, 10));

    assertThat(rollback.statusCode()).isEqualTo(409);
    assertThat(rollback.body()).isEqualTo("10\n");
    assertThat(rollback.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
    assertThat(fork.statusCode()).isEqualTo(422);
    assertThat(gap.statusCode()).isEqualTo(409);
    assertThat(twin.statusCode()).isEqualTo(409);
    try (var kept = Files.list(witness.folder())) {
      assertThat(kept.filter(file -> file.getFileName().toString().startsWith("bewijs-")))
          .hasSize(2);
    }
    // And what it signed goes on.
    assertThat(witness.add(log.body(10, 10)).statusCode()).isEqualTo(200);
    assertThat(witness.add(log.body(10, 15)).statusCode()).isEqualTo(200);
  }

  @Test
  void it_refuses_who_it_does_not_know_and_what_is_not_in_form() throws Exception {
    var stranger = new TestLog("other.example/log", TestLog.newKey()).grow(3);
    var thief = new TestLog("log.example/c", TestLog.newKey()).grow(3);
    var good = log.body(0, 5);

    assertThat(witness.add(stranger.body(0, 3)).statusCode()).isEqualTo(404);
    assertThat(witness.add(thief.body(0, 3)).statusCode()).isEqualTo(403);
    for (var bad :
        List.of(
            "",
            "old 0\n",
            good.replace("old 0", "old 00"),
            good.replace("old 0", "old -1"),
            good.replace("old 0", "old 9"),
            good.replace("old 0\n", "old 0\nAAAA\n"),
            good.replace("old 0\n", "old 0\n" + "A".repeat(43) + "=\n".repeat(64)))) {
      assertThat(witness.add(bad).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(witness.add("x".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);
    assertThat(witness.get("/etc/passwd").statusCode()).isEqualTo(404);
    assertThat(witness.add(good).statusCode()).isEqualTo(200);
  }

  @Test
  void of_two_that_come_at_once_from_one_size_one_is_signed() throws Exception {
    witness.add(log.body(0, 4));
    var bodies = List.of(log.body(4, 9), log.body(4, 12), log.split(6).grow(8).body(4, 14));

    var answers =
        bodies.stream()
            .map(body -> CompletableFuture.supplyAsync(() -> status(body)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
  }

  private static int status(String body) {
    try {
      return witness.add(body).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_witness_that_dies_between_comparing_and_keeping_has_signed_nothing() throws Exception {
    var fallen = new TestLog("log.example/valt", TestLog.newKey()).grow(12);
    try (var falling = new AskedWitness(HaltingWitness.class.getName(), List.of(fallen.key()))) {
      var name = "/" + LogWitness.hash("log.example/valt") + "/checkpoint";
      falling.add(fallen.body(0, 5));
      Files.createFile(falling.folder().resolve("halt"));

      assertThatThrownBy(() -> falling.add(fallen.body(5, 9))).isInstanceOf(IOException.class);
      falling.again();

      // It knows what it signed before, and nobody got a signature that it forgot.
      assertThat(falling.get(name).body()).startsWith(fallen.note(5));
      assertThat(falling.add(fallen.split(6).grow(9).body(5, 12)).statusCode()).isEqualTo(200);
      assertThat(falling.add(fallen.body(5, 9)).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void two_witnesses_never_share_a_folder() {
    assertThatThrownBy(
            () ->
                new LogWitness(
                    witness.folder(),
                    WitnessProcess.NAME,
                    List.of(log.key()),
                    InstantSource.system()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("al een getuige");
  }
}
