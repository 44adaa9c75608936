package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import nl.sluis.gateway.logbook.TreeHash;

/// The tree of a case: a full Merkle tree of [#LEAVES] leaves (RFC 9162, 2.1), in which each row
/// and step stands at a place that only the key knows, and everything else stands for nothing. How
/// many there are is not to be seen. For one thread.
public final class CaseTree {
  /// How many leaves every tree has.
  public static final int LEAVES = 2048;

  private final List<Item> items;
  private final List<Integer> places;
  private final Blinds blinds;
  private final List<List<byte[]>> levels = new ArrayList<>();

  /// @param key of cases
  /// @param id of the case
  /// @param items its rows, and then its steps; at most [#LEAVES]
  /// @throws IllegalArgumentException when there are more
  public CaseTree(SecretKey key, UUID id, List<Item> items) {
    if (items.size() > LEAVES) {
      throw new IllegalArgumentException("a case has at most " + LEAVES + " rows and steps");
    }
    this.items = List.copyOf(items);
    this.blinds = new Blinds(key, id);
    this.places = blinds.places(LEAVES).subList(0, items.size());
    var leaves = new ArrayList<byte[]>(LEAVES);
    for (int place = 0; place < LEAVES; place++) {
      int item = places.indexOf(place);
      leaves.add(item < 0 ? blinds.nothing(place) : leaf(place, items.get(item)));
    }
    grow(leaves);
  }

  private byte[] leaf(int place, Item item) {
    var digests = ByteBuffer.allocate(Field.WORDS.size() * TreeHash.LENGTH);
    for (var field : Field.values()) {
      digests.put(blinds.digest(place, field, item.value(field)));
    }
    return new TreeHash().leaf(digests.array());
  }

  private void grow(List<byte[]> leaves) {
    var hash = new TreeHash();
    List<byte[]> level = leaves;
    levels.add(level);
    while (level.size() > 1) {
      var above = new ArrayList<byte[]>(level.size() / 2);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(hash.node(level.get(i), level.get(i + 1)));
      }
      level = above;
      levels.add(level);
    }
  }

  /// A word for a person that says nothing outside this case.
  ///
  /// @param key of cases
  /// @param id of the case
  public static String pseudonym(SecretKey key, UUID id, UUID subject) {
    return new Blinds(key, id).pseudonym(subject);
  }

  /// What everything in it is committed to by.
  public byte[] root() {
    return levels.getLast().getFirst();
  }

  List<Item> items() {
    return items;
  }

  int place(int item) {
    return places.get(item);
  }

  /// From the leaf of this item to the root.
  List<byte[]> path(int item) {
    var path = new ArrayList<byte[]>();
    int at = places.get(item);
    for (var level : levels.subList(0, levels.size() - 1)) {
      path.add(level.get(at ^ 1));
      at /= 2;
    }
    return path;
  }

  /// The fields of this item: open ones with their salt, others as a salted hash.
  ObjectNode fields(int item, Set<Field> open) {
    var fields = JsonNodeFactory.instance.objectNode();
    int place = places.get(item);
    for (var field : Field.values()) {
      var one = fields.putObject(field.word());
      var value = items.get(item).value(field);
      if (open.contains(field)) {
        one.set("waarde", value);
        one.put("zout", Bundle.base64(blinds.salt(place, field)));
      } else {
        one.put("afdruk", Bundle.base64(blinds.digest(place, field, value)));
      }
    }
    return fields;
  }
}
