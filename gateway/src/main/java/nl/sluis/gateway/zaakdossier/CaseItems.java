package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import nl.sluis.gateway.bundel.CaseTree;
import nl.sluis.gateway.bundel.Field;
import nl.sluis.gateway.bundel.Item;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Leaves;
import nl.sluis.gateway.logbook.Leaves.Standing;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// Reads what a case froze and what was done in it, as a bundle is made of it: the rows in the
/// order of the logbook, and then the steps, each with its row.
///
/// A row tells what the page of the case tells of it and its rule, and never why something was
/// refused: a reason can tell of what is hidden. Changes nothing. May be shared between threads.
final class CaseItems {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final CaseTable table;
  private final RowScan scan;
  private final Leaves leaves;
  private final SecretKey key;

  CaseItems(String region, KeyVault vault) {
    this.table = new CaseTable(region);
    this.scan = new RowScan(region, vault);
    this.leaves = new Leaves(region);
    this.key = vault.caseKey();
  }

  /// What there is of a case.
  ///
  /// @param items what a tree is made of
  /// @param rows how many of those are rows of exchanges; they come first
  /// @param gone how many things can be opened no more
  /// @param step the last step; 0 when there was none
  record Read(List<Item> items, int rows, int gone, long step) {
    Read {
      items = List.copyOf(items);
    }
  }

  /// All of it, up to this step.
  Read read(Connection tx, CaseFile one, long until) throws SQLException {
    var frozen = table.rows(tx, one.id());
    var words = new TreeMap<Long, Long>(table.words(tx, one.id()));
    words.tailMap(until, false).clear();
    var indexes = new ArrayList<Long>();
    frozen.forEach(row -> indexes.add(row.index()));
    indexes.addAll(words.values());
    var items = new ArrayList<Item>();
    int gone = 0;
    for (var standing : leaves.of(tx, indexes)) {
      int at = items.size();
      var detail = detail(tx, standing);
      gone += detail.isEmpty() ? 1 : 0;
      var said =
          detail.isEmpty()
              ? Map.<Field, JsonNode>of()
              : at < frozen.size() ? row(one, frozen.get(at), detail.get()) : step(detail.get());
      items.add(new Item(standing, said));
    }
    return new Read(items, frozen.size(), gone, words.isEmpty() ? 0 : words.lastKey());
  }

  private Optional<ObjectNode> detail(Connection tx, Standing standing) throws SQLException {
    return scan.page(tx, standing.index(), 1).stream()
        .filter(row -> row.index() == standing.index())
        .flatMap(row -> row.detail().stream())
        .findFirst();
  }

  private Map<Field, JsonNode> row(CaseFile one, CaseTable.Frozen frozen, ObjectNode detail) {
    var read = OwnRow.of(frozen.index(), detail);
    if (read.isEmpty()) {
      return Map.of();
    }
    var row = read.get();
    var said = new EnumMap<Field, JsonNode>(Field.class);
    when(said, row.at());
    said.put(Field.WAT, TextNode.valueOf("rij"));
    said.put(Field.SOORT, TextNode.valueOf(row.kind().code()));
    said.put(Field.UITWISSELING, TextNode.valueOf(row.exchange().toString()));
    said.put(Field.DOEL, TextNode.valueOf(row.purpose().code()));
    said.put(Field.VAN, party(row.from()));
    said.put(Field.AAN, party(row.to()));
    said.put(Field.SOORTEN, categories(row));
    if (row.kind() == EntryKind.DISCLOSED && detail.path("regel").isTextual()) {
      said.put(Field.REGEL, detail.get("regel"));
    }
    frozen
        .subject()
        .ifPresent(
            subject ->
                said.put(
                    Field.BETROKKENE,
                    TextNode.valueOf(CaseTree.pseudonym(key, one.id(), subject))));
    return said;
  }

  private static Map<Field, JsonNode> step(ObjectNode detail) {
    var said = new EnumMap<Field, JsonNode>(Field.class);
    when(said, Instant.parse(detail.path(Entry.TIME).asText()));
    said.put(Field.WAT, TextNode.valueOf("stap"));
    said.put(Field.SOORT, detail.path("stap"));
    said.put(Field.DOOR, detail.path("door"));
    said.put(Field.TOELICHTING, detail.path("toelichting"));
    if (detail.has("uitkomst")) {
      said.put(Field.UITKOMST, detail.get("uitkomst"));
    }
    if (detail.has("antwoorden")) {
      said.put(Field.ANTWOORDEN, detail.get("antwoorden"));
    }
    return said;
  }

  private static void when(Map<Field, JsonNode> said, Instant at) {
    said.put(Field.DAG, TextNode.valueOf(LocalDate.ofInstant(at, Age.CALENDAR).toString()));
    said.put(Field.TIJD, TextNode.valueOf(at.toString()));
  }

  private static ObjectNode party(PartyRole party) {
    return JSON.objectNode().put("oin", party.oin().value()).put("rol", party.role().code());
  }

  private static ArrayNode categories(OwnRow row) {
    var codes = JSON.arrayNode();
    row.categories().stream().map(DataCategory::name).sorted().forEach(codes::add);
    return codes;
  }
}
