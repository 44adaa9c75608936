package nl.sluis.gateway.feiten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.stream.Collectors;
import nl.sluis.gateway.logbook.CanonicalJson;

/// A row of a table of facts, in the one form in which it is committed to: every column that has a
/// value but the region, as canonical JSON, described in `docs/logboek-formaat.md`.
///
/// A column that is added later has no value in old facts, so they stay what they were. Immutable.
///
/// @param table in which it stands
/// @param key which one it is there
/// @param form its columns
public record Fact(FactTable table, String key, JsonNode form) {
  private static final String WRITTEN = "written_at";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  /// The fact at which a look at its table stands.
  ///
  /// @throws IllegalStateException when a column has a type for which there is no form
  public static Fact of(FactTable table, ResultSet row) throws SQLException {
    var form = JsonNodeFactory.instance.objectNode();
    var columns = row.getMetaData();
    for (var at = 1; at <= columns.getColumnCount(); at++) {
      var name = columns.getColumnName(at);
      if (!name.equals("region") && !name.equals(WRITTEN) && row.getObject(at) != null) {
        form.set(name, value(row, at, columns.getColumnTypeName(at)));
      }
    }
    var key =
        table.key().stream()
            .map(column -> form.path(column).asText())
            .collect(Collectors.joining("/"));
    return new Fact(table, key, form);
  }

  private static JsonNode value(ResultSet row, int at, String type) throws SQLException {
    var nodes = JsonNodeFactory.instance;
    return switch (type) {
      case "text", "uuid" -> nodes.textNode(row.getString(at));
      case "bool" -> nodes.booleanNode(row.getBoolean(at));
      case "int4", "int8", "bigserial", "serial" -> nodes.numberNode(row.getLong(at));
      case "bytea" -> nodes.textNode(TEXT.encodeToString(row.getBytes(at)));
      case "date" -> nodes.textNode(row.getObject(at, LocalDate.class).toString());
      case "timestamptz" ->
          nodes.textNode(row.getObject(at, OffsetDateTime.class).toInstant().toString());
      case "_text", "_uuid" -> array(row.getArray(at));
      default -> throw new IllegalStateException("there is no form for a column of " + type);
    };
  }

  private static JsonNode array(Array values) throws SQLException {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var value : (Object[]) values.getArray()) {
      array.add(String.valueOf(value));
    }
    return array;
  }

  /// What a row says of it.
  ///
  /// @param salt as it stands in that row
  public String commitment(String salt) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(new byte[] {'f', '1'});
      digest.update(Base64.getUrlDecoder().decode(salt));
      return TEXT.encodeToString(digest.digest(CanonicalJson.encode(form)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
