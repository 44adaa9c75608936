package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.sluis.dev.demo.Story;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.PageRoute;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.JumpingClock;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.ScenarioReader;
import nl.sluis.gateway.keys.ReferenceKeys;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// How long an officer waits for each page of the desk when the logbook holds the rows of a region
/// over five years, and whether the rows of an organisation can be taken home while the heap of the
/// gateway has a ceiling.
///
/// The logbook is filled by the writer of the product; beside it stands the work of those years.
/// Chapters of the story are played before, so that there is work of every kind. For one thread.
final class Toezicht {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final String FIRST = "01-signaal-met-toestemming";
  private static final List<String> LATER =
      List.of(
          "02-zonder-gesprek-met-ouders",
          "03-een-categorie-te-veel",
          "08-melding-bij-veilig-thuis",
          "11-achteraf-bleek-het-onterecht");
  private static final String MOTHER = "999900018";
  private static final double MOST_MILLIS = 50;
  private static final int TURNS = 300;
  private static final int WARM = 25;

  /// Below so many a p99 is one page that happened to be slow, and says nothing.
  private static final int FEWEST = 150;

  private static final Duration LONGEST = Duration.ofMinutes(8);
  private static final int SINCERE = 50_000;

  /// As many as a case about one child can hold, nearly.
  private static final int OF_ONE_CHILD = 900;

  private static final int EXPORTS = 4;
  private static final String HEAP = "-Xmx192m";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT);

  private final Rig rig;
  private final DevGateway gateway;
  private final int rows;
  private final Duration exporting;
  private final PrintStream out;

  private Toezicht(Rig rig, DevGateway gateway, int rows, int minutes, PrintStream out) {
    this.rig = rig;
    this.gateway = gateway;
    this.rows = rows;
    this.exporting = Duration.ofMinutes(minutes);
    this.out = out;
  }

  /// @param rows how many the logbook holds
  /// @param minutes how long is exported at most
  /// @return 0 when every page came soon enough and every export held, and 1 when not
  static int run(int rows, int minutes, PrintStream out) {
    try (var rig = Rig.standing(START);
        var gateway =
            DevGateway.start(rig.site(), rig.postgres().database(), DevGateway.Ports.ANY)) {
      return new Toezicht(rig, gateway, rows, minutes, out).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows could not be written", e);
    }
  }

  private int run() throws IOException, SQLException {
    play(FIRST);
    var example = Logboek.example(gateway.database());
    // Before there are many rows: a chapter reckons the whole logbook through.
    for (var chapter : LATER) {
      play(chapter);
    }
    new FamilyHomes(gateway).lookedAt(MOTHER);
    report();
    fill(example);
    asksWhy();
    int things = Math.clamp(rows / 2_000, 40, 5_000);
    OfficerWork.write(gateway.database(), gateway.clock().instant().toString(), things);
    out.printf(
        "daarnaast van vijf jaar: %d taken, nacontroles, stopberichten en signalen, van twee"
            + " organisaties, bijna alle afgehandeld%n",
        things);
    Settled.after(gateway.database());
    return Math.max(pages(), exports());
  }

  private void play(String chapter) throws IOException {
    var reader =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), gateway.clock().instant());
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    // What its steps come to is for the story to judge; here they only leave rows behind.
    var _ = new Runner(gateway, new Report(silent)).play(Story.read(chapter, reader));
  }

  /// Of which quarter it is does not matter: what was made is read, however many rows there are.
  private void report() {
    try (var browser = DevOfficer.CONVENANTBEHEERDER.at(gateway)) {
      var token = Map.of("bewijs", browser.formToken(OfficerWalk.HOME));
      var place =
          PageRoute.links(browser.get(OfficerWalk.HOME + "/rapport").body()).stream()
              .filter(link -> link.matches(OfficerWalk.HOME + "/rapport/[^/]+/[^/]+"))
              .findFirst()
              .orElseThrow();
      made(browser.post(place, token));
    }
  }

  /// @param example whose exchange is told again
  private void fill(UUID example) throws SQLException {
    var database = gateway.database();
    var children = new FamilyHomes(gateway).children();
    ManyRows.Written written;
    try (var many = ManyRows.like(rig.site(), database, example)) {
      written = many.write(rows, children);
      var _ = many.write(ofOneChild(), List.of(child()), Duration.ZERO);
    }
    out.printf(
        Locale.ROOT,
        "%,d rijen over %,d mensen, in %.0f s: %,.0f rijen per s%n",
        rows,
        written.people().size(),
        written.seconds(),
        written.perSecond());
  }

  private int ofOneChild() {
    return Math.min(OF_ONE_CHILD, rows / 20);
  }

  /// The first child that the school put on record here.
  private UUID child() throws SQLException {
    try (var owner = gateway.database().owner();
        var select = owner.prepareStatement("select subject_id from alias where hmac = ?")) {
      var references = new SubjectReference(ReferenceKeys.of(rig.site().keys(), 1));
      select.setBytes(
          1,
          references.keyed(
              new Oin(AskingSchool.SCHOOL), ReferenceKind.EIGEN_KENMERK, FamilyHomes.named(0)));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    } catch (ReferenceFault e) {
      throw new IllegalStateException("a name of our own is always in form", e);
    }
  }

  private void asksWhy() {
    try (var mother = SimulatedBrowser.at(gateway)) {
      mother.logIn(MOTHER);
      new FamilyWalk(gateway, new Random(7)).asks(mother);
    }
  }

  private int pages() {
    var today = LocalDate.ofInstant(gateway.clock().instant(), Age.CALENDAR);
    boolean sincere = rows >= SINCERE;
    int turns = sincere ? TURNS : 2;
    try (var walk = new OfficerWalk(gateway, today, new Random(11))) {
      opensCase(today);
      walk.enter(gateway, DevOfficer.FG_SCHOOL, true);
      walk.enter(gateway, DevOfficer.BEOORDELAAR, false);
      walk.enter(gateway, DevOfficer.CONVENANTBEHEERDER, false);
      walk.enter(gateway, DevOfficer.AUDITOR, false);
      var until = System.nanoTime() + LONGEST.toNanos();
      int done = 0;
      for (int turn = sincere ? -WARM : 0; turn < turns && System.nanoTime() < until; turn++) {
        walk.turn(turn >= 0);
        done = Math.max(0, turn + 1);
      }
      out.printf(
          "vier functies, %d ronden langs alles wat zij mogen openen (%d om warm te worden)%n",
          done, sincere ? WARM : 0);
      boolean good = walk.times().tell(MOST_MILLIS, Integer.MAX_VALUE, out);
      if (done < Math.min(turns, FEWEST)) {
        out.println("FOUT: in de tijd die er was is te weinig geopend om een p99 te noemen.");
        return 1;
      }
      var unopened = walk.unopened();
      out.println(
          unopened.isEmpty()
              ? "Elke soort bladzijde is geopend."
              : "FOUT: hier leidde niets heen: " + String.join(", ", unopened));
      return good && unopened.isEmpty() ? 0 : 1;
    }
  }

  /// About one child, as large as a case may be, nearly.
  private void opensCase(LocalDate today) {
    try (var browser = DevOfficer.FG_SCHOOL.at(gateway)) {
      var form =
          Map.of(
              "soort",
              "datalek",
              "richting",
              "alles",
              "van",
              today.minusDays(60).format(DAY),
              "tot",
              today.format(DAY),
              "bekendDag",
              today.format(DAY),
              "bekendTijd",
              "08:00",
              "kenmerk",
              FamilyHomes.named(0),
              "toelichting",
              "Er is een lijst naar de verkeerde gegaan, van een kind.");
      var sent = new LinkedHashMap<>(form);
      sent.put("bewijs", browser.formToken(OfficerWalk.HOME));
      made(browser.post(OfficerWalk.HOME + "/datalek", sent));
    }
  }

  private static void made(Answer answer) {
    if (answer.status() != 303) {
      throw new IllegalStateException("nothing was made: status " + answer.status());
    }
  }

  /// Everything of the school, and three years of it, at once.
  private int exports() {
    var ahead = Duration.between(InstantSource.system().instant(), gateway.clock().instant());
    var clock = JumpingClock.in(rig.folder().resolve("klok"));
    clock.jumps(ahead);
    gateway.clock().follow(InstantSource.offset(InstantSource.system(), ahead));
    var ports = Rig.freePorts();
    var browsers = new ArrayList<SimulatedBrowser>();
    try (var child =
        rig.gateway("plafond", ports, gateway.database(), clock, List.of(HEAP))
            .awaitListening(ports.people())) {
      var exports = new Exports(child, out);
      var people = URI.create("https://localhost:" + ports.people());
      var year = LocalDate.ofInstant(gateway.clock().instant(), Age.CALENDAR).getYear();
      for (int i = 0; i < EXPORTS; i++) {
        var browser = DevOfficer.FG_SCHOOL.at(rig.site(), SimulatedBrowser.at(rig.site(), people));
        browsers.add(browser);
        if (i == 0) {
          exports.add("alles", browser, Map.of());
        } else {
          exports.add("jaar " + (year - i), browser, year(year - i));
        }
      }
      out.printf(
          "%d keer tegelijk regels als bestand, van een gateway met %s, hoogstens %d minuten:%n",
          EXPORTS, HEAP, exporting.toMinutes());
      boolean held = exports.run(exporting);
      out.println(
          held
              ? "Elk bestand kwam terwijl het werd gemaakt, en het geheugen bleef begrensd."
              : "FOUT: een bestand brak af. " + child.told());
      return held ? 0 : 1;
    } finally {
      browsers.forEach(SimulatedBrowser::close);
    }
  }

  private static Map<String, String> year(int year) {
    return Map.of("van", year + "-01-01", "tot", year + "-12-31");
  }
}
