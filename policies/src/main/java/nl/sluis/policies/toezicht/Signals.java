package nl.sluis.policies.toezicht;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import nl.sluis.policies.toezicht.ControlPolicy.SignalRule;
import nl.sluis.policies.toezicht.Deed.ActorKey;
import nl.sluis.policies.toezicht.Signal.About;

/// Says whose work stands out, and prints the sum. Pure: the same rows give the same signals.
public final class Signals {
  private Signals() {}

  /// Everything that stands out, by person.
  ///
  /// @param watch after the last row
  /// @param peers what is usual in each role
  public static List<Signal> of(Watch watch, Peers peers) {
    var signals = new ArrayList<Signal>();
    watch
        .tallies()
        .forEach(
            (actor, tally) -> {
              for (var kind : SignalKind.values()) {
                Optional.ofNullable(watch.policy().signals().get(kind))
                    .ifPresent(rule -> signals.addAll(of(watch, peers, actor, tally, rule)));
              }
            });
    return List.copyOf(signals);
  }

  private static List<Signal> of(
      Watch watch, Peers peers, ActorKey actor, Tally tally, SignalRule rule) {
    return switch (rule.kind()) {
      case ONVERKLAARD -> unexplained(watch, actor, tally, rule);
      case VEEL, GEWEIGERD, BUITEN_UREN, BREEDTE, MELDCODE ->
          compared(watch, peers, actor, tally, rule);
      case NIEUW_PAAR -> newPairs(watch, actor, tally, rule);
      case ZELFDE_DAG -> sameDay(watch, actor, tally, rule);
      case HERHALING -> repeated(watch, actor, tally, rule);
      case REEKS -> series(watch, actor, tally, rule);
      case RELATIE -> List.of();
    };
  }

  private static List<Signal> unexplained(
      Watch watch, ActorKey actor, Tally tally, SignalRule rule) {
    int found = tally.value(rule.kind());
    var sum =
        "Onverklaarde rijen in %d dagen: %d. Grens: %s."
            .formatted(watch.policy().watching().windowDays(), found, Numbers.dutch(rule.limit()));
    return counted(watch, new About.Person(actor), rule, found, sum, tally.rows(rule.kind()));
  }

  private static List<Signal> compared(
      Watch watch, Peers peers, ActorKey actor, Tally tally, SignalRule rule) {
    var usual = peers.usual(tally.role(), rule.kind());
    int value = tally.value(rule.kind());
    boolean isOver = rule.kind() == SignalKind.MELDCODE && !tally.meldcodeNow();
    if (usual.isEmpty() || value < rule.least() || isOver) {
      return List.of();
    }
    double times = usual.get().times(value);
    if (times < rule.limit()) {
      return List.of();
    }
    return List.of(
        new Signal(
            rule.kind(),
            new About.Person(actor),
            watch.day(),
            times / rule.limit(),
            sum(watch, tally.role(), value, usual.get(), times, rule),
            tally.rows(rule.kind())));
  }

  private static String sum(
      Watch watch, Role role, int value, Peers.Usual usual, double times, SignalRule rule) {
    var spread =
        usual.reckoned() > 1
            ? "1,4826 × " + Numbers.dutch(usual.spread())
            : "1 (de kleinste spreiding waarmee wordt gerekend)";
    return ("Geteld in %d dagen: %d. In de rol %s (%d mensen in de regio): mediaan %s, MAD %s. "
            + "(%d − %s) / (%s) = %s. Grens: %s, en ten minste %d.")
        .formatted(
            rule.kind() == SignalKind.MELDCODE
                ? watch.policy().watching().historyDays()
                : watch.policy().watching().windowDays(),
            value,
            role.code(),
            usual.people(),
            Numbers.dutch(usual.median()),
            Numbers.dutch(usual.spread()),
            value,
            Numbers.dutch(usual.median()),
            spread,
            Numbers.dutch(times),
            Numbers.dutch(rule.limit()),
            rule.least());
  }

  private static List<Signal> newPairs(Watch watch, ActorKey actor, Tally tally, SignalRule rule) {
    var signals = new ArrayList<Signal>();
    var pairs = new TreeMap<Oin, List<Long>>(Comparator.comparing(Oin::value));
    pairs.putAll(tally.newPairs());
    pairs.forEach(
        (other, rows) -> {
          var sum =
              "Onverklaard aan deze organisatie, waarmee in %d dagen niets eerder ging: %d. Grens: %s."
                  .formatted(
                      watch.policy().watching().historyDays(),
                      rows.size(),
                      Numbers.dutch(rule.limit()));
          signals.addAll(
              counted(watch, new About.Pair(actor, other), rule, rows.size(), sum, rows));
        });
    return signals;
  }

  private static List<Signal> sameDay(Watch watch, ActorKey actor, Tally tally, SignalRule rule) {
    var sum =
        "Onverklaard, op een dag dat %d organisaties iets deden rond hetzelfde kind. Grens: %s."
            .formatted(tally.busiest(), Numbers.dutch(rule.limit()));
    return counted(
        watch, new About.Person(actor), rule, tally.busiest(), sum, tally.rows(rule.kind()));
  }

  private static List<Signal> repeated(Watch watch, ActorKey actor, Tally tally, SignalRule rule) {
    var rows = tally.mostRepeated();
    var sum =
        "Onverklaarde rijen over één kind in %d dagen: %d. Grens: %s."
            .formatted(
                watch.policy().watching().historyDays(), rows.size(), Numbers.dutch(rule.limit()));
    return counted(watch, new About.Person(actor), rule, rows.size(), sum, rows);
  }

  private static List<Signal> counted(
      Watch watch, About about, SignalRule rule, int found, String sum, List<Long> rows) {
    return found < rule.limit()
        ? List.of()
        : List.of(new Signal(rule.kind(), about, watch.day(), found / rule.limit(), sum, rows));
  }

  /// The sum starts again at zero when it falls below: one bad week is forgotten, a habit is not
  /// (Page, Biometrika 41, 1954).
  private static List<Signal> series(Watch watch, ActorKey actor, Tally tally, SignalRule rule) {
    var weeks = tally.weeks();
    var sums = new double[weeks.length];
    double sum = 0;
    for (int week = 0; week < weeks.length; week++) {
      sum = Math.max(0, sum + weeks[week] - rule.slack());
      sums[week] = sum;
    }
    boolean isNow = weeks.length > 0 && weeks[weeks.length - 1] > 0;
    if (sum < rule.limit() || !isNow) {
      return List.of();
    }
    var words =
        "Onverklaard per week, oudste eerst: %s. Opgeteld, elke week %s eraf, nooit onder nul: %s. Grens: %s."
            .formatted(
                IntStream.of(weeks).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
                Numbers.dutch(rule.slack()),
                IntStream.range(0, sums.length)
                    .mapToObj(week -> Numbers.dutch(sums[week]))
                    .collect(Collectors.joining(" ")),
                Numbers.dutch(rule.limit()));
    return List.of(
        new Signal(
            rule.kind(),
            new About.Person(actor),
            watch.day(),
            sum / rule.limit(),
            words,
            tally.rows(rule.kind())));
  }

  /// What the policy names and nobody can reckon, as sentences for the officer.
  public static List<String> notReckoned(ControlPolicy policy) {
    return policy.signals().values().stream()
        .filter(rule -> rule.kind().way() == SignalKind.Way.ABSENT)
        .map(SignalRule::sentence)
        .toList();
  }
}
