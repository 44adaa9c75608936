package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.ExampleGateway;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.boot.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An operator with the manual, and a PostgreSQL that knows nobody and lets nobody in without a
/// password.
final class FirstDatabaseSpec {
  private static final List<String> WHO_LOG_IN =
      List.of("sluis_eigenaar", "sluis_gateway", "sluis_wisser");
  private static final Pattern DONE_ONCE =
      Pattern.compile("^## De database$.*?^```sql\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /// How the doctor begins what is wrong with the database.
  private static final String AMISS = "fout    database";

  private static final long MILLIS = 90_000;

  private final Rig rig = Rig.temporary();
  private final Path config = rig.folder().resolve("gateway.yaml");
  private int port;

  @BeforeEach
  void a_server_that_knows_nobody_and_asks_for_a_password() throws SQLException, IOException {
    rig.site().keys();
    asPostgres("drop database sluis");
    for (var role :
        List.of("sluis_eigenaar", "sluis_gateway", "sluis_wisser", "sluis_append", "sluis_werk")) {
      asPostgres("drop role " + role);
    }
    var access = rig.folder().resolve("postgres").resolve("pg_hba.conf");
    var others = String.join(",", WHO_LOG_IN);
    Files.writeString(
        access, "host all " + others + " all scram-sha-256\n" + Files.readString(access));
    asPostgres("select pg_reload_conf()");
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void what_the_manual_lets_an_operator_do_once_is_all_that_a_gateway_needs() throws Exception {
    asTheManualSays();
    settings();
    var signals = new Signals(rig);
    try (var _ = started(ExampleGateway.class.getName(), config.toString()).awaitListening()) {
      try (var school = new Caller(rig, signals.school(), port, 1);
          var cjg = new Caller(rig, signals.cjg(), port, 1)) {
        school.authenticate();
        cjg.authenticate();
        signals.publishKey(cjg);
        assertThat(school.file("/v1/gezinsfeiten", signals.family("kind")).join().status())
            .isEqualTo(201);
        assertThat(school.file("/v1/toestemmingen", signals.consent("kind")).join().status())
            .isEqualTo(201);
        var message = signals.message("kind").text().getBytes(StandardCharsets.US_ASCII);

        assertThat(school.send(message).join().status()).isEqualTo(200);
      }
    }

    var doctor = told("doctor", "--config", config.toString());
    assertThat(doctor)
        .contains("database, schema", "mag tabellen maken", "mag insert op logbook_row")
        .doesNotContain(AMISS);
    assertThat(rig.checkLogbook().intact()).isTrue();
    assertThat(
            ask(
                "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname ="
                    + " 'sluis_eigenaar'"))
        .isEqualTo("f");
    assertThatThrownBy(() -> connected("sluis_gateway", "another"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void an_operator_who_gave_the_wrong_password_reads_that_and_the_doctor_says_whose()
      throws Exception {
    asTheManualSays();
    settings();
    Files.writeString(rig.folder().resolve("sluis_gateway.txt"), "another\n");

    assertThat(told("serve", "--config", config.toString()))
        .contains("sluis: de database laat deze gebruiker niet binnen", "./sluis doctor --config")
        .doesNotContain("\tat ", "another");
    assertThat(told("doctor", "--config", config.toString()))
        .contains(AMISS + ", gateway `sluis_gateway`", "laat deze gebruiker niet binnen")
        .doesNotContain(AMISS + ", wisser `sluis_wisser`", "another");
  }

  @Test
  void an_operator_who_let_the_database_be_of_somebody_else_reads_who_lacks_what()
      throws Exception {
    asTheManualSays();
    asPostgres("alter database sluis owner to postgres");
    settings();

    assertThat(told("serve", "--config", config.toString()))
        .contains("sluis: de database geeft deze gebruiker te weinig rechten")
        .doesNotContain("\tat ");
    assertThat(told("doctor", "--config", config.toString()))
        .contains(AMISS, "`eigenaar` mag er geen tabellen maken", "«De database» in beheer.md");
  }

  private void asTheManualSays() throws IOException, SQLException {
    var page = DONE_ONCE.matcher(Files.readString(Path.of("../docs/beheer.md")));
    assertThat(page.find()).isTrue();
    for (var statement : page.group(1).strip().lines().toList()) {
      asPostgres(statement);
    }
    for (var role : WHO_LOG_IN) {
      asPostgres("alter role " + role + " password '" + password(role) + "'");
    }
  }

  private static String password(String role) {
    return "woord van " + role;
  }

  private void settings() throws IOException {
    var settings = rig.settings("gateway");
    port = settings.partners().port();
    var yaml = DevSettings.yaml(settings);
    for (var role : WHO_LOG_IN) {
      Files.writeString(rig.folder().resolve(role + ".txt"), password(role) + "\n");
      yaml =
          yaml.replace(
              "{gebruiker: " + role + "}",
              "{gebruiker: " + role + ", wachtwoordbestand: " + role + ".txt}");
    }
    Files.writeString(config, yaml);
  }

  private ChildJvm started(String mainClass, String... arguments) {
    return ChildJvm.start(mainClass, List.of(arguments), rig.log("gateway"), port);
  }

  /// What a command of operations says until it has ended.
  private String told(String... arguments) throws IOException {
    var log = rig.log(arguments[0]);
    try (var command = ChildJvm.start(Main.class.getName(), List.of(arguments), log, port)) {
      assertThat(command.endsWithin(MILLIS)).isTrue();
      return Files.readString(log);
    }
  }

  private void asPostgres(String statement) throws SQLException {
    var server = rig.postgres().database();
    try (var owner = new DevDatabase(server.port(), "postgres").owner();
        var run = owner.createStatement()) {
      run.execute(statement);
    }
  }

  private String ask(String question) throws SQLException {
    try (var owner = rig.postgres().database().owner();
        var run = owner.createStatement();
        var row = run.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private void connected(String role, String password) throws SQLException {
    DriverManager.getConnection(rig.postgres().database().url(), role, password).close();
  }
}
