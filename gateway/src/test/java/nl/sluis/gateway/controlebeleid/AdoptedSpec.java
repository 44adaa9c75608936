package nl.sluis.gateway.controlebeleid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.SecondPerson;
import nl.sluis.gateway.vierogen.SecondPersons;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// By which control policy an organisation works on a day: what it adopted last, for as long as
/// that holds, and never lighter than what is asked of everybody.
final class AdoptedSpec {
  private static final String REGION = "kennemerland";
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static PolicyShelf shelf;
  private static int people;

  @BeforeAll
  static void open() throws IOException {
    database = TestDatabase.with(Schema.FILES);
    version("2027-01", "geldigVan: 2027-01-01", "{soort: stop, dagen: 3, tweedePersoon: ja}");
    version("2027-03", "geldigVan: 2027-03-01\ngeldigTot: 2027-06-01", "{soort: stop, dagen: 2}");
    shelf = PolicyShelf.of(Optional.of(folder));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static void version(String version, String days, String stop) throws IOException {
    var own = Files.createDirectories(folder.resolve("school").resolve(version));
    for (var name : new String[] {"beleid.yaml", "signalen.yaml", "verklaringen.yaml"}) {
      var path = "/controlebeleid/model-kennemerland/2026-09/" + name;
      try (var in = Objects.requireNonNull(AdoptedSpec.class.getResourceAsStream(path), path)) {
        Files.writeString(
            own.resolve(name),
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .replace("id: model-kennemerland", "id: school")
                .replace("versie: 2026-09", "versie: " + version)
                .replace("geldigVan: 2026-09-01", days)
                .replace("{soort: stop, dagen: 7}", stop));
      }
    }
  }

  private static ControlPolicy policy(String id, String version) {
    return shelf.policies().find(id, version).orElseThrow();
  }

  /// Somebody whom no other test knows.
  private static Oin somebody() {
    people++;
    return new Oin("%020d".formatted(people));
  }

  private static void adopts(Connection tx, Oin by, ControlPolicy policy, LocalDate from)
      throws SQLException {
    var table = new PolicyTable(REGION);
    table.keep(tx, policy.digest(), shelf.texts(policy));
    var adoption = new Adoption(by, policy.id(), policy.version(), policy.digest(), from, NOW);
    assertThat(table.sign(tx, adoption, UUID.randomUUID().toString(), "a.b.c")).isTrue();
  }

  private static Optional<String> counts(Oin by, String day) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return new Adopted(REGION, shelf)
          .on(tx, by, LocalDate.parse(day))
          .map(ControlPolicy::version);
    }
  }

  @Test
  void a_later_version_takes_the_place_of_an_earlier_one_from_its_own_day() throws SQLException {
    var by = somebody();
    try (var tx = database.gateway().getConnection()) {
      adopts(tx, by, policy("school", "2027-01"), LocalDate.parse("2027-02-01"));
      adopts(tx, by, policy("model-kennemerland", "2026-09"), DAY);
    }

    assertThat(counts(by, "2026-11-30")).isEmpty();
    assertThat(counts(by, "2026-12-01")).contains("2026-09");
    assertThat(counts(by, "2027-01-31")).contains("2026-09");
    assertThat(counts(by, "2027-02-01")).contains("2027-01");
    assertThat(counts(somebody(), "2027-02-01")).isEmpty();
  }

  @Test
  void what_ended_does_not_make_an_earlier_one_count_again() throws SQLException {
    var by = somebody();
    try (var tx = database.gateway().getConnection()) {
      adopts(tx, by, policy("school", "2027-01"), LocalDate.parse("2027-02-01"));
      adopts(tx, by, policy("school", "2027-03"), LocalDate.parse("2027-03-01"));
    }

    assertThat(counts(by, "2027-05-31")).contains("2027-03");
    assertThat(counts(by, "2027-06-01")).isEmpty();
  }

  @Test
  void what_was_adopted_stays_readable_when_the_text_is_no_longer_here() throws SQLException {
    var by = somebody();
    var release = new Adopted(REGION, PolicyShelf.of(Optional.empty()));
    try (var tx = database.gateway().getConnection()) {
      adopts(tx, by, policy("school", "2027-01"), LocalDate.parse("2027-02-01"));

      assertThat(release.on(tx, by, LocalDate.parse("2027-02-01")))
          .contains(policy("school", "2027-01"));
    }
  }

  @Test
  void a_text_that_was_spoilt_binds_nobody_and_makes_nothing_lighter() throws SQLException {
    var by = somebody();
    var release = new Adopted(REGION, PolicyShelf.of(Optional.empty()));
    try (var tx = database.gateway().getConnection()) {
      var spoilt = new Adoption(by, "school", "2027-01", "0".repeat(64), DAY, NOW);
      new PolicyTable(REGION).keep(tx, spoilt.digest(), shelf.texts(policy("school", "2027-01")));
      new PolicyTable(REGION).sign(tx, spoilt, UUID.randomUUID().toString(), "a.b.c");

      assertThat(release.on(tx, by, DAY)).isEmpty();
      assertThat(release.seconds(InstantSource.fixed(NOW)).of(tx, by).on(Closing.NACONTROLE))
          .isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
    }
  }

  @Test
  void it_decides_how_long_a_task_may_take_and_where_two_must_look() throws SQLException {
    var by = somebody();
    var adopted = new Adopted(REGION, shelf);
    var later = Instant.parse("2027-02-01T10:00:00Z");
    var about = UUID.randomUUID();
    var given = later.plus(Duration.ofDays(31));
    var task = new Task(TaskKind.STOP_NOT_CONFIRMED, by, Optional.empty(), about, given);
    var plain = new Task(TaskKind.ASK_AGAIN, by, Optional.empty(), about, given);
    try (var tx = database.gateway().getConnection()) {
      adopts(tx, by, policy("school", "2027-01"), LocalDate.parse("2027-02-01"));

      assertThat(adopted.terms().due(tx, task, NOW)).as("before").isEqualTo(given);
      assertThat(adopted.terms().due(tx, task, later))
          .isEqualTo(LocalDate.parse("2027-02-05").atStartOfDay(Age.CALENDAR).toInstant());
      assertThat(adopted.terms().due(tx, plain, later)).isEqualTo(given);
      var seconds = adopted.seconds(InstantSource.fixed(later)).of(tx, by);
      assertThat(seconds.on(Closing.TAAK, Optional.of(Work.STOP)))
          .isEqualTo(SecondPerson.EIGEN_ORGANISATIE);
      assertThat(adopted.seconds(InstantSource.fixed(NOW)).of(tx, by))
          .isSameAs(SecondPersons.UNTIL_ADOPTED);
    }
  }

  @Test
  void the_gateway_cannot_change_or_remove_what_was_adopted() throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      adopts(tx, somebody(), policy("school", "2027-01"), LocalDate.parse("2027-02-01"));
      for (var sql :
          new String[] {
            "update controlebeleid_handtekening set vanaf = vanaf + 1",
            "delete from controlebeleid_handtekening",
            "update controlebeleid_bestand set tekst = ''",
            "delete from controlebeleid_bestand"
          }) {
        assertThatThrownBy(
                () -> {
                  try (var statement = tx.createStatement()) {
                    statement.execute(sql);
                  }
                })
            .as(sql)
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("42501");
      }
    }
  }

  @Test
  void a_text_that_is_weaker_than_the_law_is_not_loaded(@TempDir Path weak) throws IOException {
    var own = Files.createDirectories(weak.resolve("school/2027-01"));
    for (var name : new String[] {"beleid.yaml", "signalen.yaml", "verklaringen.yaml"}) {
      var text = Files.readString(folder.resolve("school/2027-01").resolve(name));
      Files.writeString(
          own.resolve(name),
          text.replace("{soort: datalek, dagen: 3", "{soort: datalek, dagen: 4"));
    }

    assertThatThrownBy(() -> PolicyShelf.of(Optional.of(weak)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("datalek");
  }
}
