package nl.sluis.gateway.wissen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.Oin;

/// The decision that a person is erased: it counts from the commit, and cannot be taken back.
///
/// May be shared between threads; runs in the transaction of its caller, under the lock of the person.
public final class Deciding {
  private final Erasures erasures;
  private final Holds holds;
  private final Leaving leaving;
  private final Oin sluis;

  /// @param region in whose part of the database the persons live
  /// @param sluis who erases when a term ends
  public Deciding(String region, Oin sluis) {
    this.sluis = sluis;
    this.erasures = new Erasures(region);
    this.holds = new Holds(region);
    this.leaving = new Leaving(region);
  }

  /// What was decided.
  ///
  /// @param stoppedBy what stands in its way; empty when the person is erased
  /// @param row tells of it: of a refusal about the person, of an erasure about nobody
  public record Decided(Set<Hold> stoppedBy, Entry row) {
    /// Copies its parts.
    public Decided {
      stoppedBy = Set.copyOf(stoppedBy);
    }
  }

  /// Decides, and takes leave of the person when nothing stands in the way.
  ///
  /// @param person whose lock is held
  /// @param id the name of the erasure
  /// @param detail what the row tells besides; names no person of the family
  public Decided decide(
      Connection tx,
      UUID person,
      UUID id,
      Ground ground,
      Erasures.Asker asker,
      Oin organisation,
      ObjectNode detail,
      Instant at)
      throws SQLException {
    SortedSet<UUID> persons = erasures.whole(tx, person);
    erasures.lock(tx, persons);
    detail.put("grond", ground.code()).put("verzoeker", asker.code());
    var inTheWay = holds.of(tx, persons, ground, at);
    if (!inTheWay.isEmpty()) {
      detail.put("besluit", "geweigerd");
      var why = detail.putArray("oorzaken");
      inTheWay.stream().map(Hold::code).sorted().forEach(why::add);
      return new Decided(inTheWay, new Entry(EntryKind.ERASURE_DECIDED, Optional.of(person), detail));
    }
    erasures.decide(tx, id, persons, ground.code(), asker.code(), organisation, at);
    leaving.of(tx, persons, at);
    detail.put("besluit", "wissen").put("kenmerk", id.toString());
    return new Decided(Set.of(), new Entry(EntryKind.ERASURE_DECIDED, Optional.empty(), detail));
  }

  /// Persons of whom every row has come to its term are erased without anybody asking; under their
  /// locks.
  Entry ofTerm(Connection tx, Set<UUID> persons, UUID id, Instant at) throws SQLException {
    erasures.decide(tx, id, persons, "termijn", "sluis", sluis, at);
    leaving.of(tx, persons, at);
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("grond", "termijn").put("verzoeker", "sluis").put("aantal", persons.size());
    detail.put("besluit", "wissen").put("kenmerk", id.toString());
    return new Entry(EntryKind.ERASURE_DECIDED, Optional.empty(), detail);
  }
}
