package nl.sluis.gateway.controle;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds what was asked and said about consent against the rows that say so.
///
/// An answer has no number in its row; it is the same when consent, kind and instant are. Keeps one
/// entry per answer, so memory grows with what families said and not with the logbook. For one
/// thread.
final class ConsentReplay {
  private static final String EVENTS =
      """
      select ask_id::text, type, recorded_at, seq from consent_event
      where region = ?
      order by seq
      """;
  private static final String ASKS =
      """
      select id::text, purpose, sender_oin, sender_role, receiver_oin, receiver_role, categories,
        text_hash, one_off
      from consent_ask
      where region = ?
      """;

  /// Something said about one consent, at one instant.
  private record Key(String ask, String event, Instant at) {}

  /// Which rows say it, and how often an event does.
  private static final class Both {
    private final List<Long> rows = new ArrayList<>();
    private int events;
  }

  private final Map<Key, Both> said = new HashMap<>();
  private final Map<String, Long> first = new HashMap<>();
  private final Map<String, String> asked = new HashMap<>();
  private final Map<Long, Set<String>> cited = new TreeMap<>();
  private final Set<String> versions = new HashSet<>();

  /// When references were linked or unlinked: then what was said goes along, or ends, by itself.
  private final Set<Instant> linked = new HashSet<>();

  /// To be called for each row that can be read, in order.
  void row(long index, JsonNode row, Instant at) {
    if (row.path("soort").asText().equals("koppeling")) {
      linked.add(at);
    }
    for (var one : Words.of(row)) {
      first.putIfAbsent(one.ask(), index);
      said.computeIfAbsent(new Key(one.ask(), one.event(), at), _ -> new Both()).rows.add(index);
    }
    if (row.path("soort").asText().equals("toestemming") && row.has("tekstHash")) {
      Words.ask(row)
          .ifPresent(
              id -> {
                first.putIfAbsent(id, index);
                asked.put(id, content(row));
              });
    }
    var cites = new TreeSet<String>();
    row.at("/vraag/feiten/toestemming/toestemmingen").forEach(id -> cites.add(id.asText()));
    // A question beforehand states its facts itself, and is about nobody.
    if (!cites.isEmpty() && !row.path("soort").asText().equals("vraag")) {
      cited.put(index, cites);
    }
  }

  /// To be called after the last row, in the same snapshot.
  void compare(Connection tx, String region, Gaps gaps, List<Deviation> found) throws SQLException {
    asks(tx, region, found);
    events(tx, region);
    cited(found);
    for (var entry : said.entrySet()) {
      var key = entry.getKey();
      var rows = entry.getValue().rows;
      var events = entry.getValue().events;
      if (events < rows.size()) {
        found.add(
            new Deviation(
                rows.get(events),
                "Rij %d: wat hier over een toestemming is gezegd, staat niet meer in `consent_event`."
                    .formatted(rows.get(events))));
      } else if (events > rows.size() && !gaps.mayHold(key.at()) && !linked.contains(key.at())) {
        found.add(added(key));
      }
    }
  }

  private Deviation added(Key key) {
    var at = first.get(key.ask());
    return at == null
        ? new Deviation(0, "In `consent_event` staat iets over een toestemming die geen rij kent.")
        : new Deviation(
            at,
            "Rij %d: bij deze toestemming staat in `consent_event` iets (%s) dat geen rij zegt."
                .formatted(at, key.event()));
  }

  private void events(Connection tx, String region) throws SQLException {
    try (var statement = tx.prepareStatement(EVENTS)) {
      statement.setString(1, region);
      statement.setFetchSize(4_096);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(row.getString(1) + "@" + row.getLong(4));
          if (Words.EVENTS.containsValue(row.getString(2))) {
            var at = row.getObject(3, OffsetDateTime.class).toInstant();
            var key =
                new Key(row.getString(1), row.getString(2), at.truncatedTo(ChronoUnit.MILLIS));
            said.computeIfAbsent(key, _ -> new Both()).events++;
          }
        }
      }
    }
  }

  private void asks(Connection tx, String region, List<Deviation> found) throws SQLException {
    var present = new TreeSet<String>();
    try (var statement = tx.prepareStatement(ASKS)) {
      statement.setString(1, region);
      statement.setFetchSize(4_096);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var id = row.getString(1);
          present.add(id);
          var stored =
              content(
                  row.getString(2),
                  row.getString(3) + "/" + row.getString(4),
                  row.getString(5) + "/" + row.getString(6),
                  new TreeSet<>(List.of((String[]) row.getArray(7).getArray())),
                  row.getString(8),
                  row.getBoolean(9));
          if (!asked.getOrDefault(id, stored).equals(stored)) {
            found.add(
                new Deviation(
                    first.getOrDefault(id, 0L),
                    "Rij %d: wat hier is gevraagd, staat anders in `consent_ask`."
                        .formatted(first.getOrDefault(id, 0L))));
          }
        }
      }
    }
    asked.keySet().stream()
        .filter(id -> !present.contains(id))
        .forEach(
            id ->
                found.add(
                    new Deviation(
                        first.getOrDefault(id, 0L),
                        "Rij %d: de toestemming die hier is gevraagd, staat niet meer in `consent_ask`."
                            .formatted(first.getOrDefault(id, 0L)))));
  }

  /// A decision names each consent with the last event that counted.
  private void cited(List<Deviation> found) {
    cited.forEach(
        (index, ids) -> {
          if (!versions.containsAll(ids)) {
            found.add(
                new Deviation(
                    index,
                    "Rij %d: dit besluit noemt een toestemming die er niet of niet zo is."
                        .formatted(index)));
          }
        });
  }

  private static String content(JsonNode row) {
    var categories = new TreeSet<String>();
    row.path("categorieen").forEach(one -> categories.add(one.asText()));
    return content(
        row.path("doel").path(0).asText(),
        row.at("/van/oin").asText() + "/" + row.at("/van/rol").asText(),
        row.at("/aan/oin").asText() + "/" + row.at("/aan/rol").asText(),
        categories,
        row.path("tekstHash").asText(),
        row.path("eenmalig").asBoolean());
  }

  private static String content(
      String purpose, String from, String to, Set<String> categories, String text, boolean once) {
    return String.join("|", purpose, from, to, categories.toString(), text, "" + once);
  }
}
