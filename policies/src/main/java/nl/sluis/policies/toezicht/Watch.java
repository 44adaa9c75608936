package nl.sluis.policies.toezicht;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Deed.ActorKey;
import nl.sluis.policies.toezicht.Deed.Child;
import nl.sluis.policies.toezicht.Deed.Ending;

/// Goes over the rows of one organisation, oldest first, says of each what explains it, and counts
/// per person who works there. What others did with it tells what came before, and is not judged.
/// What it holds grows with people and with a bounded memory of pairs, not with rows. For one
/// thread.
public final class Watch {
  /// How many pairs of each kind are remembered; the oldest go first, and [#forgotten] says so.
  public static final int MOST_REMEMBERED = 200_000;

  private final ControlPolicy policy;
  private final LocalDate day;
  private final Oin own;
  private final Map<ActorKey, Tally> tallies = new TreeMap<>();
  private final Remembered<Pair> asked = new Remembered<>(MOST_REMEMBERED);
  private final Remembered<Pair> dossiers = new Remembered<>(MOST_REMEMBERED);
  private final Remembered<Triple> sent = new Remembered<>(MOST_REMEMBERED);
  private final Remembered<Pair> dealt = new Remembered<>(MOST_REMEMBERED);
  private final Map<String, Integer> byExplanation = new TreeMap<>();
  private final Map<Child, Set<Oin>> busy = new HashMap<>();
  private final List<Deed> today = new ArrayList<>();
  private LocalDate now = LocalDate.MIN;
  private int judged;

  private record Pair(Object who, Object what) {}

  private record Triple(Oin from, Oin to, Child child) {}

  /// @param policy by which
  /// @param day the last day that counts
  /// @param own the organisation whose people are judged; only rows in which it takes part may come
  public Watch(ControlPolicy policy, LocalDate day, Oin own) {
    this.policy = policy;
    this.day = day;
    this.own = own;
  }

  /// The first day that counts.
  public LocalDate first() {
    return day.minusDays(policy.watching().historyDays() - 1L);
  }

  /// Takes the next row; those outside the history are passed over.
  ///
  /// @return what explains it; empty when nothing does, or when it is not one that is judged
  public Optional<Explanation> see(Deed deed) {
    var at = deed.at().atZone(Age.CALENDAR);
    var date = at.toLocalDate();
    if (date.isBefore(first()) || date.isAfter(day)) {
      return Optional.empty();
    }
    turn(date);
    if (deed.ending() == Ending.GEVRAAGD) {
      asked.put(new Pair(deed.from().oin(), deed.child()), date);
      return Optional.empty();
    }
    var explanation = explain(deed);
    if (!deed.by().organisation().equals(own)) {
      others(deed, date, explanation);
      return Optional.empty();
    }
    judged++;
    count(deed, at, explanation);
    remember(deed, date, explanation);
    return explanation;
  }

  private Optional<Explanation> explain(Deed deed) {
    var known = EnumSet.noneOf(Evidence.class);
    known.addAll(deed.shows());
    if (asked.has(new Pair(deed.from().oin(), deed.child()))) {
      known.add(Evidence.EIGEN_VRAAG);
    }
    if (sent.has(new Triple(deed.to().oin(), deed.from().oin(), deed.child()))) {
      known.add(Evidence.ANTWOORD);
    }
    if (dossiers.has(new Pair(deed.by(), deed.child()))) {
      known.add(Evidence.LOPEND_DOSSIER);
    }
    return policy.explanations().stream().filter(one -> one.explains(deed, known)).findFirst();
  }

  private void count(Deed deed, ZonedDateTime at, Optional<Explanation> explanation) {
    var tally =
        tallies.computeIfAbsent(
            deed.by(), _ -> new Tally(deed.from().role(), policy.watching().weeks()));
    tally.actsAs(deed.from().role());
    byExplanation.merge(explanation.map(Explanation::id).orElse(""), 1, Integer::sum);
    boolean inWindow = daysAgo(at.toLocalDate()) < policy.watching().windowDays();
    if (explanation.isEmpty()) {
      tally.unexplained((int) (daysAgo(at.toLocalDate()) / 7), deed.child(), deed.row());
      today.add(deed);
    }
    if (deed.lane().filter(lane -> lane == Lane.OVERRIDE).isPresent()) {
      tally.meldcode(deed.row(), inWindow);
    }
    if (inWindow) {
      window(tally, deed, at, explanation.isEmpty());
    }
  }

  private void window(Tally tally, Deed deed, ZonedDateTime at, boolean unexplained) {
    tally.count(SignalKind.VEEL, deed.row());
    tally.handled(deed.categories(), deed.row());
    if (deed.ending() != Ending.VERSTREKT) {
      tally.count(SignalKind.GEWEIGERD, deed.row());
    }
    if (isOutOfHours(at)) {
      tally.count(SignalKind.BUITEN_UREN, deed.row());
    }
    if (unexplained) {
      tally.count(SignalKind.ONVERKLAARD, deed.row());
      if (!dealt.has(new Pair(deed.by(), deed.to().oin()))) {
        tally.newPair(deed.to().oin(), deed.row());
      }
    }
  }

  private void remember(Deed deed, LocalDate date, Optional<Explanation> explanation) {
    dealt.put(new Pair(deed.by(), deed.to().oin()), date);
    busy(deed);
    if (explanation.isEmpty()) {
      return;
    }
    sent.put(new Triple(deed.from().oin(), deed.to().oin(), deed.child()), date);
    if (!explanation.get().needs().contains(Evidence.LOPEND_DOSSIER)) {
      dossiers.put(new Pair(deed.by(), deed.child()), date);
    }
  }

  /// What others asked of a family is not seen here; that anything speaks for them is enough.
  private void others(Deed deed, LocalDate date, Optional<Explanation> explanation) {
    busy(deed);
    if (explanation.isPresent() || !deed.shows().isEmpty()) {
      sent.put(new Triple(deed.from().oin(), deed.to().oin(), deed.child()), date);
    }
  }

  private void busy(Deed deed) {
    busy.computeIfAbsent(deed.child(), _ -> new HashSet<>()).add(deed.from().oin());
  }

  /// A day is over: only now is it known how many were busy with the same child.
  private void turn(LocalDate date) {
    if (date.isBefore(now)) {
      throw new IllegalArgumentException("rows come oldest first");
    }
    if (date.isAfter(now)) {
      closeDay();
      now = date;
    }
  }

  private void closeDay() {
    var rule = policy.signals().get(SignalKind.ZELFDE_DAG);
    if (rule != null && daysAgo(now) < policy.watching().windowDays()) {
      for (var deed : today) {
        int organisations = busy.getOrDefault(deed.child(), Set.of()).size();
        var tally = tallies.get(deed.by());
        if (organisations >= rule.limit() && tally != null) {
          tally.busyDay(organisations, deed.row());
        }
      }
    }
    today.clear();
    busy.clear();
  }

  private long daysAgo(LocalDate date) {
    return date.equals(LocalDate.MIN) ? Long.MAX_VALUE : ChronoUnit.DAYS.between(date, day);
  }

  private boolean isOutOfHours(ZonedDateTime at) {
    var watching = policy.watching();
    return at.getDayOfWeek() == DayOfWeek.SATURDAY
        || at.getDayOfWeek() == DayOfWeek.SUNDAY
        || at.getHour() < watching.opens()
        || at.getHour() >= watching.closes();
  }

  /// The last day that counts.
  public LocalDate day() {
    return day;
  }

  /// How many rows were judged.
  public int judged() {
    return judged;
  }

  /// How many rows each explanation explained; those without one under the empty word.
  public Map<String, Integer> byExplanation() {
    return Map.copyOf(byExplanation);
  }

  /// How many pairs went to make room: what rested on them may have been called unexplained.
  public long forgotten() {
    return asked.forgotten() + dossiers.forgotten() + sent.forgotten() + dealt.forgotten();
  }

  ControlPolicy policy() {
    return policy;
  }

  /// What was counted of each person, after the last row.
  Map<ActorKey, Tally> tallies() {
    closeDay();
    return tallies;
  }
}
