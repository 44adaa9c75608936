package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicies;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Peers;
import nl.sluis.policies.toezicht.Signals;
import nl.sluis.policies.toezicht.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes over yesterday, once, for every organisation that has an officer: what stands out waits for
/// that officer. The others are only read for what is usual in a role.
///
/// May be shared between threads and done by two gateways at once; what the other did already is
/// not added again.
public final class Looking implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

  private final DataSource database;
  private final SignalTable table;
  private final Rounds rounds;
  private final ControlPolicies policies;
  private final Set<Oin> supervised;
  private final Supplier<? extends Collection<Oin>> everybody;

  /// @param region in whose part of the database it all lives
  /// @param supervised which organisations have an officer
  /// @param everybody the organisations of the region
  public Looking(
      String region,
      DataSource database,
      Rounds rounds,
      ControlPolicies policies,
      Set<Oin> supervised,
      Supplier<? extends Collection<Oin>> everybody) {
    this.database = database;
    this.table = new SignalTable(region);
    this.rounds = rounds;
    this.policies = policies;
    this.supervised = Set.copyOf(supervised);
    this.everybody = everybody;
  }

  /// @return for how many organisations it was done
  @Override
  public int run(Instant now) throws SQLException {
    var yesterday = now.atZone(Age.CALENDAR).toLocalDate().minusDays(1);
    var policy = policies.on(yesterday);
    if (policy.isEmpty() || supervised.isEmpty()) {
      return 0;
    }
    try (var connection = database.getConnection()) {
      var due = new HashSet<>(supervised);
      due.removeAll(table.done(connection, yesterday));
      return due.isEmpty() ? 0 : look(connection, policy.get(), yesterday, due, now);
    } catch (BrokenRow row) {
      LOG.error("row {} is not what was written: nobody looked back at {}", row.index(), yesterday);
      return 0;
    }
  }

  private int look(
      Connection connection, ControlPolicy policy, LocalDate day, Set<Oin> due, Instant now)
      throws SQLException {
    var watches = new LinkedHashMap<Oin, Watch>();
    var organisations = new TreeSet<Oin>((a, b) -> a.value().compareTo(b.value()));
    organisations.addAll(everybody.get());
    organisations.addAll(due);
    for (var organisation : organisations) {
      watches.put(organisation, rounds.watch(connection, policy, organisation, day));
    }
    var peers = Peers.of(watches.values());
    int done = 0;
    for (var each : watches.entrySet()) {
      if (due.contains(each.getKey()) && keep(connection, policy, each, peers, now)) {
        done++;
      }
    }
    return done;
  }

  /// All of one organisation, or nothing.
  private boolean keep(
      Connection connection,
      ControlPolicy policy,
      Map.Entry<Oin, Watch> of,
      Peers peers,
      Instant now)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      boolean first = table.day(connection, of.getKey(), of.getValue(), policy.digest(), now);
      if (first) {
        for (var signal : Signals.of(of.getValue(), peers)) {
          // Whom a row does not name cannot be asked.
          if (!signal.about().actor().key().equals(DeedReader.UNNAMED)) {
            table.raise(connection, signal, policy.digest(), now);
          }
        }
      }
      connection.commit();
      return first;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
