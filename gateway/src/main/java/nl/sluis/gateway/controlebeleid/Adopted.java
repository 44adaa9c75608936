package nl.sluis.gateway.controlebeleid;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskTerms;
import nl.sluis.gateway.vierogen.SecondPersons;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicies;
import nl.sluis.policies.toezicht.ControlPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says by which control policy an organisation works on a day: the one that it adopted and that
/// began last. Where it adopted none, or the last one ended, nothing is made lighter: what is asked
/// of everybody counts.
///
/// May be shared between threads; it works on the caller's connection.
public final class Adopted {
  private static final Logger LOG = LoggerFactory.getLogger(Adopted.class);

  private final PolicyTable table;
  private final PolicyShelf shelf;
  private final Map<String, ControlPolicy> known = new ConcurrentHashMap<>();
  private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  /// @param region in whose part of the database it all lives
  /// @param shelf the versions that can be adopted
  public Adopted(String region, PolicyShelf shelf) {
    this.table = new PolicyTable(region);
    this.shelf = shelf;
    shelf.policies().all().forEach(policy -> known.put(policy.digest(), policy));
  }

  /// The policy that this organisation adopted and that counts on this day; empty when there is
  /// none, when it ended, or when its text is no longer one that may bind.
  public Optional<ControlPolicy> on(Connection tx, Oin organisation, LocalDate day)
      throws SQLException {
    var adoption = adoption(tx, organisation, day);
    return adoption.isEmpty()
        ? Optional.empty()
        : find(tx, adoption.get().digest()).filter(policy -> policy.holdsOn(day));
  }

  /// What this organisation adopted last of what had begun by this day.
  public Optional<Adoption> adoption(Connection tx, Oin organisation, LocalDate day)
      throws SQLException {
    return table.latest(tx, organisation, day).stream().findFirst();
  }

  /// Everything that this organisation adopted, in the order in which it begins.
  public List<Adoption> of(Connection tx, Oin organisation) throws SQLException {
    return table.of(tx, organisation);
  }

  /// By which its work is looked through for what stands out on this day: what it adopted, or else
  /// the example of this release; empty when neither holds.
  public Optional<ControlPolicy> looking(Connection tx, Oin organisation, LocalDate day)
      throws SQLException {
    var adopted = on(tx, organisation, day);
    return adopted.isPresent() ? adopted : shelf.released().on(day);
  }

  /// The text with this fingerprint: what was done by it stays readable by it, also when it is on
  /// the shelf no more.
  public Optional<ControlPolicy> find(Connection tx, String digest) throws SQLException {
    var policy = known.get(digest);
    if (policy != null) {
      return Optional.of(policy);
    }
    var read = ControlPolicies.read(table.kept(tx, digest));
    var found = read.policies().all().stream().filter(one -> one.digest().equals(digest));
    var kept = found.findFirst();
    if (kept.isEmpty() && unreadable.add(digest)) {
      LOG.warn("control policy {} cannot be read: what is asked of everybody counts", digest);
    }
    kept.ifPresent(one -> known.put(digest, one));
    return kept;
  }

  /// The policies under which some things were done, by their fingerprint.
  ///
  /// @param instead of what can be read no more
  public Map<String, ControlPolicy> find(
      Connection tx, Collection<String> digests, ControlPolicy instead) throws SQLException {
    var found = new HashMap<String, ControlPolicy>();
    for (var digest : Set.copyOf(digests)) {
      found.put(digest, find(tx, digest).orElse(instead));
    }
    return found;
  }

  /// The examples of this release, by which is looked where nothing was adopted.
  public ControlPolicies examples() {
    return shelf.released();
  }

  /// Keeps the text by which something is done; what is kept already stays as it is.
  public void keep(Connection tx, ControlPolicy policy) throws SQLException {
    if (shelf.policies().all().contains(policy)) {
      table.keep(tx, policy.digest(), shelf.texts(policy));
    }
  }

  /// How much time organisations give themselves for their tasks.
  public TaskTerms terms() {
    return this::due;
  }

  private Instant due(Connection tx, Task task, Instant opened) throws SQLException {
    var work = task.kind().work();
    if (work.isEmpty()) {
      return task.due();
    }
    var since = opened.atZone(Age.CALENDAR).toLocalDate();
    return on(tx, task.organisation(), since)
        .map(policy -> policy.due(work.get(), since))
        .map(day -> day.plusDays(1).atStartOfDay(Age.CALENDAR).toInstant())
        .orElse(task.due());
  }

  /// For what each organisation asks a second person, now.
  public SecondPersons.Of seconds(InstantSource clock) {
    return (tx, organisation) ->
        on(tx, organisation, clock.instant().atZone(Age.CALENDAR).toLocalDate())
            .map(policy -> SecondPersons.asking(policy::secondPerson))
            .orElse(SecondPersons.UNTIL_ADOPTED);
  }
}
