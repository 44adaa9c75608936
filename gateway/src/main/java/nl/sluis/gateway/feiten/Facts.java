package nl.sluis.gateway.feiten;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import nl.sluis.gateway.logbook.Entry;

/// How a row of the logbook tells of the facts that were written with it: per table, per fact, a
/// salted commitment, in the sealed details of the row.
///
/// May be shared between threads.
public final class Facts {
  /// The member of the details that holds it.
  public static final String FACTS = "feiten";

  /// In `feiten`: the salt, 16 random bytes in base64url.
  public static final String SALT = "zout";

  /// In `feiten`: by table and key, the commitments.
  public static final String OF = "van";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  private Facts() {}

  /// The same entry, which also commits to these facts; the given one stays as it is.
  public static Entry in(Entry entry, Collection<Fact> facts) {
    if (facts.isEmpty()) {
      return entry;
    }
    var detail = entry.detail().deepCopy();
    detail.set(FACTS, told(facts));
    return new Entry(entry.kind(), entry.subject(), detail, entry.term());
  }

  private static ObjectNode told(Collection<Fact> facts) {
    var bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    var salt = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var told = JsonNodeFactory.instance.objectNode().put(SALT, salt);
    var of = told.putObject(OF);
    for (var fact : facts) {
      var table = fact.table().name();
      var keys = of.has(table) ? (ObjectNode) of.get(table) : of.putObject(table);
      keys.put(fact.key(), fact.commitment(salt));
    }
    return told;
  }
}
