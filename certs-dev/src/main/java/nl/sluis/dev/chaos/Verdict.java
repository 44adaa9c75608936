package nl.sluis.dev.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.dev.chaos.Harm.Kind;

/// Holds what senders, receivers and a parent know against the logbook, and names what disagrees.
///
/// Pure: it sees no gateway and no database. Used once, by one thread.
final class Verdict {
  private static final String CONFIRMED = "bevestigd";

  private final Ledger ledger;
  private final Set<String> dead;
  private final Map<String, List<LogLine>> accepted = new HashMap<>();
  private final Map<String, List<LogLine>> handed = new HashMap<>();
  private final Map<String, List<LogLine>> confirmed = new HashMap<>();
  private final Map<String, LogLine> ended = new HashMap<>();
  private final Map<String, Long> withdrawn = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final List<Harm> harms = new ArrayList<>();
  private int underWay;
  private long longestNanos;

  private Verdict(Ledger ledger, List<LogLine> log, Set<String> dead) {
    this.ledger = ledger;
    this.dead = Set.copyOf(dead);
    log.forEach(this::read);
  }

  /// @param log every row, in its order
  /// @param dead parcels of which their receivers were told that they are brought no more
  static Verdict of(Ledger ledger, List<LogLine> log, Set<String> dead) {
    var verdict = new Verdict(ledger, log, dead);
    verdict.lost();
    verdict.duplicated();
    verdict.afterWithdrawal();
    verdict.unlogged();
    return verdict;
  }

  private void read(LogLine line) {
    if (line.kind().equals("aangenomen")) {
      add(accepted, line.jti(), line);
    } else if (line.isHandOver()) {
      add(handed, line.parcel(), line);
    } else if (line.kind().equals(CONFIRMED)) {
      add(confirmed, line.parcel(), line);
    } else if (line.isEnd()) {
      ended.putIfAbsent(line.parcel(), line);
    } else if (line.isRefusal()) {
      refused.add(line.jti());
    } else if (!line.ended().isEmpty()) {
      withdrawn.putIfAbsent(line.ended(), line.index());
    }
  }

  private static void add(Map<String, List<LogLine>> to, String key, LogLine line) {
    to.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
  }

  private void harm(Kind kind, String what) {
    harms.add(new Harm(kind, what));
  }

  /// Whatever was accepted is with its receiver, or was lawfully stopped and says so.
  private void lost() {
    ledger
        .accepted()
        .forEach(
            (jti, ack) -> {
              var rows = accepted.getOrDefault(jti, List.of());
              if (rows.isEmpty()) {
                harm(Kind.LOST, "een bevestigd bericht staat niet in het logboek");
              } else if (!rows.getFirst().parcel().equals(ack.parcel())
                  || !rows.getFirst().transaction().equals(ack.transaction())) {
                harm(Kind.LOST, "een bevestigd bericht heeft in het logboek een ander nummer");
              }
            });
    accepted.values().forEach(rows -> arrived(rows.getFirst()));
  }

  private void arrived(LogLine row) {
    var holds = ledger.arrivals().containsKey(row.parcel());
    if (confirmed.containsKey(row.parcel())) {
      if (!holds) {
        harm(Kind.LOST, "het logboek zegt bevestigd, en de ontvanger heeft het niet");
      }
      return;
    }
    if (ended.containsKey(row.parcel())) {
      // Why it stopped, and that it did, is told at the end of its term only (design 10.11).
      if (ledger.end(row.transaction()).equals(CONFIRMED)) {
        harm(Kind.LOST, "een bericht is gestopt en de afzender leest dat het is bevestigd");
      }
      return;
    }
    if (!dead.contains(row.parcel())) {
      harm(
          Kind.LOST,
          holds
              ? "een ontvangen pakket is nergens bevestigd of gestopt"
              : "een aangenomen bericht is niet aangekomen en nergens gestopt");
    }
  }

  /// Who knows a parcel by its number has everything once.
  private void duplicated() {
    ledger.twoAnswers().forEach(_ -> harm(Kind.DUPLICATED, "een bericht kreeg twee antwoorden"));
    moreThanOnce(accepted, "een bericht is twee keer aangenomen");
    moreThanOnce(confirmed, "een pakket is twee keer bevestigd");
    handed
        .values()
        .forEach(
            rows -> {
              if (rows.stream().filter(row -> row.kind().equals("verstrekt")).count() != 1) {
                harm(Kind.DUPLICATED, "een pakket is niet precies één keer verstrekt");
              }
            });
    var parcels = new HashMap<String, String>();
    ledger
        .arrivals()
        .forEach(
            (parcel, arrivals) -> {
              var first = arrivals.getFirst().handed();
              if (arrivals.stream()
                  .anyMatch(
                      other ->
                          !other.handed().content().equals(first.content())
                              || !other.handed().message().equals(first.message()))) {
                harm(Kind.DUPLICATED, "een pakket kwam nog eens, met andere bytes");
              }
              if (parcels.putIfAbsent(first.message(), parcel) != null) {
                harm(Kind.DUPLICATED, "een bericht kwam in twee pakketten");
              }
            });
  }

  private void moreThanOnce(Map<String, List<LogLine>> rows, String what) {
    rows.values().stream().filter(l -> l.size() > 1).forEach(_ -> harm(Kind.DUPLICATED, what));
  }

  /// By the order of the logbook, and by the clocks of the parent and of the receiver.
  private void afterWithdrawal() {
    handed.values().stream()
        .flatMap(List::stream)
        .filter(
            row ->
                row.consents().stream()
                    .anyMatch(c -> withdrawn.getOrDefault(c, Long.MAX_VALUE) < row.index()))
        .forEach(_ -> harm(Kind.AFTER_WITHDRAWAL, "een rij over uitreiken volgt op de intrekking"));
    ledger
        .arrivals()
        .forEach(
            (parcel, arrivals) ->
                arrivals.forEach(
                    arrival ->
                        row(parcel, arrival).stream()
                            .flatMap(row -> row.consents().stream())
                            .map(consent -> ledger.withdrawn().getOrDefault(consent, never()))
                            .filter(answered -> arrival.got() > answered)
                            .forEach(answered -> late(arrival, answered))));
  }

  private static long never() {
    return Long.MAX_VALUE;
  }

  private void late(Ledger.Arrival arrival, long answered) {
    if (arrival.begun() > answered) {
      harm(Kind.AFTER_WITHDRAWAL, "na het antwoord aan de ouder is nog iets uitgereikt");
    } else {
      underWay++;
      longestNanos = Math.max(longestNanos, arrival.got() - answered);
    }
  }

  private List<LogLine> row(String parcel, Ledger.Arrival arrival) {
    return handed.getOrDefault(parcel, List.of()).stream()
        .filter(row -> row.nonce().equals(arrival.handed().nonce()))
        .toList();
  }

  /// Every byte that came, every no that was heard and every withdrawal that was answered.
  private void unlogged() {
    ledger
        .arrivals()
        .forEach(
            (parcel, arrivals) ->
                arrivals.stream()
                    .filter(arrival -> row(parcel, arrival).isEmpty())
                    .forEach(_ -> harm(Kind.UNLOGGED, "er kwam iets dat geen rij heeft")));
    ledger.refused().stream()
        .filter(jti -> !refused.contains(jti))
        .forEach(_ -> harm(Kind.UNLOGGED, "een weigering heeft geen rij"));
    ledger.confirmed().stream()
        .filter(parcel -> !confirmed.containsKey(parcel))
        .forEach(_ -> harm(Kind.UNLOGGED, "een beantwoorde bevestiging heeft geen rij"));
    ledger.withdrawn().keySet().stream()
        .filter(consent -> !withdrawn.containsKey(consent))
        .forEach(_ -> harm(Kind.UNLOGGED, "een beantwoorde intrekking heeft geen rij"));
  }

  /// Everything that may not be.
  List<Harm> harms() {
    return List.copyOf(harms);
  }

  /// How often a promise was broken.
  long count(Kind kind) {
    return harms.stream().filter(harm -> harm.kind() == kind).count();
  }

  /// How many messages the logbook says were let through.
  int acceptedCount() {
    return accepted.size();
  }

  /// How many of those were lawfully stopped.
  int endedCount() {
    return ended.size();
  }

  /// How many withdrawals the logbook has.
  int withdrawalCount() {
    return withdrawn.size();
  }

  /// How many refusals the logbook has.
  int refusedCount() {
    return refused.size();
  }

  /// How often something was under way when the parent heard that the yes was taken back: recorded
  /// before, and come in after.
  int underWay() {
    return underWay;
  }

  /// How many milliseconds after that the last of those came in.
  double longestMillis() {
    return longestNanos / 1e6;
  }
}
