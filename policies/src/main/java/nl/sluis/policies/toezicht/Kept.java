package nl.sluis.policies.toezicht;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.policies.toezicht.Adherence.Sampled;

/// Was the control policy done in one week or quarter (AVG 5(2), 24, 32(1)(d))? What is not known
/// to have been done in time was not. Immutable.
///
/// @param period which
/// @param tasks those that were due in it
/// @param signals those that came up in it
/// @param seconds what was proposed in it for a second person
/// @param sample what was drawn of the weeks in it
public record Kept(Period period, Count tasks, Count signals, Seconds seconds, Rows sample) {
  /// How much there was, and what became of it.
  ///
  /// @param all how much
  /// @param inTime done in time
  /// @param late done late, or not done beyond its day
  /// @param open not done, and not late yet
  public record Count(int all, int inTime, int late, int open) {
    /// Nothing.
    public static final Count NONE = new Count(0, 0, 0, 0);

    Count and(Count other) {
      return new Count(
          all + other.all, inTime + other.inTime, late + other.late, open + other.open);
    }
  }

  /// What second persons said.
  ///
  /// @param proposed how much was laid ready for one
  /// @param confirmed to how much somebody else said yes
  /// @param returned to how much no
  /// @param late how much waits beyond its day; what else waits is not late yet
  public record Seconds(int proposed, int confirmed, int returned, int late) {
    /// Nothing.
    public static final Seconds NONE = new Seconds(0, 0, 0, 0);

    Seconds and(Seconds other) {
      return new Seconds(
          proposed + other.proposed,
          confirmed + other.confirmed,
          returned + other.returned,
          late + other.late);
    }

    /// How much waits for somebody.
    public int waiting() {
      return proposed - confirmed - returned;
    }
  }

  /// What became of samples.
  ///
  /// @param weeks how many weeks are over
  /// @param drawn of how many a sample was drawn
  /// @param looked how many rows were looked at in time
  /// @param sampled how many were drawn
  public record Rows(int weeks, int drawn, int looked, int sampled) {}

  /// Some signals.
  ///
  /// @param raised on which day they came up
  /// @param closed on which day they were closed; empty when they are open
  /// @param policy the fingerprint of the policy by which
  /// @param number how many
  public record Raised(LocalDate raised, Optional<LocalDate> closed, String policy, int number) {}

  /// Everything that happened, by day.
  ///
  /// @param tasks by the day on which they were due
  /// @param signals those that came up
  /// @param seconds by the day on which it was proposed
  /// @param samples by the Monday of the week whose rows they are about
  public record Facts(
      Map<LocalDate, Count> tasks,
      Collection<Raised> signals,
      Map<LocalDate, Seconds> seconds,
      Map<LocalDate, Sampled> samples) {
    /// Copies its parts.
    public Facts {
      tasks = Map.copyOf(tasks);
      signals = List.copyOf(signals);
      seconds = Map.copyOf(seconds);
      samples = Map.copyOf(samples);
    }
  }

  /// Of one period.
  ///
  /// @param today what is due later than this is not late yet
  /// @param due the last day on which a signal is in time, by the policy under which it came up
  public static Kept of(
      Period period, LocalDate today, Facts facts, Function<Raised, LocalDate> due) {
    var tasks = Count.NONE;
    for (var day : facts.tasks().entrySet()) {
      tasks = period.has(day.getKey()) ? tasks.and(day.getValue()) : tasks;
    }
    var signals = Count.NONE;
    for (var some : facts.signals()) {
      signals =
          period.has(some.raised()) ? signals.and(count(some, due.apply(some), today)) : signals;
    }
    var seconds = Seconds.NONE;
    for (var day : facts.seconds().entrySet()) {
      seconds = period.has(day.getKey()) ? seconds.and(day.getValue()) : seconds;
    }
    return new Kept(period, tasks, signals, seconds, rows(period, today, facts.samples()));
  }

  private static Count count(Raised some, LocalDate due, LocalDate today) {
    int number = some.number();
    if (some.closed().filter(day -> !day.isAfter(due)).isPresent()) {
      return new Count(number, number, 0, 0);
    }
    return some.closed().isPresent() || today.isAfter(due)
        ? new Count(number, 0, number, 0)
        : new Count(number, 0, 0, number);
  }

  private static Rows rows(Period period, LocalDate today, Map<LocalDate, Sampled> samples) {
    int drawn = 0;
    int looked = 0;
    int sampled = 0;
    for (var week : samples.entrySet()) {
      if (period.has(week.getKey())) {
        drawn++;
        looked += week.getValue().looked();
        sampled += week.getValue().rows();
      }
    }
    return new Rows(period.weeksOver(today), drawn, looked, sampled);
  }

  /// Whether everything was done in time, with a second person where one was asked, and every week
  /// has its sample; not while something is still open.
  public boolean isDone() {
    return tasks.late() == 0
        && tasks.open() == 0
        && signals.late() == 0
        && signals.open() == 0
        && seconds.waiting() == 0
        && sample.drawn() >= sample.weeks()
        && sample.looked() == sample.sampled();
  }
}
