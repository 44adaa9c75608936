package nl.sluis.policies.toezicht;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Was the policy done in full in one week? A court asked for control that is regular and really
/// done, not only written down (Rb. Zeeland-West-Brabant 21 September 2022). Immutable.
///
/// @param monday the first day of the week
/// @param raised how many signals came up
/// @param inTime how many of those were closed in time
/// @param late how many were closed late, or are open beyond their day
/// @param open how many are open and not late yet
/// @param drawn whether the sample was drawn
/// @param looked how many of its rows were looked at in time
/// @param sampled how many rows were drawn
public record Adherence(
    LocalDate monday,
    int raised,
    int inTime,
    int late,
    int open,
    boolean drawn,
    int looked,
    int sampled) {
  /// What became of one signal.
  ///
  /// @param raised when it came up
  /// @param closed when it was closed; empty when it is open
  /// @param kind by which rule
  /// @param finding what came of it; empty when it is open
  public record Handled(
      LocalDate raised, Optional<LocalDate> closed, SignalKind kind, Optional<Finding> finding) {}

  /// What became of the sample of a week.
  ///
  /// @param drawn on which day
  /// @param rows how many rows
  /// @param looked how many of them were looked at within the term
  public record Sampled(LocalDate drawn, int rows, int looked) {}

  /// Of one week.
  ///
  /// @param today what is due later than this is not late yet
  /// @param handled the signals that came up in it
  public static Adherence of(
      ControlPolicy policy,
      LocalDate monday,
      LocalDate today,
      Collection<Handled> handled,
      Optional<Sampled> sample) {
    int inTime = 0;
    int late = 0;
    int open = 0;
    for (var one : handled) {
      var due = policy.due(Work.SIGNAAL, one.raised());
      if (one.closed().filter(day -> !day.isAfter(due)).isPresent()) {
        inTime++;
      } else if (one.closed().isPresent() || today.isAfter(due)) {
        late++;
      } else {
        open++;
      }
    }
    return new Adherence(
        monday,
        handled.size(),
        inTime,
        late,
        open,
        sample.isPresent(),
        sample.map(Sampled::looked).orElse(0),
        sample.map(Sampled::rows).orElse(0));
  }

  /// Whether everything was done in time; not while something is still open.
  public boolean isDone() {
    return late == 0 && open == 0 && drawn && looked == sampled;
  }

  /// In words, in Dutch.
  public String words() {
    return "%d van %d signalen op tijd bekeken, %d te laat, %d nog open; steekproef %s."
        .formatted(
            inTime,
            raised,
            late,
            open,
            drawn
                ? "getrokken, %d van %d rijen bekeken".formatted(looked, sampled)
                : "niet getrokken");
  }

  /// How often each rule was right: of its closed signals, how many were misuse. Fed back to who
  /// writes the policy.
  ///
  /// @return by rule, misuse and closed
  public static Map<SignalKind, Precision> precision(Collection<Handled> handled) {
    var precision = new TreeMap<SignalKind, Precision>();
    for (var one : handled) {
      one.finding()
          .ifPresent(
              finding ->
                  precision.merge(
                      one.kind(),
                      new Precision(finding == Finding.ONGERECHTVAARDIGD ? 1 : 0, 1),
                      Precision::and));
    }
    return precision;
  }

  /// How often a rule was right.
  ///
  /// @param misuse how many of its signals were misuse
  /// @param closed how many were closed
  public record Precision(int misuse, int closed) {
    private Precision and(Precision other) {
      return new Precision(misuse + other.misuse, closed + other.closed);
    }
  }
}
