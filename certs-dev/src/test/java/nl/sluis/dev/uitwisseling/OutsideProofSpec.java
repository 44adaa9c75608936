package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.authority.Validity;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevTimestampAuthority;
import nl.sluis.dev.partner.DevTimestampAuthority.Fault;
import nl.sluis.gateway.boot.KeysCommand;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.tijdstempel.Stamp;
import nl.sluis.gateway.tijdstempel.StampAudit;
import nl.sluis.gateway.tijdstempel.StampCheck;
import nl.sluis.gateway.tijdstempel.StampFault;
import nl.sluis.gateway.tijdstempel.StampFault.Reason;
import nl.sluis.gateway.tijdstempel.StampLine;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.tijdstempel.StampTrust;
import nl.sluis.gateway.tijdstempel.TimestampAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes the logbook believable for outsiders, on a real gateway: timestamps of a real
/// authority over HTTP, and keys that are replaced while it works.
final class OutsideProofSpec {
  private static final byte[] DATA = "een checkpoint".getBytes(StandardCharsets.UTF_8);
  private static final Path MANUAL = Path.of("../docs/logboek-formaat.md");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Amsterdam"));

  private static TestGateway test;
  private static DevTimestampAuthority tsa;
  private static DevCertificate good;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    tsa = test.gateway().timestamps();
    good = tsa.certificate();
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  @AfterEach
  void mend() {
    tsa.make(Fault.NONE);
    tsa.signWith(good);
  }

  @Test
  void a_timestamp_that_is_not_the_one_that_was_asked_for_is_refused() {
    var expected = new EnumMap<Fault, Reason>(Fault.class);
    expected.put(Fault.ILL, Reason.NO_ANSWER);
    expected.put(Fault.BABBLES, Reason.NO_ANSWER);
    expected.put(Fault.FLOODS, Reason.NO_ANSWER);
    expected.put(Fault.REFUSES, Reason.REFUSED);
    expected.put(Fault.OTHER_NONCE, Reason.OTHER_QUESTION);
    expected.put(Fault.OTHER_BYTES, Reason.OTHER_QUESTION);
    expected.put(Fault.OTHER_POLICY, Reason.OTHER_QUESTION);
    expected.put(Fault.LATE, Reason.OTHER_TIME);

    for (var fault : Fault.values()) {
      tsa.make(fault);
      var seen = catchThrowableOfType(StampFault.class, () -> ask(tsa.line()));
      assertThat(Optional.ofNullable(seen).map(StampFault::reason))
          .as(fault.name())
          .isEqualTo(Optional.ofNullable(expected.get(fault)));
    }
  }

  @Test
  void a_certificate_that_nobody_trusts_has_ended_or_is_taken_back_stamps_nothing()
      throws Exception {
    var authority = test.gateway().site().authority();
    var now = now();
    tsa.signWith(authority.foreign().timestamping(Validity.around(now)));
    assertRefused(tsa.line(), Reason.NOT_TRUSTED);

    tsa.signWith(authority.timestamping(Validity.expiredAt(now)));
    assertRefused(tsa.line(), Reason.NOT_TRUSTED);

    tsa.signWith(authority.timestamping(Validity.around(now)));
    var withLists = withLists(tsa.line());
    var before = ask(withLists);
    authority.revoke(tsa.certificate().certificate());
    test.gateway().moveClock(now.plusSeconds(60));
    assertRefused(withLists, Reason.NOT_TRUSTED);
    // What was stamped before is judged by the lists of then, which are kept beside it.
    assertThat(kept(withLists, before)).isEqualTo(before.at());
  }

  @Test
  void a_certificate_for_anything_but_timestamps_stamps_nothing() throws Exception {
    var server = test.gateway().site().server();
    var forged = StampSpecimen.signedBy(server, ask(tsa.line()).response());

    assertReason(() -> kept(tsa.line(), forged), Reason.NOT_FOR_STAMPS);
    var changed = forged.response().clone();
    changed[changed.length - 1] ^= 1;
    assertReason(() -> kept(tsa.line(), new Stamp(changed, now(), "", "")), Reason.NOT_FOR_STAMPS);
  }

  @Test
  void a_timestamp_with_one_bit_changed_or_over_other_bytes_is_found() throws Exception {
    var stamp = ask(tsa.line());

    assertThat(kept(tsa.line(), stamp)).isEqualTo(stamp.at());
    assertThatThrownBy(() -> check(tsa.line()).kept(stamp, new byte[] {1}))
        .hasMessage(Reason.OTHER_BYTES.sentence());
    var changed = stamp.response().clone();
    changed[changed.length - 1] ^= 1;
    assertReason(() -> kept(tsa.line(), new Stamp(changed, now(), "", "")), Reason.NOT_SIGNED);
  }

  @Test
  void the_logbook_is_stamped_once_an_hour_whatever_goes_through_and_anybody_can_check_it()
      throws Exception {
    var gateway = test.gateway();
    var before = audit().checked();
    for (var minutes : List.of(120, 30, 31, 1)) {
      somethingHappensAfter(minutes);
      gateway.runHousekeeping();
    }

    var list = open("/logboek/tijdstempels").path("tijdstempels");
    assertThat(list).hasSize((int) before + 2);
    var rows = list.path(list.size() - 1).path("rijen").asText();
    var stamped = open("/logboek/tijdstempels/" + rows);
    assertThat(stamped.path("tijd").asText())
        .isEqualTo(now().minus(Duration.ofMinutes(1)).toString());
    assertThat(stamped.path("checkpoint").asText()).contains("\n" + rows + "\n");
    assertThat(openssl(stamped)).isZero();
    assertThat(openssl(((ObjectNode) stamped.deepCopy()).put("checkpoint", "anders"))).isNotZero();
    assertThat(gateway.checkLogbook()).isEmpty();
    assertThat(audit().findings()).isEmpty();
    assertThat(audit().checked()).isEqualTo(before + 2);
  }

  @Test
  void an_authority_that_is_away_stops_nothing_and_is_asked_again_after_ten_minutes()
      throws Exception {
    var gateway = test.gateway();
    var stamps = audit().checked();
    tsa.make(Fault.ILL);

    somethingHappensAfter(120);
    assertThat(gateway.runHousekeeping()).isTrue();
    tsa.make(Fault.NONE);
    gateway.runHousekeeping();
    assertThat(audit().checked()).isEqualTo(stamps);

    gateway.moveClock(gateway.clock().instant().plus(Duration.ofMinutes(10)));
    gateway.runHousekeeping();
    assertThat(audit().checked()).isEqualTo(stamps + 1);
  }

  @Test
  void when_every_certificate_has_ended_a_timestamp_still_proves_what_it_proved() throws Exception {
    var now = now();
    var short_ = new Validity(now.minusSeconds(60), now.plus(Duration.ofDays(1)));
    tsa.signWith(test.gateway().site().authority().timestamping(short_));
    var stamp = ask(tsa.line());

    // Nothing that checks it later asks what time it is then.
    assertThat(kept(tsa.line(), stamp)).isEqualTo(stamp.at());
    // Nor can a certificate stamp before it began.
    tsa.signWith(
        test.gateway()
            .site()
            .authority()
            .timestamping(
                new Validity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)))));
    assertRefused(tsa.line(), Reason.NOT_TRUSTED);
  }

  @Test
  void every_key_is_replaced_while_the_gateway_works_and_nothing_is_lost() throws Exception {
    assertThat(types("wissel", "logboek")).contains("tekenen twee sleutels");
    somethingHappensAfter(1);
    assertThat(types("opruimen", "logboek")).contains("tekent niet meer", "over tien minuten");
    somethingHappensAfter(1);
    assertThat(types("wissel", "hoofdsleutel")).contains("nieuwe hoofdsleutel", "Klaar");
    somethingHappensAfter(1);
    assertThat(types("opruimen", "hoofdsleutel")).contains("1 vorige");
    somethingHappensAfter(12);
    assertThat(types("opruimen", "logboek")).contains("1 vorige").doesNotContain("minuten");
    somethingHappensAfter(1);

    var history = open("/logboek/sleutels");
    var statements = new ArrayList<String>();
    history.path("verklaringen").forEach(one -> statements.add(one.asText()));
    var known = LogKey.parse(history.path("sleutels").path(0).path("sleutel").asText());
    assertThat(known).hasToString(test.gateway().logbookKey());
    assertThat(KeyHistory.read(statements, known).periods()).hasSize(2);
    assertThat(history.path("sleutels").path(0).path("totRijen").asLong())
        .isGreaterThan(history.path("sleutels").path(1).path("vanafRijen").asLong());
    assertThat(test.gateway().checkLogbook()).isEmpty();
  }

  @Test
  void a_command_about_keys_that_is_not_understood_changes_nothing() throws Exception {
    var told = new ByteArrayOutputStream();
    var command = command(new ByteArrayOutputStream(), told);

    assertThat(command.run(List.of("wissel", "alles", "--config", settings()))).isEqualTo(2);
    assertThat(command.run(List.of("wissel"))).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("Gebruik: sluis sleutels");
  }

  private String types(String what, String which) throws Exception {
    var told = new ByteArrayOutputStream();
    assertThat(command(told, told).run(List.of(what, which, "--config", settings())))
        .as(told.toString(StandardCharsets.UTF_8))
        .isZero();
    return told.toString(StandardCharsets.UTF_8);
  }

  private static KeysCommand command(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new KeysCommand(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        test.gateway().clock());
  }

  private String settings() throws IOException {
    var yaml = DevSettings.yaml(test.gateway().settings());
    return Files.writeString(folder.resolve("sluis.yaml"), yaml).toString();
  }

  private static void somethingHappensAfter(int minutes) throws IOException {
    var time = TIME.format(now().plus(Duration.ofMinutes(minutes)));
    var scenario =
        """
        titel: er gebeurt iets
        tijd: %s
        partijen: {school: De Duinpieper}
        gezinnen:
          sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        stappen:
          - {controleer: logboek, verwacht: {logboek: klopt}}
        """
            .formatted(time);
    assertThat(test.play(scenario)).isEmpty();
  }

  private Stamp ask(StampLine line) throws StampFault {
    return new TimestampAuthority(line, new SecureRandom()).stamp(DATA, now());
  }

  private static Instant now() {
    return test.gateway().clock().instant();
  }

  private static StampCheck check(StampLine line) throws IOException {
    return new StampCheck(StampTrust.read(line), line.policy());
  }

  private static Instant kept(StampLine line, Stamp stamp) throws IOException, StampFault {
    return check(line).kept(stamp, DATA);
  }

  private interface Asking {
    Object ask() throws Exception;
  }

  private void assertRefused(StampLine line, Reason reason) {
    assertReason(() -> ask(line), reason);
  }

  private static void assertReason(Asking asking, Reason reason) {
    assertThatThrownBy(asking::ask)
        .isInstanceOfSatisfying(
            StampFault.class, fault -> assertThat(fault.reason()).isEqualTo(reason));
  }

  private static StampLine withLists(StampLine line) {
    return new StampLine(
        line.address(),
        line.trust(),
        test.gateway().site().authority().crlFiles(),
        line.policy(),
        line.every());
  }

  private static StampAudit.Found audit() throws IOException, SQLException {
    try (var owner = test.gateway().database().owner()) {
      return new StampAudit(new StampTable(DevSettings.REGION), check(tsa.line())).all(owner);
    }
  }

  /// What the recipe in the manual says, with the issuers that everybody has from elsewhere.
  private int openssl(JsonNode stamped) throws IOException, InterruptedException {
    var chapter = Files.readString(MANUAL).split("## Het tijdstempel", 2)[1];
    var recipe = chapter.split("```sh\n", 2)[1].split("```", 2)[0];
    var json = Files.writeString(folder.resolve("stempel.json"), stamped.toString());
    var script = Files.writeString(folder.resolve("stempel.sh"), recipe);
    var issuers = test.gateway().site().authority().trustFile();
    return new ProcessBuilder("sh", script.toString(), json.toString(), issuers.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("uit").toFile())
        .start()
        .waitFor();
  }

  private static JsonNode open(String path) throws IOException {
    var seen = test.gateway().person("999999990").send("GET", path, "", null);
    assertThat(seen.status()).isEqualTo(200);
    return new JsonMapper().readTree(seen.body());
  }
}
