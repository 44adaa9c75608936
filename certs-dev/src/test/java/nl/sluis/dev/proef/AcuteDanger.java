package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.DangerReports;
import nl.sluis.dev.rig.DatabaseLine;
import nl.sluis.dev.rig.JumpingClock;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.PostgresProcess;
import nl.sluis.dev.rig.ReportDoor;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.acuut.HandoverLetters;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// A school that reports acute danger, a gateway in a process of its own behind a line to its
/// database that can be broken, and the door of Veilig Thuis. One thread.
final class AcuteDanger implements AutoCloseable {
  static final Oin VEILIG_THUIS = DangerReports.VEILIG_THUIS;
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Rig rig = Rig.temporary();
  private final Signals signals = new Signals(rig);
  private final DangerReports reports = new DangerReports(rig, signals.school());
  private final DatabaseLine line = DatabaseLine.to(rig.postgres().database());
  private final JumpingClock clock = JumpingClock.in(rig.folder().resolve("klok"));
  private final ReportDoor door;
  private final Caller school;
  private final Caller veiligThuis;
  private final Caller others;
  private ChildJvm gateway;
  private List<CompletableFuture<Seen>> crowd = List.of();
  private int children;

  AcuteDanger() {
    var identity = rig.site().identity(VEILIG_THUIS, "Veilig Thuis Kennemerland", true);
    rig.site().keys();
    door = reports.door();
    gateway = rig.gateway("gateway", 0, line.database(), clock).awaitListening();
    school = new Caller(rig, signals.school(), gateway.port(), 4);
    veiligThuis = new Caller(rig, identity, gateway.port(), 2);
    others = new Caller(rig, signals.school(), gateway.port(), 40);
    school.authenticate();
    others.authenticate();
    veiligThuis.authenticate();
    try (var cjg = new Caller(rig, signals.cjg(), gateway.port(), 1)) {
      cjg.authenticate();
      signals.publishKey(cjg);
    }
  }

  ReportDoor door() {
    return door;
  }

  DatabaseLine line() {
    return line;
  }

  /// What time the gateway thinks it is.
  JumpingClock clock() {
    return clock;
  }

  PostgresProcess postgres() {
    return rig.postgres();
  }

  /// From now on no message can be kept, and so none can be answered.
  void fillDisk() {
    // A few large rows fill it, and small ones what is left of the last page.
    var large = "decode(repeat(md5(i::text), 118), 'hex')";
    postgres()
        .fillDisk(
            "message",
            "select 'vol', 'vol', i::text, ''::bytea, gen_random_uuid(), 'vol', null,"
                + " case when i < 8500 then "
                + large
                + " else ''::bytea end, '', i, i, now() from generate_series(1, 9000) i");
  }

  /// Everything is as it should be again.
  void mend() {
    postgres().emptyDisk();
    door.mend();
    clock.jumps(Duration.ZERO);
    line.mend();
  }

  /// So many calls are under way.
  void crowd(List<CompletableFuture<Seen>> calls) {
    crowd = calls;
  }

  void awaitCrowd() {
    crowd.forEach(CompletableFuture::join);
  }

  /// An ordinary message, which is recorded and refused: nobody said yes.
  CompletableFuture<Seen> ordinary(String child) {
    return others.send(signals.message(child).text().getBytes(StandardCharsets.US_ASCII));
  }

  Caller school() {
    return school;
  }

  Caller veiligThuis() {
    return veiligThuis;
  }

  /// Ends the gateway as `kill -9` does.
  void kill() {
    gateway.kill();
    line.cut();
  }

  /// Starts the gateway, whatever is wrong.
  void start() {
    gateway = rig.gateway("gateway", gateway.port(), line.database(), clock).awaitListening();
  }

  /// A child whom the gateway knows, so that the rows about it can be found again.
  String child() {
    return childFrom("Haarlem");
  }

  /// The same, who lives in this municipality.
  String childFrom(String municipality) {
    var child = "kind-" + children++;
    var family = signals.family(child).replace("Haarlem", municipality);
    assertThat(school.file("/v1/gezinsfeiten", family).join().status()).isEqualTo(201);
    return child;
  }

  /// What Sluis says in the note that came with the report of this exchange, its signature proved.
  Map<String, Object> handover(String transaction) throws ParseException, JOSEException {
    var jws = JWSObject.parse(door.handover(transaction));
    assertThat(jws.verify(new ECDSAVerifier(rig.published(KeyUse.STATEMENT)))).isTrue();
    assertThat(jws.getHeader().getType().getType()).isEqualTo(HandoverLetters.TYPE);
    return jws.getPayload().toJSONObject();
  }

  Draft draft(String child, Role receiver, Oin to) {
    return reports.draft(child, receiver, to);
  }

  Sent report(String child) {
    return reports.about(child);
  }

  Seen send(Sent message) {
    return school
        .post(
            "/v1/acute-meldingen",
            "application/sd-jwt",
            message.text().getBytes(StandardCharsets.US_ASCII))
        .join();
  }

  /// Did Veilig Thuis take this report?
  boolean arrived(Sent message) {
    return door.arrived().containsKey(reports.key(message));
  }

  void await(String what, BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// The rows of this exchange, in order.
  List<LogRows.Row> rows(String transaction) {
    return LogRows.read(rig).rows().stream()
        .filter(row -> row.text("transactie").equals(transaction))
        .toList();
  }

  List<String> kinds(String transaction) {
    return rows(transaction).stream().map(LogRows.Row::kind).toList();
  }

  /// How many rows say that this report was accepted.
  long accepted(Sent message) {
    return LogRows.read(rig).of("aangenomen").stream()
        .filter(row -> row.text("jti").equals(message.jti()))
        .count();
  }

  List<String> faults() {
    return rig.checkLogbook().findings().stream().map(Object::toString).toList();
  }

  @Override
  public void close() {
    school.close();
    others.close();
    veiligThuis.close();
    door.close();
    gateway.close();
    line.close();
    rig.close();
  }
}
