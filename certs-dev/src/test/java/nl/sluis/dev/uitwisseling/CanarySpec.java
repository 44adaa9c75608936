package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/// Markers for a BSN, a name and content travel every road; none of them may be found anywhere
/// (P10).
final class CanarySpec {
  private static final List<String> MARKERS =
      List.of("999990019", "9999.90.019", "kanarie", "kanariegeheim", "kanarienaam");
  private static final Path STORY =
      Path.of("src", "test", "resources", "uitwisseling", "merktekens.yaml");

  /// Keeps every line that any part of the process logs.
  private static final class Lines extends Handler {
    private final List<String> lines = new ArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public synchronized void publish(LogRecord line) {
      lines.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    synchronized List<String> all() {
      return List.copyOf(lines);
    }
  }

  @Test
  void no_bsn_name_or_content_is_in_a_log_line_or_a_database_column() throws Exception {
    var lines = new Lines();
    var root = Logger.getLogger("");
    var sluis = Logger.getLogger("nl.sluis");
    root.addHandler(lines);
    sluis.setLevel(Level.ALL);
    try (var gateway = TestGateway.start()) {

      var differences = gateway.play(Files.readString(STORY));

      assertThat(differences).isEmpty();
      assertThat(lines.all()).noneMatch(CanarySpec::holdsMarker);
      assertThat(rowsWithMarkers(gateway)).isEmpty();
    } finally {
      root.removeHandler(lines);
    }
  }

  private static boolean holdsMarker(String text) {
    var small = text.toLowerCase(Locale.ROOT);
    return MARKERS.stream().anyMatch(small::contains);
  }

  /// Every row of every table as text, bytes in hexadecimal, in which a marker can be read.
  private static List<String> rowsWithMarkers(TestGateway gateway)
      throws SQLException, IOException {
    var found = new ArrayList<String>();
    try (var owner = gateway.gateway().database().owner();
        var statement = owner.createStatement()) {
      var tables = new ArrayList<String>();
      try (var names =
          statement.executeQuery(
              "select table_name from information_schema.tables where table_schema = 'public'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      assertThat(tables).contains("logbook_row", "parcel", "message", "alias", "consent_event");
      for (var table : tables) {
        try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
          while (rows.next()) {
            var row = rows.getString(1);
            if (holdsMarker(row) || holdsMarkerInBytes(row)) {
              found.add(table);
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean holdsMarkerInBytes(String row) {
    return MARKERS.stream()
        .flatMap(
            m -> List.of(m, m.substring(0, 1).toUpperCase(Locale.ROOT) + m.substring(1)).stream())
        .map(m -> HexFormat.of().formatHex(m.getBytes(StandardCharsets.UTF_8)))
        .anyMatch(row::contains);
  }
}
