package nl.sluis.dev.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.sluis.dev.getuige.WitnessProcess;
import nl.sluis.dev.partner.DevCollector;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevPost;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.OwnFiles;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.Scenario;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.dev.voorbeeld.Verdict;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.logbook.LogKey;

/// `./sluis demo`: plays the story and stays up, so that anybody can look around.
public final class Demo {
  /// Where people find it with a browser, when that port is free.
  public static final URI PEOPLE = URI.create("https://localhost:8444");

  /// Where professionals find the desk of their organisation, when that port is free.
  public static final URI WORKPLACE = URI.create("https://localhost:8460");

  /// Where certificate requests are laid, seen from the folder of the demo.
  public static final String TRAY = "aanvragen";

  /// Where scenarios are laid that are to be played on it, seen from the folder of the demo.
  public static final String PLAYS = "naspelen";

  private static final int PARTNER_PORT = 8443;
  private static final int WITNESS_PORT = 8450;
  private static final int PROVIDER_PORT = 8451;

  private static final int WORKER_PROVIDER_PORT = 8461;

  private final Path folder;
  private final PrintStream out;
  private final InstantSource clock;
  private final List<String> story;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param folder where its data is kept
  /// @param out where it is told
  /// @param clock says what day it is, and measures how long it takes
  public Demo(Path folder, PrintStream out, InstantSource clock) {
    this(folder, out, clock, Story.CHAPTERS);
  }

  /// The same with some chapters only.
  Demo(Path folder, PrintStream out, InstantSource clock, List<String> story) {
    this.folder = folder;
    this.out = out;
    this.clock = clock;
    this.story = List.copyOf(story);
  }

  /// Plays the story.
  ///
  /// @param once whether to stop afterwards
  /// @return the exit code: zero when everything went as told
  public int run(boolean once) throws IOException {
    try {
      return playAndStay(once);
    } finally {
      closed.countDown();
    }
  }

  private int playAndStay(boolean once) throws IOException {
    var started = clock.instant();
    var reader = new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), clock.instant());
    // The chapter of the families is told by the calendar of this machine; a clock runs forward.
    var chapters =
        story.stream()
            .map(name -> Story.read(name, reader))
            .sorted(Comparator.comparing(Scenario::start))
            .toList();
    var first = chapters.getFirst().start();
    try (var postgres = DevPostgres.kept(folder.resolve("postgres"))) {
      forgetTheLast();
      var site = DevSite.in(folder.resolve("site"), first);
      site.convenanten(Proposal.in(folder.resolve("convenanten")));
      site.login().at(FreePort.isFree(PROVIDER_PORT) ? PROVIDER_PORT : 0);
      try (var post = DevPost.start(site, false);
          var witness = witness(site);
          var gateway =
              DevGateway.start(
                  site, postgres.anew("demo"), ports(), DevRules.ON_THE_BEAT, signedBy(witness))) {
        var collector = gateway.connectCollector();
        sign(gateway);
        var ready = clock.instant();
        var verdicts = play(chapters, postgres, site, gateway);
        int code = summary(verdicts, started, ready) + replay(gateway) + cosigned(gateway);
        code += lines(gateway, collector);
        if (!once) {
          gateway.followTime();
          try (var _ = Receivers.answering(gateway);
              var _ = RequestTray.open(folder.resolve(TRAY), gateway);
              var _ = PlayTray.open(folder.resolve(PLAYS), gateway);
              var desk = desk(gateway)) {
            stay(gateway, witness, post, desk);
          }
        }
        return code;
      }
    }
  }

  /// A story is told anew from nothing: of the hours in which the last one played, the keys are
  /// gone for good, so that nothing can be sent in them any more.
  private void forgetTheLast() throws IOException {
    for (var last : List.of(folder.resolve("site"), folder.resolve("getuige"))) {
      if (Files.exists(last)) {
        try (var files = Files.walk(last)) {
          for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static DevWorkplace desk(DevGateway gateway) throws IOException {
    boolean free = FreePort.isFree(WORKPLACE.getPort()) && FreePort.isFree(WORKER_PROVIDER_PORT);
    var ports = new DevWorkplace.Ports(WORKPLACE.getPort(), WORKER_PROVIDER_PORT);
    return DevWorkplace.start(gateway, DevWorker.ALL, free ? ports : DevWorkplace.Ports.ANY);
  }

  /// Somebody else than Sluis, who signs that the logbook only grows.
  private WitnessProcess witness(DevSite site) throws IOException {
    var log = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
    var port = FreePort.isFree(WITNESS_PORT) ? WITNESS_PORT : FreePort.any();
    var witness = WitnessProcess.start(folder.resolve("getuige"), List.of(log), port);
    Files.writeString(folder.resolveSibling("getuige.pid"), witness.pid() + "\n");
    return witness;
  }

  private static Settings.Witnesses signedBy(WitnessProcess witness) {
    return new Settings.Witnesses(List.of(witness.line()), Duration.ofMinutes(15));
  }

  private void sign(DevGateway gateway) {
    for (var convenant : DevConvenant.all()) {
      out.printf(
          "Convenant %s %s (%s): %d partijen tekenden.%n",
          convenant.id(),
          convenant.version(),
          convenant.status().name().toLowerCase(Locale.ROOT),
          gateway.haveSigned(convenant));
    }
  }

  /// Known before it starts: the sign-in service sends browsers back there.
  private static DevGateway.Ports ports() throws IOException {
    return FreePort.isFree(PARTNER_PORT) && FreePort.isFree(PEOPLE.getPort())
        ? new DevGateway.Ports(PARTNER_PORT, PEOPLE.getPort())
        : new DevGateway.Ports(FreePort.any(), FreePort.any());
  }

  private List<Verdict> play(
      List<Scenario> chapters, DevPostgres postgres, DevSite site, DevGateway gateway)
      throws IOException {
    var verdicts = new ArrayList<Verdict>();
    for (var chapter : chapters) {
      if (chapter.ownDatabase()) {
        // Whoever spoils a logbook does so in a database of its own: the kept one stays whole.
        try (var apart = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY)) {
          verdicts.add(new Runner(apart, new Report(out)).play(chapter));
        }
      } else {
        if (chapter.start().isBefore(gateway.clock().instant())) {
          gateway.turnBack(chapter.start());
        }
        verdicts.add(new Runner(gateway, new Report(out)).play(chapter));
      }
    }
    return verdicts;
  }

  private int summary(List<Verdict> verdicts, Instant started, Instant ready) {
    var wrong = verdicts.stream().filter(verdict -> !verdict.isAsExpected()).toList();
    var now = clock.instant();
    out.println();
    out.printf(
        "Het verhaal: %d hoofdstukken, %d stappen, in %.1f s (starten %.1f s, spelen %.1f s).%n",
        verdicts.size(),
        verdicts.stream().mapToInt(Verdict::steps).sum(),
        seconds(started, now),
        seconds(started, ready),
        seconds(ready, now));
    if (wrong.isEmpty()) {
      out.println("Alles ging zoals het hoort.");
      return 0;
    }
    for (var verdict : wrong) {
      out.println("Anders dan verwacht: " + verdict.title());
      verdict.differences().forEach(difference -> out.println("  " + difference));
    }
    return 1;
  }

  /// The same question has the same answer, also afterwards (P9).
  private int replay(DevGateway gateway) {
    var replayed = gateway.replayDecisions();
    out.print(replayed.text());
    return replayed.isSame() ? 0 : 1;
  }

  /// What the witness says of the story, as anybody can read it.
  private int cosigned(DevGateway gateway) throws IOException {
    gateway.askWitnesses();
    try (var log = gateway.site().publicLog(gateway.doorway())) {
      var newest = log.newest().map(Demo::rows).orElse(0L);
      var cosigned = log.cosigned(1).map(Demo::rows).orElse(0L);
      out.printf(
          "Het logboek telt %d rijen; een getuige buiten Sluis tekende mee bij %d.%n",
          newest, cosigned);
      return newest.equals(cosigned) ? 0 : 1;
    }
  }

  /// The size stands on the second line of a checkpoint.
  private static long rows(String checkpoint) {
    return checkpoint.lines().skip(1).findFirst().map(Long::parseLong).orElse(0L);
  }

  /// What a collector of the standards got of it meanwhile.
  private int lines(DevGateway gateway, DevCollector collector) {
    boolean sent = gateway.runHousekeeping();
    out.printf(
        "De verzamelaar kreeg %d regels (LDV) en %d besluiten (ADL) over OTLP.%n",
        collector.lines().size(), collector.decisions().size());
    return sent && !collector.lines().isEmpty() ? 0 : 1;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private void stay(DevGateway gateway, WitnessProcess witness, DevPost post, DevWorkplace desk) {
    post.tell(mail -> out.printf("%nPost voor %s:%n%s%n", mail.to(), mail.text()));
    var door = gateway.doorway();
    var site = gateway.site();
    out.println();
    out.println(
        "Sluis blijft draaien; de klok loopt nu gewoon mee. Stoppen: Ctrl-C of ./sluis stop");
    out.println("  voor partners (met certificaat):  " + door.partners());
    out.println("  voor mensen (browser):            " + door.people());
    out.printf(
        "  kijken als een ouder of jongere:  %s/aanmelden (%d mensen om uit te kiezen;"
            + " docs/wandelingen.md)%n",
        door.people(), site.login().people().all().size());
    DevOfficer.appoint(site.login().people());
    out.println(
        "  kijken als privacy officer:       "
            + door.people()
            + "/toezicht (docs/toezicht-wandelingen.md)");
    out.printf(
        "  werken als professional:          %s (%s; docs/werkplek-wandelingen.md)%n",
        desk.address(),
        DevWorker.ALL.stream().map(DevWorker::title).collect(Collectors.joining(", ")));
    site.unopened()
        .forEach(
            (letter, code) ->
                out.println(
                    "  post op papier:                   " + letter + ", met de code " + code));
    out.println("  post van Sluis:                   staat hieronder, zodra zij komt");
    out.println("  het logboek voor ieder (C2SP):    " + door.people() + "/logboek/checkpoint");
    out.println("  de getuige van het logboek:       " + witness.address());
    out.println("  de uitgever van de certificaten:  " + site.authority().trustFile());
    out.println("  certificaat en sleutels per partij: " + site.ownFolder());
    writeSettings(gateway);
    out.println("  instellingen voor ./sluis partner:  partner.yaml in die map (docs/partner.md)");
    out.println("  naam van het tokenadres (aud):    " + door.issuer());
    out.println("  de database:                      " + gateway.database().url());
    out.flush();
    // Whoever stops it waits until database and doors are closed in good order.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Everybody who plays can be played with the client, in the first of its roles.
  private static void writeSettings(DevGateway gateway) {
    for (var party : gateway.convenant().parties().values()) {
      if (Files.isDirectory(gateway.site().ownFolder().resolve(party.oin().value()))) {
        party.roles().stream()
            .findFirst()
            .ifPresent(held -> OwnFiles.settings(gateway, party.oin(), held.role()));
      }
    }
  }

  private void stop() {
    asked.countDown();
    try {
      if (!closed.await(20, TimeUnit.SECONDS)) {
        out.println("het afsluiten duurde te lang");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
