package nl.sluis.dev.duur;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Whether a gateway stayed as it was: flat memory, flat waiting, nothing that failed.
///
/// The first quarter is for warming up and is not judged. Pure; used by one thread.
final class Judgement {
  /// The least that a program can keep of each exchange and still lose its memory by it: an entry
  /// of a map with its key. Less than that for each exchange, and nothing is kept of exchanges.
  static final double BYTES_EACH = 32;

  /// No full collection tells the same twice: buffers of connections, and what the JVM itself
  /// keeps, come and go. As part of the ceiling of the heap.
  static final double NOISE = 0.02;

  /// Code goes on being compiled for a long time, and malloc keeps arenas. As part of what the
  /// process holds at the end of the first quarter.
  static final double RESIDENT_NOISE = 0.05;

  /// Two quarters of one hour on a machine at rest differ by less; what grows with every exchange,
  /// such as a table that is read through, has by then grown threefold.
  static final double RATIO = 1.5;

  /// Less than this tells of the scheduler of the machine.
  static final double LEAST_MILLIS = 5;

  /// So many threads, files or connections more than before may be chance.
  static final int FEW = 8;

  private final List<String> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Judgement() {}

  /// What is judged.
  ///
  /// @param heapMiB the ceiling of the heap
  /// @param seconds how long it lasted
  /// @param planned how many exchanges should have begun
  /// @param readings what was seen of the gateway, in order
  /// @param waits how long exchanges took
  /// @param findings what is wrong with the logbook
  record Course(
      int heapMiB,
      double seconds,
      long planned,
      List<Reading> readings,
      Waits waits,
      List<String> findings) {
    /// Copies its lists.
    Course {
      readings = List.copyOf(readings);
      findings = List.copyOf(findings);
    }

    List<Reading> quarter(int number) {
      return readings.stream()
          .filter(one -> Math.min(4, (int) (one.second() * 4 / seconds) + 1) == number)
          .toList();
    }

    List<Reading> afterWarming() {
      return readings.stream().filter(one -> one.second() * 4 >= seconds).toList();
    }

    /// How many exchanges there were between the first and the last of these readings.
    double exchanges(List<Reading> some) {
      return some.isEmpty()
          ? 0
          : planned * (some.getLast().second() - some.getFirst().second()) / seconds;
    }
  }

  /// Judges.
  static Judgement of(Course course) {
    var judgement = new Judgement();
    judgement.failures(course);
    judgement.memory(course);
    judgement.level("draden", course, Reading::threads);
    judgement.level("open bestanden", course, Reading::files);
    judgement.level("verbindingen met PostgreSQL", course, Reading::connections);
    judgement.level("wachtend op een verbinding", course, Reading::waiting);
    judgement.waiting(course);
    course.findings().forEach(one -> judgement.faults.add("logboek: " + one));
    return judgement;
  }

  private void failures(Course course) {
    course.waits().faults().forEach((what, count) -> faults.add(count + " keer " + what));
    long over = course.waits().wentWell();
    long failed = course.waits().faults().values().stream().mapToLong(Long::longValue).sum();
    if (over + failed != course.planned()) {
      faults.add((course.planned() - over - failed) + " uitwisselingen kwamen niet tot een eind");
    }
    lines.add(
        "%d uitwisselingen gepland, %d goed, %d mislukt".formatted(course.planned(), over, failed));
  }

  private void memory(Course course) {
    var live = new Slope();
    var resident = new Slope();
    var later = course.afterWarming();
    later.forEach(
        one -> {
          one.liveMiB().ifPresent(mib -> live.add(one.second(), mib));
          resident.add(one.second(), one.residentMiB());
        });
    double kept = course.exchanges(later) * BYTES_EACH / (1 << 20);
    if (live.points() < 3) {
      faults.add("te kort om te zien of geheugen blijft liggen: minder dan drie volle opruimingen");
    }
    rise("levend geheugen", live, Math.max(kept, NOISE * course.heapMiB()));
    double held = later.isEmpty() ? 0 : later.getFirst().residentMiB();
    rise("geheugen van het proces (RSS)", resident, Math.max(kept, RESIDENT_NOISE * held));
  }

  private void rise(String what, Slope slope, double most) {
    say(
        slope.rise() <= most,
        String.format(
            Locale.ROOT, "%s: %+.1f MiB na het opwarmen, hoogstens %.1f", what, slope.rise(), most),
        what + " blijft groeien");
  }

  private void level(String what, Course course, ToDoubleFunction<Reading> look) {
    double before = Slope.middle(course.quarter(2).stream().mapToDouble(look).toArray());
    double after = Slope.middle(course.quarter(4).stream().mapToDouble(look).toArray());
    say(
        after <= before + Math.max(FEW, before / 10),
        "%s: in het tweede kwart %.0f, in het laatste %.0f".formatted(what, before, after),
        "steeds meer " + what);
  }

  private void waiting(Course course) {
    int windows = (int) Math.ceil(course.seconds() / Waits.WINDOW_SECONDS);
    int quarter = Math.max(1, windows / 4);
    double before = course.waits().millis(quarter, 2 * quarter, 0.99);
    double after = course.waits().millis(windows - quarter, windows, 0.99);
    double most = Math.max(RATIO * before, before + LEAST_MILLIS);
    say(
        after <= most,
        String.format(
            Locale.ROOT,
            "p99: in het tweede kwart %.1f ms, in het laatste %.1f ms, hoogstens %.1f",
            before,
            after,
            most),
        "het wachten groeit");
  }

  private void say(boolean held, String line, String fault) {
    lines.add(line);
    if (!held) {
      faults.add(fault + " (" + line + ")");
    }
  }

  /// What was found of each, in Dutch.
  List<String> lines() {
    return List.copyOf(lines);
  }

  /// What is not as it should be, in Dutch; empty when it stayed as it was.
  List<String> faults() {
    return List.copyOf(faults);
  }
}
