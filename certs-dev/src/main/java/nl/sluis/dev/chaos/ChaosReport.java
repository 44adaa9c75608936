package nl.sluis.dev.chaos;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.dev.chaos.Clocked.Span;
import nl.sluis.dev.chaos.Clocked.Way;
import nl.sluis.gateway.logbook.LogbookReport;

/// Tells in Dutch what was done and what came of it. Used by one thread.
final class ChaosReport {
  /// Whoever does nothing wrong may wait so many times as long as without faults, and no longer.
  private static final double AT_MOST = 2.0;

  private final Plan plan;
  private final Region region;
  private final PrintStream out;

  ChaosReport(Plan plan, Region region, PrintStream out) {
    this.plan = plan;
    this.region = region;
    this.out = out;
  }

  /// Who takes part.
  void begins() {
    out.printf(
        "zaad %d; twee gateways op één PostgreSQL, %d CJG's, %d scholen, %d gezinnen tegelijk;%n",
        plan.seed(), region.senders().size(), region.schools().size(), region.pairs().size());
    out.printf(
        "%d berichten en één intrekking per seconde; %d s zonder en %d s met storingen%n",
        plan.perSecond(), plan.quiet().toSeconds(), plan.storm().toSeconds());
  }

  /// What went wrong, and how long it took until nothing waited any more.
  void storm(Storm storm, double emptied, int dead, int withheld) {
    out.println();
    out.println("school               weg       storing               keer  pakketten  nog eens");
    region
        .schools()
        .forEach(
            school ->
                out.printf(
                    "%s %-9s %-21s %4d  %9d  %8d%n",
                    school.oin(),
                    school.way().word(),
                    school.fault().word(),
                    school.tally().wrongs().get(),
                    school.tally().parcels().get(),
                    school.tally().repeats().get()));
    var absences = storm.killings().absences();
    var longest = absences.stream().mapToLong(s -> s.until() - s.from()).max().orElse(0);
    out.printf(
        "%nkill -9: %d keer, een gateway het langst weg: %.1f s%n", absences.size(), longest / 1e9);
    out.printf(
        "certificaten vervangen: %d van de gateways, %d van partners (de vorige ingetrokken)%n",
        storm.certificates().own(), storm.certificates().ofPartners());
    out.printf(
        "na de storingen lag er na %.0f s niets meer te wachten; onbestelbaar: %d%n",
        emptied, dead);
    if (withheld > 0) {
      out.printf("niet verstuurd omdat er te veel zonder antwoord was: %d%n", withheld);
    }
  }

  /// How long those waited who do nothing wrong.
  ///
  /// @param absences when a gateway was away
  /// @return whether nobody waited longer than is allowed
  boolean times(Span quiet, Span stormy, List<Span> absences) {
    out.println();
    out.println(
        "gezonde partners       zonder storing    met storingen     p99     zonder de tijd");
    out.println(
        "(milliseconden)        aantal p50 p99    aantal p50 p99    keer    van een herstart");
    var fast = true;
    for (var way : Way.values()) {
      var before = region.clocked().of(way, quiet);
      var after = region.clocked().of(way, stormy);
      var apart = region.clocked().outside(way, stormy, absences);
      out.printf(
          "%-16s %8d %6.0f %6.0f  %8d %6.0f %6.0f  %6.2f  %6.0f (%.2f)%n",
          way.word(),
          before.count(),
          before.p50(),
          before.p99(),
          after.count(),
          after.p50(),
          after.p99(),
          after.times(before),
          apart.p99(),
          apart.times(before));
      fast &= after.count() > 0 && after.times(before) <= AT_MOST;
    }
    out.println(
        fast
            ? "Wie niets fout doet wacht niet meer dan twee keer zo lang."
            : "FOUT: wie niets fout doet wacht meer dan twee keer zo lang.");
    return fast;
  }

  /// Whether every promise held.
  boolean ends(Verdict verdict, LogbookReport log) {
    out.printf(
        "%naangenomen %d, daarvan rechtmatig gestopt %d; geweigerd %d; intrekkingen %d%n",
        verdict.acceptedCount(),
        verdict.endedCount(),
        verdict.refusedCount(),
        verdict.withdrawalCount());
    out.printf(
        "al onderweg toen de ouder antwoord kreeg: %d, het langst %.0f ms%n",
        verdict.underWay(), verdict.longestMillis());
    for (var kind : Harm.Kind.values()) {
      out.printf("%s: %d%n", kind.word(), verdict.count(kind));
    }
    verdict.harms().stream()
        .collect(Collectors.groupingBy(Harm::what, Collectors.counting()))
        .forEach((what, times) -> out.printf("FOUT: %s (%d keer)%n", what, times));
    region.ledger().surprises().stream()
        .collect(Collectors.groupingBy(what -> what, Collectors.counting()))
        .forEach((what, times) -> out.printf("FOUT: %s (%d keer)%n", what, times));
    out.print(log.text());
    log.findings().forEach(finding -> out.println("FOUT: " + finding.text()));
    var well =
        verdict.harms().isEmpty()
            && region.ledger().surprises().isEmpty()
            && log.findings().isEmpty();
    out.println(well ? "Alles hield stand." : "Niet in orde.");
    return well;
  }
}
