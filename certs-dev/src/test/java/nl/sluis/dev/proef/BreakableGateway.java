package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.DatabaseLine;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// A gateway in a process of its own behind a line to its database that can be broken, and the two
/// partners with what they remember. One thread.
final class BreakableGateway implements AutoCloseable {
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Rig rig = Rig.temporary();
  private final Signals signals = new Signals(rig);
  private final DatabaseLine line = DatabaseLine.to(rig.postgres().database());
  private final Records records = new Records();
  private final Caller school;
  private final Caller cjg;
  private ChildJvm gateway;
  private int children;

  BreakableGateway() {
    gateway = rig.gateway("gateway", 0, line.database()).awaitListening();
    school = new Caller(rig, signals.school(), gateway.port(), 4);
    cjg = new Caller(rig, signals.cjg(), gateway.port(), 4);
    cjg.authenticate();
    signals.publishKey(cjg);
  }

  DatabaseLine line() {
    return line;
  }

  /// Ends the gateway as `kill -9` does, and starts it again.
  void killAndStart() {
    gateway.kill();
    line.cut();
    line.mend();
    gateway = rig.gateway("gateway", gateway.port(), line.database()).awaitListening();
    awaitWell();
  }

  /// Waits until the gateway has its database again.
  void awaitWell() {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (school.get("/v1/gezondheid").join().status() != 200) {
      assertThat(System.nanoTime()).as("the gateway comes back").isLessThan(deadline);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// The kinds of all rows about people so far.
  List<String> rows() {
    return LogRows.read(rig).rows().stream().map(LogRows.Row::kind).toList();
  }

  /// The kinds of the rows that came after these.
  List<String> since(List<String> before) {
    var now = rows();
    assertThat(now.subList(0, before.size())).isEqualTo(before);
    return now.subList(before.size(), now.size());
  }

  /// What is wrong between the logbook, the postbus and what the partners remember.
  List<String> faults() {
    return Verdict.of(rig, records);
  }

  /// The door to which parcels of the receiver are brought from now on, until it is closed.
  ParcelDoor door() {
    return ParcelDoor.open(rig.site(), signals.cjg().partner().oin());
  }

  /// As if the minute passed for which a gateway may be under way with a parcel.
  void aMinutePasses() {
    try (var owner = rig.postgres().database().owner();
        var statement = owner.createStatement()) {
      statement.execute("update aflevering set volgende_op = now() where stand = 'onderweg'");
    } catch (SQLException e) {
      throw new IllegalStateException("the database is there", e);
    }
  }

  /// A child with consent of both parents, about whom a message is ready.
  Story story() {
    // On a busy machine all stories together outlive a token.
    school.authenticate();
    cjg.authenticate();
    var child = "kind-" + children++;
    assertThat(school.file("/v1/gezinsfeiten", signals.family(child)).join().status())
        .isEqualTo(201);
    var consent = school.file("/v1/toestemmingen", signals.consent(child)).join();
    assertThat(consent.status()).isEqualTo(201);
    var message = signals.message(child);
    var bytes = message.text().getBytes(StandardCharsets.US_ASCII);
    records.sent(message.jti(), bytes);
    return new Story(consent.text("id"), message.jti(), bytes);
  }

  /// One message from sending to confirming, as far as it came.
  final class Story {
    private final String consent;
    private final String jti;
    private final byte[] message;
    private String parcel = "";

    private Story(String consent, String jti, byte[] message) {
      this.consent = consent;
      this.jti = jti;
      this.message = message;
    }

    /// Does all that comes before this step.
    void upTo(BrokenMoment.Step step) {
      switch (step) {
        case SEND -> {}
        case SEND_AGAIN, COLLECT, WITHDRAW -> done(BrokenMoment.Step.SEND);
        case CONFIRM -> {
          done(BrokenMoment.Step.SEND);
          done(BrokenMoment.Step.COLLECT);
        }
      }
    }

    /// Does this step, and what the partners must hear then.
    void done(BrokenMoment.Step step) {
      var seen = patiently(step);
      switch (step) {
        case SEND, SEND_AGAIN -> accepted(seen);
        case COLLECT -> {
          assertThat(seen.status()).as(seen.body()).isEqualTo(200);
          records.received(parcel, seen.text("bericht"));
        }
        case CONFIRM -> {
          assertThat(seen.status()).as(seen.body()).isEqualTo(204);
          records.confirmed(parcel);
        }
        case WITHDRAW -> assertThat(seen.status()).as(seen.body()).isEqualTo(201);
      }
    }

    /// A line that broke may be noticed by who asks next: that one comes back later.
    private Seen patiently(BrokenMoment.Step step) {
      var deadline = System.nanoTime() + PATIENCE_NANOS;
      var seen = doing(step).join();
      while (seen.status() == 503 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(PAUSE_NANOS);
        seen = doing(step).join();
      }
      return seen;
    }

    private void accepted(Seen seen) {
      assertThat(seen.status()).as(seen.body()).isEqualTo(200);
      parcel = seen.text("pakket");
      var ack = new Records.Ack(seen.text("transactie"), parcel);
      assertThat(records.acknowledged(jti, ack)).as("another answer than before").isEmpty();
    }

    CompletableFuture<Seen> doing(BrokenMoment.Step step) {
      return switch (step) {
        case SEND, SEND_AGAIN -> school.send(message);
        case COLLECT -> cjg.act("/v1/postbus/" + parcel + "/uitreikingen");
        case CONFIRM -> cjg.act("/v1/postbus/" + parcel + "/bevestigingen");
        case WITHDRAW ->
            school.file("/v1/toestemmingen/" + consent + "/intrekkingen", signals.withdrawal());
      };
    }

    /// The receiver got it at its door, once as often as it came, and says that it has it.
    void arrived(List<JsonNode> came) {
      assertThat(came).allSatisfy(body -> assertThat(text(body, "pakket")).isEqualTo(parcel));
      assertThat(came.stream().map(body -> unbound(text(body, "bericht"))).distinct())
          .as("whatever comes again is the same")
          .hasSize(1);
      came.forEach(body -> records.received(parcel, text(body, "bericht")));
      records.confirmed(parcel);
    }

    private static String text(JsonNode body, String name) {
      return body.path(name).asText();
    }

    /// A message without what binds it to this one handing over.
    private static String unbound(String message) {
      return message.substring(0, message.lastIndexOf('~'));
    }

    /// After a withdrawal that was confirmed nothing leaves any more.
    void nothingLeaves() {
      assertThat(doing(BrokenMoment.Step.COLLECT).join().status()).isEqualTo(404);
    }
  }

  @Override
  public void close() {
    school.close();
    cjg.close();
    gateway.close();
    line.close();
    rig.close();
  }
}
