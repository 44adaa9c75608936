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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Peers;
import nl.sluis.policies.toezicht.Signals;
import nl.sluis.policies.toezicht.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes over every day that is over, once, for every organisation that has an officer: what stands
/// out waits for that officer. The others are only read for what is usual in a role. A day on which
/// no gateway ran is done later, the oldest first and a few a night.
///
/// May be shared between threads and done by two gateways at once; what the other did already is
/// not added again, and what one that was stopped left behind is done by the next.
public final class Looking implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

  private final DataSource database;
  private final SignalTable table;
  private final Backlog backlog;
  private final Rounds rounds;
  private final Adopted adopted;
  private final Set<Oin> supervised;
  private final Supplier<? extends Collection<Oin>> everybody;

  /// Days that could not be read, with the night on which that was tried: once a night is enough.
  private final Map<LocalDate, LocalDate> broken = new ConcurrentHashMap<>();

  /// Up to and with this day nothing is left to do; saves a question every minute.
  private volatile LocalDate doneUntil = LocalDate.MIN;

  /// @param region in whose part of the database it all lives
  /// @param adopted by which policy each works
  /// @param supervised which organisations have an officer
  /// @param everybody the organisations of the region
  public Looking(
      String region,
      DataSource database,
      Rounds rounds,
      Adopted adopted,
      Set<Oin> supervised,
      Supplier<? extends Collection<Oin>> everybody) {
    this.database = database;
    this.table = new SignalTable(region);
    this.backlog = new Backlog(region, adopted.examples());
    this.rounds = rounds;
    this.adopted = adopted;
    this.supervised = Set.copyOf(supervised);
    this.everybody = everybody;
  }

  /// @return how many days of an organisation were done
  @Override
  public int run(Instant now) throws SQLException {
    var today = now.atZone(Age.CALENDAR).toLocalDate();
    var yesterday = today.minusDays(1);
    if (supervised.isEmpty() || doneUntil.equals(yesterday)) {
      return 0;
    }
    try (var connection = database.getConnection()) {
      var due = backlog.days(connection, supervised, yesterday);
      if (due.isEmpty()) {
        doneUntil = yesterday;
        return 0;
      }
      int left = backlog.left(connection, today.atStartOfDay(Age.CALENDAR).toInstant());
      int done = 0;
      for (var day : due.entrySet()) {
        if (left > 0 && !today.equals(broken.get(day.getKey()))) {
          done += look(connection, day.getKey(), day.getValue(), now);
          left--;
        }
      }
      return done;
    }
  }

  private int look(Connection connection, LocalDate day, Set<Oin> due, Instant now)
      throws SQLException {
    try {
      int done = 0;
      for (var each : byPolicy(connection, day, due).entrySet()) {
        done += look(connection, each.getKey(), day, each.getValue(), now);
      }
      return done;
    } catch (BrokenRow row) {
      broken.put(day, now.atZone(Age.CALENDAR).toLocalDate());
      LOG.error("row {} is not what was written: nobody looked back at {}", row.index(), day);
      return 0;
    }
  }

  /// What is usual in a role is reckoned anew for each policy: others count otherwise.
  private Map<ControlPolicy, Set<Oin>> byPolicy(Connection connection, LocalDate day, Set<Oin> due)
      throws SQLException {
    var groups = new LinkedHashMap<ControlPolicy, Set<Oin>>();
    for (var organisation : due) {
      adopted
          .looking(connection, organisation, day)
          .ifPresent(
              policy -> groups.computeIfAbsent(policy, _ -> new HashSet<>()).add(organisation));
    }
    return groups;
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
        adopted.keep(connection, policy);
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
