package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.gateway.normen.Form;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;

/// Markers for a BSN, a name and content travel every road, right and wrong; none of them may be
/// found anywhere but with the receiver for whom they were (P10).
final class CanarySpec {
  private static final Path STORY =
      Path.of("src", "test", "resources", "uitwisseling", "merktekens.yaml");
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Markers MARKERS = new Markers();

  /// A request of a partner with what came back.
  private record Saw(String method, URI address, Answer answer) {
    /// Whether its own path or query holds a marker; only what the story calls wrong on purpose.
    boolean isMarkedAddress() {
      return MARKERS.in(address.toString());
    }

    /// Who may read what: a receiver its parcel, and who sits at a table the functions at it.
    String bodyForOthers() {
      if (address.getPath().endsWith("/uitreikingen") && answer.status() == 200) {
        return "";
      }
      return address.getPath().startsWith("/v1/overleggen/") && method.equals("GET")
          ? answer.body().replaceAll("\"functie\":\"[^\"]*\"", "")
          : answer.body();
    }

    boolean leaks() {
      return MARKERS.in(bodyForOthers()) || MARKERS.in(answer.headers().toString());
    }
  }

  @Test
  void no_bsn_name_or_content_is_in_an_answer_a_log_line_an_event_a_column_or_a_file()
      throws Exception {
    Queue<Saw> seen = new ConcurrentLinkedQueue<>();
    try (var traces = new Traces();
        var gateway = TestGateway.alone()) {
      var collector = gateway.gateway().connectCollector();
      gateway
          .gateway()
          .watchedBy((method, address, answer) -> seen.add(new Saw(method, address, answer)));

      var differences = gateway.play(Files.readString(STORY));
      askTokenWithMarkedNumber(gateway);
      logInWithMarkedNumber(gateway, seen);

      assertThat(differences).isEmpty();
      assertThat(seen).as("answers").hasSizeGreaterThan(100);
      assertThat(seen.stream().filter(Saw::leaks)).as("answers with a marker").isEmpty();
      assertThat(seen)
          .as("addresses")
          .filteredOn(Saw::isMarkedAddress)
          .filteredOn(saw -> !saw.address().getPath().equals("/v1/contactpunten"))
          .allMatch(saw -> saw.answer().status() >= 400);
      assertThat(traces.logged()).as("log lines").isNotEmpty();
      assertThat(traces.logged().stream().filter(MARKERS::in)).as("marked log lines").isEmpty();
      assertThat(MARKERS.in(traces.printed())).as("printed").isFalse();
      var events =
          traces.recorded().stream()
              .filter(event -> event.getEventType().getName().startsWith("nl.sluis."))
              .toList();
      assertThat(events).as("events").isNotEmpty();
      assertThat(events.stream().flatMap(e -> Traces.words(e).stream()).filter(MARKERS::in))
          .as("marked events")
          .isEmpty();
      gateway.gateway().runHousekeeping();
      assertThat(collector.received()).as("what a collector got").isNotEmpty();
      assertThat(collector.received()).noneMatch(MARKERS::in);
      assertThat(collector.steps()).as("steps").isNotEmpty();
      assertThat(MARKERS.in(measured(gateway))).as("what is measured").isFalse();
      assertThat(lines(gateway).filter(MARKERS::in)).as("lines of others").isEmpty();
      assertThat(marked(gateway)).as("columns and files").isEmpty();
    }
  }

  private static String measured(TestGateway gateway) throws IOException {
    try (var in = gateway.gateway().management().resolve("/metingen").toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The logbook in the words of every standard, for the whole and for the school.
  private static Stream<String> lines(TestGateway gateway) {
    return Arrays.stream(Form.values())
        .flatMap(
            form ->
                Stream.of(Optional.<Oin>empty(), Optional.of(SCHOOL))
                    .filter(whose -> whose.isPresent() || !form.isOfOne())
                    .flatMap(whose -> gateway.gateway().logbook().lines(form, whose).stream()))
        .map(Object::toString);
  }

  @Test
  void a_marker_is_found_in_whatever_dress() {
    for (var before : List.of("", "a", "ab", "abc")) {
      var bytes = (before + "Kanarienaam 999990019!").getBytes(StandardCharsets.UTF_8);

      assertThat(MARKERS.in(bytes)).isTrue();
      assertThat(MARKERS.in(Base64.getUrlEncoder().encodeToString(bytes))).isTrue();
      assertThat(MARKERS.in(HexFormat.of().formatHex(bytes))).isTrue();
      assertThat(MARKERS.in("{\"\\\\x" + HexFormat.of().formatHex(bytes) + "\"}")).isTrue();
    }
    assertThat(MARKERS.in("het nummer 123456782 van een vogel")).isFalse();
  }

  /// The number of a client assertion is chosen by whoever asks, so it may hold anything.
  private static void askTokenWithMarkedNumber(TestGateway gateway) {
    try (var school = gateway.gateway().partner(SCHOOL, "De Duinpieper")) {
      var issuer = gateway.gateway().doorway().issuer();

      var answer = school.requestToken(school.assertion(issuer, 50, "Kanarienaam/999990019/0001"));

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  /// A browser comes in with a number that only the provider and Sluis itself ever say.
  private static void logInWithMarkedNumber(TestGateway gateway, Queue<Saw> seen) {
    var number = "999990019";
    gateway.gateway().site().login().people().add("iemand", number);
    try (var browser =
        SimulatedBrowser.at(
            gateway.gateway(), (how, address, answer) -> seen.add(new Saw(how, address, answer)))) {
      assertThat(browser.logIn(number).status()).isEqualTo(303);
      assertThat(browser.get("/mijn").status()).isEqualTo(200);
    }
  }

  private static List<String> marked(TestGateway gateway) throws SQLException, IOException {
    try (var owner = gateway.gateway().database().owner()) {
      var found = new ArrayList<>(markedTables(owner));
      found.addAll(markedFiles(gateway.gateway().site().folder()));
      // With its log of changes, in which what was deleted or overwritten can still be read.
      try (var flush = owner.createStatement()) {
        flush.execute("checkpoint");
      }
      found.addAll(markedFiles(Path.of(one(owner, "show data_directory"))));
      return found;
    }
  }

  private static List<String> markedTables(Connection owner) throws SQLException {
    var tables =
        all(
            owner,
            """
            select quote_ident(table_schema) || '.' || quote_ident(table_name)
            from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema')
            """);
    assertThat(tables)
        .contains("public.logbook_row", "public.parcel", "public.message", "public.alias")
        .contains("public.overleg_lid", "public.contactpunt", "public.registered_condition");
    var found = new ArrayList<String>();
    for (var table : tables) {
      if (all(owner, "select t::text from " + table + " t").stream().anyMatch(MARKERS::in)) {
        found.add(table);
      }
    }
    return found;
  }

  private static List<String> markedFiles(Path folder) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (MARKERS.in(bytes(file))) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  /// The server below goes on meanwhile, and a file of it may be gone by now.
  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return new byte[0];
    }
  }

  private static String one(Connection owner, String sql) throws SQLException {
    return all(owner, sql).getFirst();
  }

  private static List<String> all(Connection owner, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
