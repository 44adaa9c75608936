package nl.sluis.gateway.feiten;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;

/// Finds the facts that a work wrote, and has its rows commit to them, whatever desk wrote them.
///
/// What this transaction wrote and no earlier work of it told of was written by this work. For one
/// transaction, by one thread.
public final class NewFacts {
  private static final List<FactTable> OF_PEOPLE =
      FactTable.ALL.stream().filter(table -> table.kind().isEmpty()).toList();
  private static final String WHICH =
      OF_PEOPLE.stream().map(FactTable::isWritten).collect(Collectors.joining("\nunion all "));

  private final Connection tx;
  private final String region;
  private final Set<String> told = new HashSet<>();

  /// @param region in whose part of the database the facts live
  public NewFacts(Connection tx, String region) {
    this.tx = tx;
    this.region = region;
  }

  /// The rows of one work, each with the facts that it tells of: those about a person with the
  /// first row about that person, so that they are erased together.
  ///
  /// @param writesFacts whether the work is one that puts facts about people on record; of every
  ///   other only the row that tells of an embargo does, because a report hides itself
  /// @param people whom the work is about
  public List<Entry> in(boolean writesFacts, Collection<UUID> people, List<Entry> entries)
      throws SQLException {
    var rows = new ArrayList<>(entries);
    var about = new LinkedHashSet<UUID>(writesFacts ? people : Set.of());
    for (int at = 0; at < rows.size(); at++) {
      var row = rows.get(at);
      if (row.subject().isEmpty()) {
        rows.set(at, Facts.in(row, ofNobody(row)));
      } else if (row.kind() == EntryKind.EMBARGO) {
        about.add(row.subject().get());
      }
    }
    if (!rows.isEmpty()) {
      for (var person : about) {
        int place = Math.max(0, firstAbout(person, rows));
        rows.set(place, Facts.in(rows.get(place), of(person)));
      }
    }
    return rows;
  }

  private static int firstAbout(UUID person, List<Entry> rows) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).subject().filter(person::equals).isPresent()) {
        return at;
      }
    }
    return -1;
  }

  private List<Fact> of(UUID person) throws SQLException {
    var written = new HashSet<String>();
    try (var select = tx.prepareStatement(WHICH)) {
      int next = 1;
      for (var table : OF_PEOPLE) {
        next = bind(select, next, table, person);
      }
      try (var row = select.executeQuery()) {
        while (row.next()) {
          written.add(row.getString(1));
        }
      }
    }
    var facts = new ArrayList<Fact>();
    for (var table : OF_PEOPLE) {
      if (written.contains(table.name())) {
        try (var select = tx.prepareStatement(table.written())) {
          bind(select, 1, table, person);
          read(select, table, facts);
        }
      }
    }
    return untold(person.toString(), facts);
  }

  private int bind(PreparedStatement select, int first, FactTable table, UUID person)
      throws SQLException {
    int next = first;
    select.setString(next++, region);
    for (int i = 0; i < table.people(); i++) {
      select.setArray(next++, tx.createArrayOf("uuid", new Object[] {person}));
    }
    return next;
  }

  /// Several works may share a transaction; each fact is told by the one that wrote it, which comes
  /// before those that only see it. What is about two people is told of both.
  private List<Fact> untold(String whom, List<Fact> facts) {
    facts.removeIf(fact -> !told.add(fact.table().name() + "/" + fact.key() + "/" + whom));
    return facts;
  }

  private List<Fact> ofNobody(Entry entry) throws SQLException {
    var facts = new ArrayList<Fact>();
    for (var table : FactTable.ALL) {
      if (table.kind().filter(entry.kind()::equals).isPresent()) {
        try (var select = tx.prepareStatement(table.written())) {
          select.setString(1, region);
          read(select, table, facts);
        }
      }
    }
    return untold("", facts);
  }

  private static void read(PreparedStatement select, FactTable table, List<Fact> facts)
      throws SQLException {
    try (var row = select.executeQuery()) {
      while (row.next()) {
        facts.add(Fact.of(table, row));
      }
    }
  }
}
