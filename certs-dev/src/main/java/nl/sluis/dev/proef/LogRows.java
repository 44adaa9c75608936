package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.logbook.LogReader;

/// What the logbook says about every child, opened with the keys of the site.
///
/// @param rows in the order of the logbook
record LogRows(List<Row> rows) {
  private static final String SUBJECTS =
      "select distinct subject_id from logbook_subject where region = ?";
  private static final String LEAVES = "select idx, leaf from logbook_row where region = ?";

  /// @param nonce the hash of its leaf as a key binding names it
  record Row(long index, String kind, JsonNode detail, String nonce) {
    String text(String name) {
      return detail.path(name).asText("");
    }
  }

  static LogRows read(Rig rig) {
    var reader = new LogReader(Rig.REGION, rig.site().keys());
    var rows = new ArrayList<Row>();
    try (var owner = rig.postgres().database().owner()) {
      var leaves = leaves(owner);
      for (var subject : subjects(owner)) {
        for (var row : reader.about(owner, subject, Long.MAX_VALUE, Integer.MAX_VALUE)) {
          var detail = row.detail();
          rows.add(
              new Row(
                  row.index(),
                  detail.path("soort").asText(),
                  detail,
                  leaves.getOrDefault(row.index(), "")));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the logbook cannot be read", e);
    }
    rows.sort(Comparator.comparingLong(Row::index));
    return new LogRows(rows);
  }

  List<Row> of(String kind) {
    return rows.stream().filter(row -> row.kind().equals(kind)).toList();
  }

  private static List<UUID> subjects(Connection owner) throws SQLException {
    var ids = new ArrayList<UUID>();
    try (var query = owner.prepareStatement(SUBJECTS)) {
      query.setString(1, Rig.REGION);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  private static Map<Long, String> leaves(Connection owner) throws SQLException {
    var hashes = new HashMap<Long, String>();
    try (var query = owner.prepareStatement(LEAVES)) {
      query.setString(1, Rig.REGION);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          hashes.put(row.getLong(1), leafHash(row.getBytes(2)));
        }
      }
    }
    return hashes;
  }

  /// RFC 9162, 2.1.1, written here once more: who judges shares no code with who is judged.
  private static String leafHash(byte[] leaf) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) 0);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(leaf));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
