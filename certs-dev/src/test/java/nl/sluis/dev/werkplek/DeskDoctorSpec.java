package nl.sluis.dev.werkplek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.gateway.boot.doctor.DoctorCommand;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `./sluis doctor --partner-kant werkplek.yaml` names the one cause, and of which organisation.
final class DeskDoctorSpec {
  private static final Oin SCHOOL = DevWorker.INTERN_BEGELEIDER.at().oin();
  private static final Oin CJG = DevWorker.CJG_COACH.at().oin();
  private static final Pattern CODE = Pattern.compile("\\(([a-z-]+)\\)$", Pattern.MULTILINE);

  /// The keys of a site of a spec are for everybody.
  private static final String OF_THE_RIG = "bestand-voor-anderen-leesbaar";

  private static final DevPostgres POSTGRES = DevPostgres.shared();
  private static DevGateway gateway;
  private static Path folder;
  private static String yaml;

  /// What was printed, and how it ended.
  private record Told(int ending, String text) {
    Set<String> codes() {
      var codes = new TreeSet<String>();
      CODE.matcher(text).results().forEach(found -> codes.add(found.group(1)));
      codes.remove(OF_THE_RIG);
      return codes;
    }
  }

  @BeforeAll
  static void a_desk_of_two_organisations() throws IOException {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = DevGateway.start(site, POSTGRES.fresh(), DevGateway.Ports.ANY);
    var workers = List.of(DevWorker.INTERN_BEGELEIDER, DevWorker.CJG_COACH);
    DevWorkplace.start(gateway, workers).close();
    folder = Files.createTempDirectory(site.folder(), "doctor");
    try (var files = Files.walk(site.folder(), 2)) {
      var file = files.filter(one -> one.endsWith("werkplek.yaml")).findFirst().orElseThrow();
      yaml = Files.readString(file);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void a_desk_that_is_connected_well_sees_its_door_and_what_sluis_sees_of_each_organisation()
      throws IOException {
    var told = doctor(yaml);

    assertThat(told.codes()).as(told.text()).isEmpty();
    assertThat(told.ending()).as(told.text()).isZero();
    assertThat(told.text())
        .contains("deur voor browsers: CN=localhost")
        .contains("uw certificaat voor " + SCHOOL, "OIN " + SCHOOL + ", partner")
        .contains("uw certificaat voor " + CJG, "OIN " + CJG + ", partner")
        .contains("gelijk met Sluis");
  }

  @Test
  void a_certificate_that_counts_no_more_is_named_with_the_organisation_that_shows_it()
      throws IOException {
    var authority = gateway.site().authority();
    var revoked = authority.partner(CJG, "ingetrokken");
    authority.revoke(revoked.identity().certificate());
    authority.writeCrls();
    gateway.reload();

    var told = doctor(yaml.replace(own(CJG), shown("ingetrokken", revoked)));

    assertThat(told.codes()).as(told.text()).containsExactly("afgewezen-certificate-revoked");
    assertThat(told.text())
        .contains("fout    Sluis voor " + CJG, "goed    Sluis voor " + SCHOOL)
        .contains("OIN " + SCHOOL + ", partner");
    assertThat(told.ending()).isEqualTo(1);
  }

  @Test
  void keys_of_another_organisation_in_the_folder_are_named() throws IOException {
    var told = doctor(yaml.replace(own(CJG), own(SCHOOL)));

    assertThat(told.codes()).as(told.text()).containsExactly("oin-anders");
    assertThat(told.text()).contains("fout    uw certificaat voor " + CJG);
  }

  @Test
  void under_a_mandate_it_is_the_certificate_of_the_holder_that_is_looked_at() throws IOException {
    var held =
        yaml.replace(own(CJG), own(SCHOOL))
            .replace("houder: \"" + CJG + "\"", "houder: \"" + SCHOOL + "\"");

    var told = doctor(held);

    assertThat(told.codes()).as(told.text()).isEmpty();
    assertThat(told.text())
        .as("both by one holder, who is asked once")
        .containsOnlyOnce("uw certificaat")
        .doesNotContain(CJG.value());
  }

  @Test
  void a_door_that_would_not_open_is_named() throws IOException {
    var site = gateway.site();
    var other = site.authority().partner(SCHOOL, "een ander").identity().keyFile();
    var key = site.server().keyFile().toAbsolutePath().toString();

    var unfit = doctor(yaml.replace(key, other.toString()));
    var gone = doctor(yaml.replaceFirst("certificaat: [^,]*", "certificaat: weg.pem"));

    assertThat(unfit.codes()).as(unfit.text()).containsExactly("sleutel-past-niet");
    assertThat(unfit.text()).contains("fout    deur voor browsers");
    assertThat(gone.codes()).as(gone.text()).containsExactly("bestand-onbruikbaar");
    assertThat(gone.text()).contains("weg.pem").contains("OIN " + SCHOOL + ", partner");
  }

  @Test
  void a_file_that_cannot_be_read_or_names_no_way_to_sluis_is_said_in_one_sentence()
      throws IOException {
    var gone = told(folder.resolve("nergens.yaml"));
    var nowhere = doctor(yaml.replace("adres: " + gateway.doorway().partners(), "adres: hier"));

    assertThat(gone.ending()).isEqualTo(1);
    assertThat(gone.text()).contains("nergens.yaml` kan niet worden gelezen");
    assertThat(nowhere.ending()).isEqualTo(1);
    assertThat(nowhere.text()).contains("`adres` is geen adres");
  }

  /// The folder with the keys of this organisation, as it stands in the file.
  private static String own(Oin oin) {
    return gateway.site().ownFolder().resolve(oin.value()).toAbsolutePath().toString();
  }

  /// A folder in which this certificate stands.
  private static String shown(String name, DevPartner partner) throws IOException {
    var keys = Files.createDirectories(folder.resolve(name));
    Files.copy(partner.identity().chainFile(), keys.resolve("tls.crt.pem"));
    Files.copy(partner.identity().keyFile(), keys.resolve("tls.key.pem"));
    return keys.toAbsolutePath().toString();
  }

  private static Told doctor(String text) throws IOException {
    return told(Files.writeString(folder.resolve("bekeken.yaml"), text));
  }

  private static Told told(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      var args = List.of("--partner-kant", file.toString());
      int ending = new DoctorCommand(out, out, gateway.clock()).run(args);
      return new Told(ending, bytes.toString(StandardCharsets.UTF_8));
    }
  }
}
