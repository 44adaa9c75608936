package nl.sluis.policies.toezicht;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.convenant.Days;

/// The control policy: what is looked at, by whom, within which time, and when a second person is
/// needed. A version never changes; whoever wants another writes another (AVG 5(2), 24 and 32).
///
/// Immutable; may be shared between threads.
///
/// @param id its name
/// @param version its version
/// @param title what it is called
/// @param status whether it was adopted
/// @param days when it holds
/// @param casesPerWeek how many cases one organisation looks at in a week, the most striking first
/// @param work what must be looked at, within which time
/// @param explanations what makes a row plain, in the order in which they are tried
/// @param watching what is counted, over which days
/// @param signals when somebody's work stands out
/// @param sample how large the sample is
/// @param digest the fingerprint of its files
public record ControlPolicy(
    String id,
    String version,
    String title,
    Status status,
    Days days,
    int casesPerWeek,
    Map<Work, Handling> work,
    List<Explanation> explanations,
    Watching watching,
    Map<SignalKind, SignalRule> signals,
    SampleRule sample,
    String digest) {
  /// Copies its parts.
  public ControlPolicy {
    work = Map.copyOf(work);
    explanations = List.copyOf(explanations);
    signals = Map.copyOf(signals);
  }

  /// Whether it was adopted.
  public enum Status {
    /// Nobody signed it; runs in demonstrations and tests only, and says so.
    VOORBEELD,
    /// Adopted by who signed it.
    VASTGESTELD
  }

  /// How one kind of work is done.
  ///
  /// @param days within how many calendar days
  /// @param secondPerson whether somebody else closes it
  public record Handling(int days, boolean secondPerson) {}

  /// What is counted.
  ///
  /// @param windowDays over how many days, up to and with the day itself
  /// @param historyDays how far back what came before is known; a whole number of weeks
  /// @param smallestGroup how many others in the same role there must be to compare with
  /// @param opens the first hour of an office day
  /// @param closes the first hour after it
  public record Watching(
      int windowDays, int historyDays, int smallestGroup, int opens, int closes) {
    /// The weeks of the history.
    public int weeks() {
      return historyDays / 7;
    }
  }

  /// When somebody's work stands out by one kind of signal.
  ///
  /// @param kind which
  /// @param limit of a count: from how many on; of a comparison: how many times the usual spread;
  ///   of a series: how high the sum
  /// @param least how much there must be at least, whatever the comparison says
  /// @param slack of a series: what is taken off every week
  /// @param sentence what it says to who reads it, in Dutch
  public record SignalRule(
      SignalKind kind, double limit, int least, double slack, String sentence) {}

  /// How large a sample is.
  ///
  /// @param size how many rows
  /// @param confidencePercent how sure one wants to be
  /// @param mostPercent of fewer faults than this share, when none is found
  public record SampleRule(int size, int confidencePercent, int mostPercent) {}

  /// Does this version hold on this day?
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(days.first()) && days.end().filter(end -> !day.isBefore(end)).isEmpty();
  }

  /// Does somebody else have to close this?
  public boolean secondPerson(Work kind) {
    return kind.alwaysTwo() || handling(kind).secondPerson();
  }

  /// The last day on which this is in time.
  ///
  /// @param since the day on which it came
  public LocalDate due(Work kind, LocalDate since) {
    return since.plusDays(handling(kind).days());
  }

  /// How this work is done.
  public Handling handling(Work kind) {
    return Optional.ofNullable(work.get(kind))
        .orElseGet(() -> new Handling(kind.longestDays(), true));
  }
}
