package nl.sluis.gateway.boot;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nl.sluis.gateway.aflevering.Stand;
import nl.sluis.gateway.bedrijf.Metrics;
import nl.sluis.gateway.bedrijf.Standing;
import nl.sluis.gateway.sequencer.Sequencer;

/// What of a gateway is looked at whenever its measurements are asked for; `docs/beheer.md` names
/// each. One thread makes it.
final class Gauges {
  private static final String REPORT = ".melding";
  private static final double SECONDS_OF_DAY = 86_400;

  private final Metrics metrics;
  private final Settings settings;
  private final InstantSource clock;

  Gauges(Metrics metrics, Settings settings, InstantSource clock) {
    this.metrics = metrics;
    this.settings = settings;
    this.clock = clock;
  }

  void over(Operating.Seen seen, Standing standing) {
    line(seen.sequencer());
    pool(seen.database());
    logbook(standing);
    outside(seen);
    brought(seen.delivering(), standing);
    metrics.levels(
        "sluis.te.veel",
        "Verzoeken die boven het aandeel van deze partner gingen, sinds de start",
        "partner",
        () -> named(seen.shares().refused()));
    metrics.level(
        "sluis.onderweg", "Verzoeken die nog geen antwoord hebben", seen.doors()::underWay);
    metrics.level(
        "sluis.wachtkamer",
        "Meldingen van acuut gevaar die op de database wachten",
        () -> waiting(settings.acute().waitingRoom()));
  }

  private void line(Sequencer sequencer) {
    metrics.level("sluis.wachtrij", "Wat op een groep wacht", sequencer::backlog);
    metrics.count(
        "sluis.groepen",
        "Transacties waarin samen is vastgelegd",
        sequencer,
        one -> one.committed().batches());
    metrics.count(
        "sluis.groepen.werk",
        "Wat in die transacties is vastgelegd",
        sequencer,
        one -> one.committed().works());
  }

  private void pool(HikariDataSource database) {
    pool(
        database, "sluis.verbindingen.bezet", "in gebruik", HikariPoolMXBean::getActiveConnections);
    pool(database, "sluis.verbindingen.vrij", "vrij", HikariPoolMXBean::getIdleConnections);
    pool(
        database,
        "sluis.verbindingen.wachtend",
        "waarop gewacht wordt",
        HikariPoolMXBean::getThreadsAwaitingConnection);
  }

  private void pool(
      HikariDataSource database, String name, String which, ToIntFunction<HikariPoolMXBean> look) {
    metrics.level(
        name,
        "Verbindingen met de database " + which,
        () -> {
          var pool = database.getHikariPoolMXBean();
          return pool == null ? 0 : look.applyAsInt(pool);
        });
  }

  private void logbook(Standing standing) {
    metrics.level("sluis.logboek.rijen", "Rijen in het logboek", () -> standing.now().rows());
    metrics.level("sluis.logboek.bytes", "Het logboek op schijf", () -> standing.now().bytes());
    metrics.level("sluis.logboek.groei.bytes", "Hoeveel dat per dag groeit", standing::growth);
    metrics.level(
        "sluis.logboek.ongetekend.seconden",
        "Zo lang wacht de oudste rij op een controlepunt",
        standing::unsignedSeconds);
    metrics.level(
        "sluis.logboek.opruimen.dagen",
        "Over zoveel dagen mag de volgende maand weg",
        () -> standing.now().clears().map(this::days).orElse(Double.NaN));
    metrics.levels(
        "sluis.postbus.oudste.seconden",
        "Zo lang wacht het oudste pakket van deze ontvanger",
        "partner",
        () -> ages(standing.now().oldest()));
  }

  /// By how far it came and never by receiver: of a small school a count is one child.
  private void brought(Delivering delivering, Standing standing) {
    metrics.level(
        "sluis.aflevering.onderweg",
        "Pakketten die deze gateway nu brengt",
        delivering.dispatcher()::underWay);
    metrics.levels(
        "sluis.aflevering.pakketten",
        "Pakketten die worden gebracht en niet zijn aangekomen",
        "stand",
        () -> stands(standing.now().brought()));
  }

  private static Map<String, Long> stands(Map<Stand, Long> brought) {
    return Arrays.stream(Stand.values())
        .filter(Stand::isOpen)
        .collect(Collectors.toMap(Stand::code, stand -> brought.getOrDefault(stand, 0L)));
  }

  private void outside(Operating.Seen seen) {
    metrics.levels(
        "sluis.certificaat.dagen",
        "Zo lang is het certificaat van deze deur nog geldig",
        "deur",
        () -> left(seen.doors().certificates()));
    metrics.level(
        "sluis.eerste.einde.dagen",
        "Over zoveel dagen eindigt het eerste certificaat of de eerste sleutel",
        () -> first(seen.doors().fewestDays()));
    metrics.levels(
        "sluis.intrekkingslijst.dagen",
        "Zo lang is deze intrekkingslijst nog vers",
        "lijst",
        () -> left(lists(seen)));
    metrics.levels(
        "sluis.getuige.stil",
        "1 als deze getuige zwijgt of weigert",
        "getuige",
        () -> witnesses(seen));
  }

  private static double first(OptionalLong days) {
    return days.isPresent() ? days.getAsLong() : Double.NaN;
  }

  /// The names of witnesses that do not sign.
  static List<String> silent(Operating.Seen seen, InstantSource clock) {
    return seen.witnesses().standing(clock.instant()).entrySet().stream()
        .filter(each -> !each.getValue().word().equals("goed"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Integer> witnesses(Operating.Seen seen) {
    var silent = silent(seen, clock);
    var all = new HashMap<String, Integer>();
    seen.witnesses()
        .standing(clock.instant())
        .keySet()
        .forEach(name -> all.put(name, silent.contains(name) ? 1 : 0));
    return all;
  }

  private static Map<String, Instant> lists(Operating.Seen seen) {
    var until = new HashMap<String, Instant>();
    seen.doors().lists().forEach(list -> until.put(list.file(), list.nextUpdate()));
    return until;
  }

  private Map<String, Double> left(Map<String, Instant> until) {
    var days = new HashMap<String, Double>();
    until.forEach((name, instant) -> days.put(name, days(instant)));
    return days;
  }

  private double days(Instant until) {
    return Duration.between(clock.instant(), until).toSeconds() / SECONDS_OF_DAY;
  }

  private Map<String, Long> ages(Map<String, Instant> since) {
    var ages = new HashMap<String, Long>();
    since.forEach(
        (name, instant) ->
            ages.put(name, Math.max(0, Duration.between(instant, clock.instant()).toSeconds())));
    return ages;
  }

  private static Map<String, Long> named(Map<?, Long> counts) {
    var named = new HashMap<String, Long>();
    counts.forEach((key, count) -> named.put(String.valueOf(key), count));
    return named;
  }

  private static long waiting(Path room) {
    try (var files = Files.list(room)) {
      return files.filter(file -> String.valueOf(file.getFileName()).endsWith(REPORT)).count();
    } catch (IOException _) {
      return 0;
    }
  }
}
