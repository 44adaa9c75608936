package nl.sluis.dev.werkplek;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.KeyStatement;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.dev.rig.WorkplaceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk as its administrator starts it: by the command, in a process of its own. It is asked to
/// end (SIGTERM) while a message is being sent, and started again.
final class DeskProcessSpec {
  private static final String START = "/werk/opstellen";
  private static final String RAAD = "zuid-kennemerland.X01.cjg-coach";
  private static final Pattern CONCEPT = Pattern.compile(START + "/[0-9a-f-]{36}");

  /// For a machine that has much else to do; what takes as long as may be is a fault elsewhere.
  private static final int MILLIS = 60_000;

  private static final Duration DAY = Duration.ofDays(1);

  private static final DevPostgres POSTGRES = DevPostgres.shared();

  private static DevGateway gateway;
  private static WorkplaceProcess desk;
  private static Answer first;
  private static End end;
  private static List<String> rows;
  private static String outOfIt;
  private static String afterwards;

  /// How it ended while somebody was sending.
  ///
  /// @param newcomer what somebody got who came after it was asked to end
  /// @param finished what was answered to who was sending
  /// @param ended whether the process was gone in time
  /// @param told the last thing that it said
  private record End(Answer newcomer, String finished, boolean ended, int status, String told) {}

  /// What a command printed, and how it ended.
  private record Told(int status, String text) {}

  @BeforeAll
  static void a_desk_is_asked_to_end_while_a_message_is_being_sent() throws Exception {
    var site = DevSite.temporary(InstantSource.system().instant());
    site.clock().follow(InstantSource.system());
    gateway = DevGateway.start(site, POSTGRES.fresh(), DevGateway.Ports.ANY);
    var coach = DevWorker.CJG_COACH;
    var identity = site.identity(coach.at().oin(), coach.organisation(), true);
    var now = site.clock().instant();
    var key = KeyStatement.of(identity, now.minus(DAY), now.plus(DAY));
    try (var cjg = gateway.partner(coach.at().oin(), coach.organisation())) {
      var said = new String(key, StandardCharsets.US_ASCII);
      assertThat(cjg.post("/v1/encryptiesleutels", "application/jwt", said).status())
          .isEqualTo(201);
    }
    desk = WorkplaceProcess.start(gateway, List.of(DevWorker.INTERN_BEGELEIDER));
    try (var visit = desk.nobody()) {
      first = visit.get(WorkVisit.HOME);
      visit.enter(DevWorker.INTERN_BEGELEIDER);
      var sending = WorkVisit.form(looked(visit), "/voorbeeld");
      var before = gateway.logbook().end();
      end = endWhileSending(visit, sending);
      rows = gateway.logbook().kinds(before);
      desk.startAgain();
      outOfIt = visit.token();
      visit.enter(DevWorker.INTERN_BEGELEIDER);
      afterwards = WorkVisit.text(visit.open(sending.action().replace("/voorbeeld", "/antwoord")));
    }
  }

  /// What somebody reads before it goes.
  private static Answer looked(WorkVisit visit) {
    var form = visit.arrive(visit.post(START, Map.of("weg", RAAD)));
    var concept = CONCEPT.matcher(form.body());
    assertThat(concept.find()).as(WorkVisit.text(form)).isTrue();
    var question = Map.of("K00.vraag", "Hoe help ik een kind dat niet praat?", "verder", "ja");
    return visit.arrive(visit.post(concept.group(), question));
  }

  private static End endWhileSending(WorkVisit visit, PageForm sending) throws IOException {
    var process = desk.process();
    Answer newcomer;
    String finished;
    try (var half = HalfForm.begin(gateway.site().browser(), desk.address(), visit, sending);
        var late = desk.nobody()) {
      assertThat(process.endsWithin(500)).as("half a form is there").isFalse();

      process.handle().destroy();

      assertThat(process.endsWithin(500)).as("somebody is still sending").isFalse();
      newcomer = late.get(WorkVisit.HOME);
      finished = half.finish();
    }
    var ended = process.endsWithin(MILLIS);
    return new End(newcomer, finished, ended, ended ? process.status() : -1, process.told());
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void it_serves_its_first_page_over_tls_and_says_with_what_it_opened() throws IOException {
    assertThat(first.status()).isEqualTo(200);
    assertThat(WorkVisit.text(first)).contains("Aanmelden");
    assertThat(first.headers()).containsKey("strict-transport-security");
    assertThat(Files.readString(log("werkplek")))
        .contains("adres: \"" + desk.address() + "\"", "pseudoniem: \"letterlijk\"");
  }

  @Test
  void who_was_sending_may_finish_and_is_answered_and_what_it_sent_stands_in_the_logbook() {
    assertThat(end.finished())
        .startsWith("HTTP/1.1 303")
        .containsPattern("(?i)location: .*/antwoord");
    assertThat(rows).containsOnlyOnce("aangenomen");
  }

  @Test
  void nobody_new_comes_in() {
    assertThat(end.newcomer().status()).as(end.newcomer().body()).isZero();
  }

  @Test
  void the_process_ends_well_and_its_log_goes_on_to_the_last_line() {
    assertThat(end.ended()).as(end.told()).isTrue();
    assertThat(end.status()).as(end.told()).isZero();
    assertThat(end.told()).contains("the desk has stopped").doesNotContain("is cut", "Exception");
  }

  @Test
  void after_a_new_start_everybody_logs_in_again_and_finds_what_came_of_its_message() {
    assertThat(outOfIt).as("sessions are nowhere but in memory").isEmpty();
    assertThat(afterwards).contains("Het is verstuurd", "nagerekend op deze werkplek");
  }

  @Test
  void a_file_with_faults_ends_it_at_once_with_all_of_them_and_no_value() throws IOException {
    var yaml = Files.readString(desk.file());

    var wrong =
        ended("fouten", yaml.replaceAll("poort: \\d+", "poort: geheim").replace("hulp:", "hup:"));
    var gone = ended(desk.file().resolveSibling("nergens.yaml"), "nergens");

    assertThat(wrong.status()).as(wrong.text()).isEqualTo(2);
    assertThat(wrong.text())
        .contains("De instellingen kloppen niet", "`luister.poort`", "`hup` bestaat hier niet")
        .doesNotContain("geheim");
    assertThat(gone.status()).as(gone.text()).isEqualTo(2);
    assertThat(gone.text()).contains("`nergens.yaml` kan niet worden gelezen");
  }

  @Test
  void what_it_cannot_use_is_named_before_anybody_comes_in() throws IOException {
    var yaml = Files.readString(desk.file()).replaceAll("poort: \\d+", "poort: 0");
    var keys = Path.of(found(yaml, "sleutelmap: (.*)"));
    var unfit = Files.createDirectories(desk.file().resolveSibling("zonder"));
    for (var name : List.of("ondertekening.jwk.json", "versleuteling.jwk.json")) {
      Files.copy(keys.resolve(name), unfit.resolve(name));
    }
    Files.copy(keys.resolve("tls.key.pem"), unfit.resolve("tls.key.pem"));

    var certificate = ended("certificaat", yaml.replace(keys.toString(), unfit.toString()));
    var door = ended("deur", yaml.replaceAll("certificaat: [^,]*", "certificaat: weg.pem"));
    var look = ended("stijl", yaml + "huisstijl: weg.css\n");

    assertThat(certificate.status()).as(certificate.text()).isEqualTo(2);
    assertThat(certificate.text()).contains("tls.crt.pem", "bevat geen certificaat");
    assertThat(door.status()).as(door.text()).isEqualTo(2);
    assertThat(door.text()).contains("weg.pem").contains("De deur gaat niet open");
    assertThat(look.status()).as(look.text()).isEqualTo(2);
    assertThat(look.text()).contains("`huisstijl`").doesNotContain("Exception");
  }

  @Test
  void a_port_that_somebody_else_has_is_said_and_may_be_tried_again() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      var yaml =
          Files.readString(desk.file()).replaceAll("poort: \\d+", "poort: " + taken.getLocalPort());

      var busy = ended("poort", yaml);

      assertThat(busy.status()).as(busy.text()).isEqualTo(3);
      assertThat(busy.text())
          .contains("Op poort " + taken.getLocalPort() + " kan niet worden geluisterd");
    }
  }

  @Test
  void with_controleer_it_says_what_counts_and_nothing_that_is_secret()
      throws IOException, ParseException {
    var folder = Files.createDirectories(desk.file().resolveSibling("kijken"));
    var yaml = Files.readString(desk.file());
    var file = Files.writeString(folder.resolve("werkplek.yaml"), yaml);
    var keys = Path.of(found(yaml, "sleutelmap: (.*)"));

    var said = ended(file, "kijken", "--controleer");

    assertThat(said.status()).as(said.text()).isZero();
    assertThat(said.text())
        .contains("adres: \"" + desk.address() + "\"", "organisaties: ", "# convenanten: ")
        .contains("functie: \"intern begeleider\"")
        .doesNotContain("BEGIN", secretOf(keys.resolve("ondertekening.jwk.json")))
        .doesNotContain(secretOf(keys.resolve("versleuteling.jwk.json")));
    assertThat(folder).as("nothing was made").isDirectoryNotContaining(one -> !one.equals(file));
  }

  private static String secretOf(Path key) throws IOException, ParseException {
    return ECKey.parse(Files.readString(key)).getD().toString();
  }

  private static String found(String yaml, String pattern) {
    var found = Pattern.compile(pattern).matcher(yaml);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  /// How the command ends on a file with this text.
  private static Told ended(String name, String yaml) throws IOException {
    return ended(Files.writeString(desk.file().resolveSibling(name + ".yaml"), yaml), name);
  }

  private static Told ended(Path file, String name, String... more) throws IOException {
    try (var process = desk.command(file, log(name), more)) {
      assertThat(process.endsWithin(MILLIS)).as(process.told()).isTrue();
      return new Told(process.status(), Files.readString(log(name)));
    }
  }

  private static Path log(String name) {
    return desk.file().resolveSibling(name + ".log");
  }
}
