package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.FactsRead;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.feiten.NewFacts;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Appended;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.trace.Crossing;

/// One transaction for everything that waited, in the order that makes it right (design 10.6): lock
/// the people, then read, then decide, then lock the head and append, then commit.
///
/// Facts are read in a statement of their own after the locks are held: READ COMMITTED takes the
/// snapshot of a statement before it waits. Used by one thread.
final class Batch {
  private final InstantSource clock;
  private final Logbook logbook;
  private final KeyVault keys;
  private final SubjectRegister subjects;
  private final FactReader factReader;
  private final MessageTable messages;
  private final ParcelTable parcels;
  private final Beside beside;

  Batch(
      InstantSource clock,
      Logbook logbook,
      KeyVault keys,
      SubjectRegister subjects,
      FactReader factReader,
      MessageTable messages,
      ParcelTable parcels,
      Beside beside) {
    this.clock = clock;
    this.logbook = logbook;
    this.keys = keys;
    this.subjects = subjects;
    this.factReader = factReader;
    this.messages = messages;
    this.parcels = parcels;
    this.beside = beside;
  }

  /// What a batch left behind once committed.
  record Committed(Optional<Appended> appended, List<Done<?>> done) {}

  /// One work with its plan, and where its rows begin among those of the batch.
  record Done<T>(Pending<T> pending, Plan<T> plan, int firstRow) {}

  Committed run(Connection tx, List<Pending<?>> works, BatchEvent watch) throws SQLException {
    try {
      // A new key is a file that is made durable; nobody may wait for a lock meanwhile.
      keys.subjectKeys(
          works.stream().flatMap(w -> w.subjects().stream()).collect(Collectors.toSet()));
      var committed = decideAndWrite(tx, works, watch);
      tx.commit();
      works.forEach(work -> work.crossing().ifPresent(Crossing::recorded));
      watch.durable = watch.lap();
      watch.tell(works);
      return committed;
    } catch (SQLException | RuntimeException e) {
      rollback(tx, e);
      throw e;
    }
  }

  private Committed decideAndWrite(Connection tx, List<Pending<?>> works, BatchEvent watch)
      throws SQLException {
    lockSubjects(tx, works);
    var known = messages.find(tx, keys(works));
    var locked = parcels.lock(tx, parcelIds(works));
    watch.lock = watch.lap();
    var at = clock.instant();
    var facts = readFacts(tx, works, at);
    watch.read = watch.lap();

    var done = new ArrayList<Done<?>>();
    var entries = new ArrayList<Entry>();
    var once = new Once(tx);
    var written = new NewFacts(tx, logbook.region());
    for (int i = 0; i < works.size(); i++) {
      var pending = works.get(i);
      var found =
          new Found(
              at,
              tx,
              pending.subject(),
              facts.get(i),
              pending.needs().message().map(known::get),
              pending.needs().parcel().map(locked::get),
              once);
      done.add(plan(pending, found, written, entries));
    }
    watch.plan = watch.lap();
    if (entries.isEmpty()) {
      writeBeside(tx, done, List.of(), at);
      return new Committed(Optional.empty(), done);
    }
    var appended = logbook.append(tx, entries, at);
    watch.append = watch.lap();
    write(tx, done, appended);
    writeBeside(tx, done, entries, at);
    watch.write = watch.lap();
    return new Committed(Optional.of(appended), done);
  }

  private static <T> Done<T> plan(
      Pending<T> pending, Found found, NewFacts written, List<Entry> entries) throws SQLException {
    var plan = pending.work().plan(found);
    var done = new Done<>(pending, plan, entries.size());
    var rows = written.in(pending.needs().writesFacts(), pending.subjects(), plan.entries());
    entries.addAll(Marks.on(pending.trace(), rows));
    return done;
  }

  private void write(Connection tx, List<Done<?>> done, Appended appended) throws SQLException {
    var writes = new Writes(tx, logbook.region(), appended.size());
    for (var one : done) {
      var count = one.plan().entries().size();
      one.plan().write(writes, appended.logged().subList(one.firstRow(), one.firstRow() + count));
    }
    messages.insert(tx, writes.messages());
    parcels.insert(tx, writes.parcels());
    parcels.move(tx, writes.moved());
    parcels.grounds().insert(tx, writes.grounds());
  }

  private void writeBeside(Connection tx, List<Done<?>> done, List<Entry> entries, Instant at)
      throws SQLException {
    var made = new ArrayList<Beside.Made>();
    for (var one : done) {
      int count = one.plan().entries().size();
      var rows =
          count == 0 ? List.<Entry>of() : entries.subList(one.firstRow(), one.firstRow() + count);
      made.add(new Beside.Made(one.pending().crossing(), rows));
    }
    beside.write(tx, made, at);
  }

  private void lockSubjects(Connection tx, List<Pending<?>> works) throws SQLException {
    var ids = new TreeSet<UUID>();
    works.forEach(w -> ids.addAll(w.subjects()));
    var relinked = subjects.lock(tx, ids);
    if (!relinked.isEmpty()) {
      lookAgain(tx, works, relinked);
    }
  }

  /// A reference that was moved while we waited for the lock means another now, and who is left
  /// without any reference is nobody: nothing may be decided or written on what was found before.
  private void lookAgain(Connection tx, List<Pending<?>> works, Set<UUID> relinked)
      throws SQLException {
    var live = subjects.references(tx, relinked);
    var moved = works.stream().filter(w -> isMoved(w, relinked, live)).toList();
    if (!moved.isEmpty()) {
      moved.forEach(Pending::unresolve);
      throw new SQLException("a reference was moved before its subject was locked", "40001");
    }
  }

  private static boolean isMoved(
      Pending<?> work, Set<UUID> relinked, Map<UUID, Set<AliasKey>> live) {
    var subject = work.subject().filter(relinked::contains);
    if (subject.isEmpty() || work.needs().ofThen()) {
      return false;
    }
    var references = live.getOrDefault(subject.get(), Set.of());
    return references.isEmpty()
        || work.needs().alias().filter(alias -> !references.contains(alias)).isPresent();
  }

  private List<Optional<FactsRead>> readFacts(Connection tx, List<Pending<?>> works, Instant at)
      throws SQLException {
    var queries = new ArrayList<FactQuery>();
    var places = new ArrayList<Optional<Integer>>();
    for (var work : works) {
      var ask = work.needs().facts();
      if (ask.isPresent() && work.subject().isPresent()) {
        places.add(Optional.of(queries.size()));
        queries.add(ask.get().apply(work.subject().get()));
      } else {
        places.add(Optional.empty());
      }
    }
    var read = factReader.read(tx, queries, at);
    return places.stream().map(place -> place.map(read::get)).toList();
  }

  private static List<MessageKey> keys(List<Pending<?>> works) {
    return works.stream().flatMap(w -> w.needs().message().stream()).toList();
  }

  private static List<UUID> parcelIds(List<Pending<?>> works) {
    return works.stream().flatMap(w -> w.needs().parcel().stream()).toList();
  }

  private static void rollback(Connection tx, Exception cause) {
    try {
      tx.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// Turns references into people. Who is new is committed at once, before the batch takes a lock.
  void resolve(Connection tx, List<Pending<?>> works) throws SQLException {
    var unresolved = works.stream().filter(Pending::isUnresolved).toList();
    var keys = unresolved.stream().flatMap(p -> p.needs().alias().stream()).toList();
    try {
      var known = subjects.find(tx, keys);
      if (known.size() < Set.copyOf(keys).size()) {
        subjects.resolveAll(tx, keys);
        tx.commit();
        known = subjects.find(tx, keys);
      }
      for (var one : unresolved) {
        one.resolved(subject(known, one.needs().alias().orElseThrow()));
      }
    } catch (SQLException | RuntimeException e) {
      rollback(tx, e);
      throw e;
    }
  }

  private static UUID subject(Map<AliasKey, UUID> known, AliasKey alias) throws SQLException {
    var subject = known.get(alias);
    if (subject == null) {
      throw new SQLException("a reference was unlinked while it was being resolved", "40001");
    }
    return subject;
  }
}
