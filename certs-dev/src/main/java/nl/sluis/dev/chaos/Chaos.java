package nl.sluis.dev.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.dev.chaos.Clocked.Span;
import nl.sluis.dev.rig.GatewayProcess;
import nl.sluis.dev.rig.LogRows;
import nl.sluis.dev.rig.Rig;

/// `./sluis proef chaos`: two gateways on one PostgreSQL, schools that do everything wrong that a
/// partner's system does wrong, certificates that are replaced while they are used, a parent who
/// takes a yes back every second, and `kill -9` when nobody expects it.
///
/// First there is a quiet time at the same load, to compare with. In the end everything is right
/// again and what still waits arrives. Then senders, receivers, the parent and the logbook are held
/// against each other.
public final class Chaos {
  private final Rig rig;
  private final Plan plan;
  private final Region region;
  private final List<GatewayProcess> gateways;

  private Chaos(Rig rig, Plan plan, Region region, List<GatewayProcess> gateways) {
    this.rig = rig;
    this.plan = plan;
    this.region = region;
    this.gateways = gateways;
  }

  /// Runs it.
  ///
  /// @return 0 when every promise held, 1 when one did not
  public static int run(Plan plan, PrintStream out) {
    try (var rig = Rig.temporary();
        var region = Region.in(rig)) {
      rig.letLearn();
      try (var one = GatewayProcess.start(rig, "een");
          var two = GatewayProcess.start(rig, "twee")) {
        var gateways = List.of(one, two);
        region.connect(gateways, plan.children());
        return new Chaos(rig, plan, region, gateways).run(out);
      }
    }
  }

  private int run(PrintStream out) {
    var report = new ChaosReport(plan, region, out);
    report.begins();
    var ledger = region.ledger();
    var chance = new SplittableRandom(plan.seed());
    var sending = new Sending(region.pairs(), region.compared(), plan.perSecond(), chance, ledger);
    var parent = new Parent(region.pairs(), ledger);
    rest(plan.warming());
    startAnew();
    rest(plan.warming());
    var quiet = lasting(plan.quiet());
    var links = region.senders().stream().map(Sender::link).toList();
    var storm = new Storm(rig, gateways, region.schools(), links, plan.storm(), plan.seed());
    var stormy = lasting(plan.storm());
    sending.stop();
    parent.stop();
    storm.stop();
    parent.close();
    sending.close();
    var ending = new Ending(rig, region);
    double emptied = ending.await(plan.bringing());
    region.senders().forEach(Sender::askEnds);
    region.schools().forEach(School::close);
    gateways.forEach(GatewayProcess::stop);
    var log = LogRows.read(rig, LogLine::of);
    log.sort(Comparator.comparingLong(LogLine::index));
    var verdict = Verdict.of(ledger, log, ending.dead());
    report.storm(storm, emptied, ending.dead().size(), sending.withheld());
    var fast = report.times(quiet, stormy, storm.killings().absences());
    return report.ends(verdict, rig.checkLogbook()) && fast ? 0 : 1;
  }

  /// One by one, as an operator does: what the first learned since it began is there from then on.
  private void startAnew() {
    for (var gateway : gateways) {
      var _ = gateway.stop();
      var _ = gateway.startAgain();
    }
  }

  private static Span lasting(Duration time) {
    var begin = System.nanoTime();
    rest(time);
    return new Span(begin, System.nanoTime());
  }

  private static void rest(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
