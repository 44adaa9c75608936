package nl.sluis.gateway.vergelijking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Age;

/// What the own system of an organisation says that it exchanged: a line for each exchange, with
/// the number that Sluis gave it, when, and on which side. Read from CSV or from JSON lines, kept
/// nowhere. Immutable.
///
/// @param lines each exchange and side once, in the order of the text
/// @param faulty the numbers of lines that cannot be read, from one; at most [#MOST_FAULTY]
/// @param unread how many lines cannot be read
record Extract(Map<Key, Instant> lines, List<Integer> faulty, int unread) {
  /// How many lines are read at most.
  static final int MOST_LINES = 5_000;

  static final int MOST_FAULTY = 20;

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String HEAD = "transactie";

  Extract {
    lines = new LinkedHashMap<>(lines);
    faulty = List.copyOf(faulty);
  }

  /// An exchange, as one side sees it.
  record Key(UUID transaction, Side side) {}

  private record Line(Key key, Instant at) {}

  /// Reads a text: lines of CSV (`transactie,tijd,richting`, with a comma or a semicolon, a first
  /// line with these words or none), or of JSON with those members; or both.
  ///
  /// @return empty when it has more lines than are read
  static Optional<Extract> of(String text) {
    var lines = new LinkedHashMap<Key, Instant>();
    var faulty = new ArrayList<Integer>();
    int unread = 0;
    int number = 0;
    for (var raw : text.lines().toList()) {
      number++;
      var one = raw.strip();
      if (one.isEmpty() || (number == 1 && one.startsWith(HEAD))) {
        continue;
      }
      var line = one.startsWith("{") ? json(one) : csv(one);
      if (line.isPresent()) {
        lines.putIfAbsent(line.get().key(), line.get().at());
      } else {
        unread++;
        if (faulty.size() < MOST_FAULTY) {
          faulty.add(number);
        }
      }
      if (lines.size() + unread > MOST_LINES) {
        return Optional.empty();
      }
    }
    return Optional.of(new Extract(lines, faulty, unread));
  }

  private static Optional<Line> csv(String line) {
    var cells = line.split("[,;\t]", -1);
    return cells.length == 3
        ? line(cell(cells[0]), cell(cells[1]), cell(cells[2]))
        : Optional.empty();
  }

  private static String cell(String text) {
    var bare = text.strip();
    return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }

  private static Optional<Line> json(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      return line(
          node.path(HEAD).asText(), node.path("tijd").asText(), node.path("richting").asText());
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Optional<Line> line(String transaction, String time, String side) {
    try {
      var at = time(time);
      var key = UUID.fromString(transaction);
      return Side.of(side).map(one -> new Line(new Key(key, one), at));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /// With an offset, or as the clock stood in the Netherlands.
  private static Instant time(String text) {
    var iso = text.replace(' ', 'T');
    return iso.endsWith("Z") || iso.matches(".*[+-]\\d{2}:\\d{2}")
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).atZone(Age.CALENDAR).toInstant();
  }
}
