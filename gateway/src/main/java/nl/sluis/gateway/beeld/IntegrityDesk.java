package nl.sluis.gateway.beeld;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.beeld.CheckTable.Stand;
import nl.sluis.gateway.beeld.CheckTable.Step;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.herstel.Restores;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.KeyList;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.LogbookRefused;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.toezicht.Officer;

/// Knows how it is with the logbook: what was signed by whom and when, and whether it was checked.
///
/// Nothing here is about anybody. May be shared between threads.
public final class IntegrityDesk {
  /// How long after the last whole check that is an alarm.
  static final Duration CHECKED = Duration.ofDays(2);

  private final Parts parts;

  /// What it reads.
  ///
  /// @param database where the logbook is
  /// @param logbook itself
  /// @param log its public side
  /// @param keys every key there is and was
  /// @param stamps what an authority put on checkpoints
  /// @param witnesses who sign along
  /// @param silence how long a witness may leave a checkpoint unsigned
  /// @param check checks all of it
  public record Parts(
      DataSource database,
      Logbook logbook,
      PublicLog log,
      KeyList keys,
      StampTable stamps,
      List<WitnessLine> witnesses,
      Duration silence,
      LogCheck check) {
    /// Copies its list.
    public Parts {
      witnesses = List.copyOf(witnesses);
    }
  }

  /// @param parts what it reads
  public IntegrityDesk(Parts parts) {
    this.parts = parts;
  }

  /// How it is now.
  IntegrityModel look(Instant now) throws SQLException {
    var alarms = new ArrayList<String>();
    var newest = parts.log().newestAlone();
    long rows = newest.isPresent() ? newest.get().size() : 0;
    var root = newest.isPresent() ? newest.get().note().lines().skip(2).findFirst() : none();
    var witnesses = witnesses(rows, now, alarms);
    try (var tx = parts.database().getConnection()) {
      var answered = parts.check().table().answered(tx);
      if (answered.filter(step -> step.stand() == Stand.NIET_HEEL).isPresent()) {
        alarms.add("toezicht-beeld.integriteit.alarm.niet-heel");
      }
      if (answered.map(step -> IntegrityModel.isPast(step.at(), CHECKED, now)).orElse(true)) {
        alarms.add("toezicht-beeld.integriteit.alarm.lang-geleden");
      }
      if (new Restores(parts.logbook().region()).open(tx).isPresent()) {
        alarms.add("toezicht-beeld.integriteit.alarm.herstel");
      }
      return new IntegrityModel(
          rows,
          root.orElse(""),
          parts.logbook().key().toString(),
          witnesses,
          stamp(tx),
          answered.map(IntegrityDesk::check),
          parts.check().table().newest(tx).flatMap(step -> going(step, now)),
          alarms,
          keys());
    }
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private List<IntegrityModel.Witness> witnesses(long rows, Instant now, List<String> alarms)
      throws SQLException {
    var all = new ArrayList<IntegrityModel.Witness>();
    for (var line : parts.witnesses()) {
      var last = parts.log().lastOf(line.name());
      boolean behind = last.map(signed -> signed.size() < rows).orElse(rows > 0);
      boolean silent =
          behind
              && last.map(signed -> IntegrityModel.isPast(signed.at(), parts.silence(), now))
                  .orElse(true);
      all.add(
          new IntegrityModel.Witness(
              line.name(),
              last.map(PublicLog.Witnessed::size).orElse(0L),
              last.map(signed -> IntegrityModel.moment(signed.at())).orElse(""),
              rows - last.map(PublicLog.Witnessed::size).orElse(0L),
              silent));
    }
    if (all.stream().anyMatch(IntegrityModel.Witness::silent)) {
      alarms.add("toezicht-beeld.integriteit.alarm.getuige");
    }
    return all;
  }

  private Optional<IntegrityModel.Stamp> stamp(Connection tx) throws SQLException {
    return parts.stamps().last(tx, 1).stream()
        .findFirst()
        .map(
            stamped ->
                new IntegrityModel.Stamp(
                    stamped.size(), IntegrityModel.moment(stamped.stamp().at())));
  }

  private static IntegrityModel.Check check(Step step) {
    return new IntegrityModel.Check(
        IntegrityModel.moment(step.at()),
        step.rows(),
        step.checkpoints(),
        step.stand() == Stand.HEEL,
        step.findings(),
        step.first().orElse(-1));
  }

  private static Optional<IntegrityModel.Going> going(Step step, Instant now) {
    boolean broken =
        step.stand() == Stand.AFGEBROKEN
            || IntegrityModel.isPast(step.at(), CheckTable.SILENT, now);
    return switch (step.stand()) {
      case HEEL, NIET_HEEL -> Optional.empty();
      case BEGONNEN, BEZIG, AFGEBROKEN ->
          Optional.of(
              new IntegrityModel.Going(
                  IntegrityModel.moment(step.at()), step.rows(), step.total(), broken));
    };
  }

  private List<IntegrityModel.Key> keys() throws SQLException {
    var all = new ArrayList<IntegrityModel.Key>();
    for (var key : parts.keys().json().path("sleutels")) {
      all.add(
          new IntegrityModel.Key(
              key.path("gebruik").asText(),
              key.path("nummer").asInt(),
              key.path("sleutel").asText(),
              moment(key.path("vanaf").asText()),
              moment(key.path("tot").asText())));
    }
    return all;
  }

  private static String moment(String instant) {
    return instant.isEmpty() ? "" : IntegrityModel.moment(Instant.parse(instant));
  }

  /// The file with proofs; empty when nothing is signed yet.
  Pieces bundle(Instant at) throws SQLException {
    var witnesses = parts.witnesses().stream().map(line -> line.key().toString()).toList();
    try {
      return new ProofBundle(
              parts.logbook(),
              parts.log(),
              parts.stamps(),
              parts.keys(),
              parts.database(),
              witnesses)
          .make(at);
    } catch (LogbookRefused e) {
      throw new SQLException("a row of the logbook is not there", "XX001", e);
    }
  }

  /// Begins a whole check, unless one is going on; the row that says so is there before it starts.
  ///
  /// @return the check that began
  Work<Optional<Begun>> begin(Officer officer) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Optional<Begun>> plan(Found found) throws SQLException {
        var table = parts.check().table();
        table.lock(found.tx());
        return table.isBusy(found.tx(), found.at())
            ? Plan.known(Optional.empty())
            : new Beginning(officer, found.at());
      }
    };
  }

  /// A check that began.
  ///
  /// @param id of the check
  /// @param at when
  record Begun(UUID id, Instant at) {}

  /// Runs a check that began, and does not wait for it.
  void start(Begun begun) {
    parts.check().start(begun.id(), begun.at());
  }

  private final class Beginning implements Plan<Optional<Begun>> {
    private final Officer officer;
    private final Instant at;
    private final UUID id = UUID.randomUUID();

    Beginning(Officer officer, Instant at) {
      this.officer = officer;
      this.at = at;
    }

    @Override
    public List<Entry> entries() {
      return List.of(Looking.row(officer, Looking.Act.NAKIJKEN));
    }

    @Override
    public void write(Writes writes, List<Logged> rows) throws SQLException {
      parts.check().table().add(writes.tx(), new Step(id, at, Stand.BEGONNEN, 0, 0));
    }

    @Override
    public Optional<Begun> answer(Written written) {
      return Optional.of(new Begun(id, at));
    }
  }
}
