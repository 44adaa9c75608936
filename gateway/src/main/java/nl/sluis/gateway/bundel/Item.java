package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Base64;
import java.util.Map;
import nl.sluis.gateway.logbook.Leaves.Standing;

/// One row or step that a bundle is made of. Immutable.
///
/// @param standing its row in the logbook, with its leaf
/// @param values what it says; a field that is not in it says nothing
public record Item(Standing standing, Map<Field, JsonNode> values) {
  /// Copies its map.
  public Item {
    values = Map.copyOf(values);
  }

  /// What this field says.
  JsonNode value(Field field) {
    return field == Field.PLEK
        ? JsonNodeFactory.instance
            .objectNode()
            .put("blad", Base64.getUrlEncoder().withoutPadding().encodeToString(standing.leaf()))
            .put("rij", standing.index())
        : values.getOrDefault(field, NullNode.instance);
  }
}
