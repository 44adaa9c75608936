package nl.sluis.dev.uitwisseling;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.dev.partner.ParcelDoor.How;
import nl.sluis.gateway.boot.DeliveryCommand;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Receivers whose parcels are brought, at real doors that go wrong.
final class DeliverySpec {
  private static final String HEAD =
      """
      titel: Een bericht dat wordt gebracht
      tijd: 2026-11-23 10:00
      partijen: {school: De Duinpieper, cjg: CJG Kennemerland}
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - {stap: een, stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}}
      """;
  private static final String FETCHED =
      HEAD + "  - haal op: {door: cjg als cjg-coach, pakket van: een}\n";
  private static final String BACK =
      """
      titel: Een bericht de andere kant op
      tijd: 2026-11-23 10:00
      partijen: {school: De Duinpieper, cjg: CJG Kennemerland}
      gezinnen:
        lena: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: cjg als cjg-coach}
      toestemmingen:
        - {stap: ja, van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: lena, categorieen: [K01, K12, K13], gegeven door: [moeder]}
      stappen:
        - stuur: {van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: lena, categorieen: [K01, K12, K13]}
      """;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Oin cjg = oin("CJG Kennemerland");
  private final Oin school = oin("De Duinpieper");
  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = TestGateway.start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private static Oin oin(String name) {
    return DevConvenant.newest().parties().values().stream()
        .filter(party -> party.name().contains(name))
        .findFirst()
        .orElseThrow()
        .oin();
  }

  @Test
  void a_receiver_that_hangs_holds_up_nobody_else() throws Exception {
    try (var hanging = ParcelDoor.open(gateway.gateway().site(), cjg);
        var well = ParcelDoor.open(gateway.gateway().site(), school)) {
      hanging.answers(How.STALLS);
      assertThat(gateway.play(HEAD)).isEmpty();
      until(() -> hanging.parcels().size() == 1);

      assertThat(gateway.play(BACK)).isEmpty();
      until(() -> well.parcels().size() == 1);

      assertThat(one("select stand from aflevering where ontvanger = '" + cjg + "'"))
          .as("the one that hangs still does")
          .isEqualTo("onderweg");
    }
  }

  @Test
  void somebody_else_at_the_door_gets_no_byte_and_nothing_is_recorded_as_handed_over()
      throws Exception {
    try (var door = ParcelDoor.open(gateway.gateway().site(), cjg)) {
      door.openAs(school);
      assertThat(gateway.play(HEAD)).isEmpty();
      until(() -> stand().equals("uitgesteld"));

      assertThat(one("select reden from aflevering")).isEqualTo("certificaat-van-een-ander");
      assertThat(door.parcels()).isEmpty();
      assertThat(rows("verstrekt")).isZero();
      assertThat(operator()).contains(cjg + " uitgesteld: 1 (certificaat-van-een-ander)");

      door.openAgain();
      pass(Duration.ofMinutes(1));
      until(() -> stand().equals("bevestigd"));

      assertThat(door.parcels()).hasSize(1);
      assertThat(rows("verstrekt")).isEqualTo(1);
      assertThat(rows("bevestigd")).isEqualTo(1);
      assertThat(operator()).contains("is aangekomen");
      assertThat(operator("opnieuw", "ontvanger=" + cjg)).contains("0 keer");
      assertThat(gateway.gateway().checkLogbook()).isEmpty();
    }
  }

  @Test
  void what_a_gateway_recorded_and_never_sent_before_it_died_comes_once_and_is_disclosed_once()
      throws Exception {
    try (var door = ParcelDoor.open(gateway.gateway().site(), cjg)) {
      door.shut();
      assertThat(gateway.play(FETCHED)).isEmpty();
      until(() -> stand().equals("uitgesteld"));
      // As a gateway leaves it that is killed behind the row `verstrekt`.
      change(
          """
          update aflevering
          set stand = 'onderweg', greep = greep + 1, volgende_op = volgende_op + interval '1 minute'
          """);
      door.openAgain();
      assertThat(gateway.gateway().bringNow(cjg)).isTrue();
      assertThat(door.parcels()).as("another is on its way").isEmpty();

      pass(Duration.ofMinutes(3));
      until(() -> stand().equals("bevestigd"));

      assertThat(door.parcels()).hasSize(1);
      assertThat(rows("verstrekt")).isEqualTo(1);
      assertThat(rows("heruitgereikt")).isEqualTo(1);
      assertThat(rows("bevestigd")).isEqualTo(1);
      assertThat(gateway.gateway().checkLogbook()).isEmpty();
    }
  }

  private String operator(String... args) throws SQLException {
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    var command = new DeliveryCommand(print, print, gateway.gateway().clock());
    assertThat(command.run(gateway.gateway().settings(), List.of(args))).isZero();
    return told.toString(StandardCharsets.UTF_8);
  }

  private void pass(Duration time) {
    gateway.gateway().moveClock(gateway.gateway().clock().instant().plus(time));
  }

  private String stand() throws SQLException {
    return one("select coalesce(max(stand), '') from aflevering");
  }

  private long rows(String kind) {
    return gateway.gateway().logbook().kinds().stream()
        .collect(groupingBy(Function.identity(), counting()))
        .getOrDefault(kind, 0L);
  }

  private String one(String sql) throws SQLException {
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void change(String sql) throws SQLException {
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static void until(Callable<Boolean> seen) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!seen.call()) {
      assertThat(System.nanoTime()).as("it is seen in time").isLessThan(end);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
