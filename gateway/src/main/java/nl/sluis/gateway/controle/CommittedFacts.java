package nl.sluis.gateway.controle;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.feiten.Fact;
import nl.sluis.gateway.feiten.FactTable;
import nl.sluis.gateway.feiten.Facts;

/// Holds every table of facts against the commitments of the rows, both ways: a fact for each
/// commitment, a commitment for each fact.
///
/// Keeps one commitment per fact, so memory grows with the facts and not with the exchanges. For
/// one thread.
final class CommittedFacts {
  private static final int PORTION = 4_096;

  /// What a row says of a fact.
  ///
  /// @param others how many more rows say the same
  private record Said(long row, Instant at, String salt, String commitment, int others) {
    Said again() {
      return new Said(row, at, salt, commitment, others + 1);
    }
  }

  private final Map<String, Map<String, Said>> said = new HashMap<>();
  private Instant last = Instant.MIN;

  /// To be called for each row that can be read, in order.
  void row(long index, JsonNode row, Instant at) {
    last = at;
    var facts = row.path(Facts.FACTS);
    var salt = facts.path(Facts.SALT).asText();
    for (var table : facts.path(Facts.OF).properties()) {
      var keys = said.computeIfAbsent(table.getKey(), _ -> new HashMap<>());
      for (var fact : table.getValue().properties()) {
        var told = new Said(index, at, salt, fact.getValue().asText(), 0);
        keys.merge(fact.getKey(), told, (before, _) -> before.again());
      }
    }
  }

  /// To be called after the last row, in the same snapshot.
  void compare(Connection tx, String region, Gaps gaps, List<Deviation> found) throws SQLException {
    for (var table : FactTable.ALL) {
      var left = new HashMap<>(said.getOrDefault(table.name(), Map.of()));
      try (var select = tx.prepareStatement(table.all())) {
        select.setString(1, region);
        select.setFetchSize(PORTION);
        try (var row = select.executeQuery()) {
          while (row.next()) {
            var fact = Fact.of(table, row);
            var told = left.remove(fact.key());
            if (told == null) {
              var at = row.getObject("written_at", OffsetDateTime.class);
              if (at == null || !gaps.mayHold(at.toInstant())) {
                found.add(added(fact));
              }
            } else if (!fact.commitment(told.salt()).equals(told.commitment())) {
              found.add(deviation(told, table, fact.key(), "staat daar anders"));
            }
          }
        }
      }
      left.forEach(
          (key, told) -> {
            if (!mayBeGone(table, told)) {
              found.add(deviation(told, table, key, "staat er niet meer"));
            }
          });
    }
  }

  /// Its term is over, or one of the two whom it is about was erased and so the row about that one.
  private boolean mayBeGone(FactTable table, Said told) {
    var over = table.ends().map(term -> told.at().atOffset(ZoneOffset.UTC).plus(term).toInstant());
    return over.filter(end -> end.isBefore(last)).isPresent()
        || (table.both() && told.others() == 0);
  }

  private static Deviation added(Fact fact) {
    return new Deviation(
        0,
        "Rij 0 of later: in `%s` staat een feit (%s) dat geen rij heeft vastgelegd. Wat eruit volgde,"
                .formatted(fact.table().name(), fact.key())
            + " berust op niets: haal het weg.");
  }

  private static Deviation deviation(Said told, FactTable table, String key, String what) {
    return new Deviation(
        told.row(),
        "Rij %d: wat hier over `%s` (%s) is vastgelegd, %s. Zet het terug uit een reservekopie van voor"
                .formatted(told.row(), table.name(), key, what)
            + " de verandering.");
  }
}
