package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.authority.Validity;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.boot.doctor.DoctorCommand;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./sluis doctor` names the one cause, on the side of Sluis and on that of a partner.
final class DoctorSpec {
  private static final Pattern CODE = Pattern.compile("\\(([a-z-]+)\\)$", Pattern.MULTILINE);
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin OTHER = new Oin("00000099000000301000");

  /// The site of a spec lives in another week than its database, and its keys are for everybody.
  private static final Set<String> OF_THE_RIG =
      Set.of("klok-scheef", "bestand-voor-anderen-leesbaar");

  @TempDir private Path folder = Path.of("");

  private static TestGateway test;
  private static DevGateway gateway;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    gateway = test.gateway();
    gateway.partner(SCHOOL, "De Duinpieper").close();
  }

  @AfterAll
  static void stop() throws IOException {
    test.close();
  }

  /// What was printed, and how it ended.
  private record Told(int ending, String text) {
    Set<String> codes() {
      var codes = new TreeSet<String>();
      CODE.matcher(text).results().forEach(found -> codes.add(found.group(1)));
      codes.removeAll(OF_THE_RIG);
      return codes;
    }
  }

  private static Told doctor(InstantSource clock, String... args) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int ending = new DoctorCommand(out, out, clock).run(List.of(args));
      return new Told(ending, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  private Told site(String from, String to) throws IOException {
    var yaml = DevSettings.yaml(gateway.settings());
    var file = folder.resolve("sluis.yaml");
    assertThat(yaml).contains(from);
    Files.writeString(file, yaml.replace(from, to));
    return doctor(gateway.clock(), "--config", file.toString());
  }

  @Test
  void a_site_that_works_has_nothing_in_the_way_and_says_what_was_looked_at() throws IOException {
    var told = site("", "");

    assertThat(told.codes()).as(told.text()).isEmpty();
    assertThat(told.text())
        .contains("goed    deur voor partners: CN=localhost")
        .contains("mag geen update op logbook_row")
        .contains("zoals deze uitgave")
        .contains("uitgever.crl, gemaakt")
        .contains("partner " + SCHOOL + " (De Duinpieper)")
        .contains("OIN " + DevSettings.SLUIS);
    assertThat(told.text()).as("the site lives in another week").contains("(klok-scheef)");
  }

  @Test
  void a_user_that_the_database_does_not_know_is_named() throws IOException {
    var told = site("gateway: {gebruiker: sluis_gateway}", "gateway: {gebruiker: iemand}");

    assertThat(told.codes()).containsExactly("dienst-niet-goed");
    assertThat(told.text()).contains("`iemand`").contains("laat deze gebruiker niet binnen");
    assertThat(told.ending()).isEqualTo(1);
  }

  @Test
  void a_key_that_does_not_fit_its_certificate_is_named() throws IOException {
    var acute = gateway.settings().acute();
    var other = gateway.site().authority().partner(OTHER, "een ander").identity().keyFile();

    var told = site(acute.key().toString(), other.toString());

    assertThat(told.codes()).containsExactly("sleutel-past-niet");
    assertThat(told.text()).contains(other.toString());
  }

  @Test
  void a_certificate_with_the_number_of_another_is_named() throws IOException {
    var acute = gateway.settings().acute();
    var other = gateway.site().authority().partner(OTHER, "een ander").identity();
    var yaml = DevSettings.yaml(gateway.settings());
    var file = folder.resolve("sluis.yaml");
    Files.writeString(
        file,
        yaml.replace(acute.key().toString(), other.keyFile().toString())
            .replace(acute.chain().toString(), other.chainFile().toString()));

    var told = doctor(gateway.clock(), "--config", file.toString());

    assertThat(told.codes()).containsExactly("oin-anders");
  }

  @Test
  void a_folder_that_is_not_there_is_named() throws IOException {
    var room = gateway.settings().acute().waitingRoom().toString();

    assertThat(site(room, room + "-weg").codes()).containsExactly("bestand-onbruikbaar");
  }

  @Test
  void one_partner_can_be_looked_at_alone_and_one_that_is_not_there_is_said_to_be()
      throws IOException {
    var file = folder.resolve("sluis.yaml");
    Files.writeString(file, DevSettings.yaml(gateway.settings()));
    var config = file.toString();

    var known = doctor(gateway.clock(), "--config", config, "--partner", SCHOOL.value());
    var unknown = doctor(gateway.clock(), "--config", config, "--partner", OTHER.value());

    assertThat(known.text()).contains("haalt zelf op").doesNotContain("deur voor");
    assertThat(known.ending()).isZero();
    assertThat(unknown.codes()).containsExactly("bestand-onbruikbaar");
  }

  @Test
  void a_partner_that_is_connected_well_sees_what_sluis_sees() throws IOException {
    var told = partner(gateway.site().authority().partner(SCHOOL, "De Duinpieper"), SCHOOL);

    assertThat(told.codes()).as(told.text()).isEmpty();
    assertThat(told.text()).contains("OIN " + SCHOOL + ", partner").contains("gelijk met Sluis");
    assertThat(told.ending()).isZero();
  }

  @Test
  void what_is_wrong_at_the_side_of_a_partner_is_named_there() throws IOException {
    var authority = gateway.site().authority();
    var now = gateway.clock().instant();
    var expired = authority.partner(SCHOOL, "oud", Validity.expiredAt(now));
    var early = authority.partner(SCHOOL, "nieuw", Validity.notYetAt(now));
    var another = authority.partner(OTHER, "een ander");

    assertThat(partner(expired, SCHOOL).codes()).containsExactly("certificaat-verlopen");
    assertThat(partner(early, SCHOOL).codes()).containsExactly("certificaat-nog-niet-geldig");
    assertThat(partner(another, SCHOOL).codes()).containsExactly("oin-anders", "partner-onbekend");
    assertThat(partner(another, OTHER).codes()).containsExactly("partner-onbekend");
  }

  @Test
  void what_sluis_turns_away_is_named_by_its_alert() throws IOException {
    var authority = gateway.site().authority();
    var revoked = authority.partner(SCHOOL, "ingetrokken");
    authority.revoke(revoked.identity().certificate());
    authority.writeCrls();
    gateway.reload();

    assertThat(partner(revoked, SCHOOL).codes()).containsExactly("afgewezen-certificate-revoked");
    var foreign = authority.foreign().partner(SCHOOL, "vreemd");
    assertThat(partner(foreign, SCHOOL).codes()).containsExactly("afgewezen-unknown-ca");
    var without = authority.partnerWithoutOin(SCHOOL, "zonder");
    assertThat(partner(without, SCHOOL).codes())
        .containsExactly("afgewezen-bad-certificate", "oin-anders");
    var server = authority.partnerWithWrongUse(SCHOOL, "server");
    assertThat(partner(server, SCHOOL).codes())
        .containsExactly("afgewezen-unsupported-certificate");
  }

  @Test
  void a_clock_that_is_off_is_named_by_both() throws IOException {
    var school = gateway.site().authority().partner(SCHOOL, "De Duinpieper");
    var late = (InstantSource) () -> gateway.clock().instant().plusSeconds(120);

    var told = partner(school, SCHOOL, late);

    assertThat(told.text())
        .contains("De klok van Sluis loopt 120 seconden achter")
        .contains("De klok van uw machine loopt 120 seconden voor");
  }

  private Told partner(DevPartner partner, Oin oin) throws IOException {
    return partner(partner, oin, gateway.clock());
  }

  private Told partner(DevPartner partner, Oin oin, InstantSource clock) throws IOException {
    copy(partner.identity().chainFile(), "tls.crt.pem");
    copy(partner.identity().keyFile(), "tls.key.pem");
    var file = folder.resolve("partner.yaml");
    Files.writeString(
        file,
        """
        oin: "%s"
        rol: school-ib
        sluis:
          adres: %s
          vertrouwen: "%s"
        """
            .formatted(oin, gateway.doorway().partners(), gateway.site().authority().trustFile()));
    return doctor(clock, "--partner-kant", file.toString());
  }

  private void copy(Path from, String to) throws IOException {
    Files.copy(from, folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }
}
