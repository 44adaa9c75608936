package nl.sluis.gateway.steekproef;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.signaal.Rounds;
import nl.sluis.gateway.signaal.SignalTable;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the list of each week that is over, for every organisation that has an officer, and draws
/// from it as soon as the logbook has a later checkpoint. A week in which no gateway ran is closed
/// by the first one that does, the oldest first.
///
/// May be shared between threads and done by two gateways at once; what the other did already is
/// not done again.
public final class Sampler implements Duty {
  /// How many rows a list holds at most; of more, the oldest stay out.
  static final int MOST_ROWS = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

  /// Clocks differ, a batch may still be committing, and a checkpoint may come out late.
  private static final Duration CALM = Duration.ofMinutes(10);

  private static final int AT_ONCE = 20;

  private final DataSource database;
  private final SampleTable table;
  private final SampleDesk desk;
  private final Sequencer sequencer;
  private final Rounds rounds;
  private final Adopted adopted;
  private final Set<Oin> supervised;

  /// @param region in whose part of the database it all lives
  /// @param supervised which organisations have an officer
  public Sampler(
      String region,
      DataSource database,
      Sequencer sequencer,
      Rounds rounds,
      Adopted adopted,
      Set<Oin> supervised) {
    this.database = database;
    this.table = new SampleTable(region);
    this.desk = new SampleDesk(table);
    this.sequencer = sequencer;
    this.rounds = rounds;
    this.adopted = adopted;
    this.supervised = Set.copyOf(supervised);
  }

  /// @return how many lists were closed or drawn from
  @Override
  public int run(Instant now) throws SQLException {
    int done = 0;
    var today = now.minus(CALM).atZone(Age.CALENDAR).toLocalDate();
    var newest = SignalTable.monday(today).minusWeeks(1);
    for (var organisation : supervised) {
      done += close(organisation, newest, now);
    }
    return done + drawAll(now);
  }

  private int close(Oin organisation, LocalDate newest, Instant now) throws SQLException {
    int done = 0;
    try (var connection = database.getConnection()) {
      var week = table.last(connection, organisation).map(last -> last.plusWeeks(1)).orElse(newest);
      for (; !week.isAfter(newest) && done < AT_ONCE; week = week.plusWeeks(1)) {
        var policy = adopted.looking(connection, organisation, week.plusDays(6));
        if (policy.isPresent() && close(connection, organisation, week, policy.get(), now)) {
          done++;
        }
      }
    } catch (BrokenRow row) {
      LOG.error("row {} is not what was written: a sample was not closed", row.index());
    }
    return done;
  }

  private boolean close(
      Connection connection, Oin organisation, LocalDate week, ControlPolicy policy, Instant now)
      throws SQLException {
    var rows =
        rounds.acted(
            connection,
            organisation,
            week.atStartOfDay(Age.CALENDAR).toInstant(),
            week.plusWeeks(1).atStartOfDay(Age.CALENDAR).toInstant(),
            MOST_ROWS);
    var closing =
        new SampleDesk.Closing(
            UUID.randomUUID(), organisation, week, policy, rows, Sample.seal(rows), now);
    return sequencer.submit(desk.close(closing)).join();
  }

  private int drawAll(Instant now) throws SQLException {
    int done = 0;
    try (var connection = database.getConnection()) {
      for (var draw : table.waiting(connection, now.minus(CALM), AT_ONCE)) {
        var seed = table.seed(connection, draw, now);
        if (seed.isPresent() && draw(connection, draw, seed.get())) {
          done++;
        }
      }
    } catch (BrokenRow row) {
      LOG.error("row {} is not what was written: a sample was not drawn", row.index());
    }
    return done;
  }

  private boolean draw(Connection connection, Draw draw, Draw.Seed seed) throws SQLException {
    var list = table.list(connection, draw);
    var drawn = new TreeMap<Long, Actor>();
    for (long place : Sample.draw(HexFormat.of().parseHex(seed.hex()), list, draw.size())) {
      var who = rounds.who(connection, draw.organisation(), place);
      drawn.put(place, who.orElseGet(() -> Actor.of(new byte[0])));
    }
    return sequencer.submit(desk.draw(draw, seed, drawn)).join();
  }
}
