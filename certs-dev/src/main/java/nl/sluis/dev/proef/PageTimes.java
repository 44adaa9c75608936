package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.sluis.dev.partner.Answer;

/// How long each kind of page took and how large the largest was.
///
/// A file to keep and a deed that leads elsewhere are timed and not judged: only pages are. The
/// time is that of the whole way over TLS on this machine. For one thread.
final class PageTimes {
  private static final String FILE = "content-disposition";

  private static final int LATER = 503;
  private static final int AGAIN = 3;

  private final List<String> refusals = new ArrayList<>();
  private final Map<String, Kind> kinds = new TreeMap<>();

  /// What came back.
  private enum What {
    PAGE(""),
    FILE(" bestand"),
    DEED(" handeling");

    private final String said;

    What(String said) {
      this.said = said;
    }

    static What of(Answer answer) {
      if (answer.status() == 303) {
        return DEED;
      }
      return answer.headers().containsKey(PageTimes.FILE) ? FILE : PAGE;
    }
  }

  private static final class Kind {
    private final List<Double> millis = new ArrayList<>();
    private int bytes;
    private What what = What.PAGE;

    double[] sorted() {
      return millis.stream().mapToDouble(one -> one).sorted().toArray();
    }
  }

  /// Opens something. Whoever is told to come back later does so, a few times; that it was told so
  /// is remembered, with how long it took to be.
  ///
  /// @param counts whether it is remembered how long that took
  /// @throws IllegalStateException when what comes back is neither a page nor the way to one
  Answer open(String kind, boolean counts, Supplier<Answer> opens) {
    for (int again = 0; ; again++) {
      var begin = System.nanoTime();
      var answer = opens.get();
      double took = (System.nanoTime() - begin) / 1e6;
      if (answer.status() == 200 || answer.status() == 303) {
        if (counts) {
          remember(kind, answer, took);
        }
        return answer;
      }
      var what = "`%s` antwoordde %d na %.0f ms".formatted(kind, answer.status(), took);
      if (answer.status() != LATER || again == AGAIN) {
        throw new IllegalStateException(what);
      }
      refusals.add(what);
    }
  }

  private void remember(String kind, Answer answer, double took) {
    var all = kinds.computeIfAbsent(kind, _ -> new Kind());
    all.millis.add(took);
    all.what = What.of(answer);
    all.bytes = Math.max(all.bytes, size(answer.body()));
  }

  /// How long it is in UTF-8, counted without writing it down: what is measured must not wait for
  /// the garbage of who measures.
  private static int size(String text) {
    return text.codePoints()
        .map(one -> one < 0x80 ? 1 : one < 0x800 ? 2 : one < 0x10000 ? 3 : 4)
        .sum();
  }

  /// Which kinds were opened.
  Set<String> kinds() {
    return kinds.keySet();
  }

  /// Prints all of it.
  ///
  /// @param mostMillis within which a page must come, at p99
  /// @param mostBytes how large a page may be; [Integer#MAX_VALUE] when nobody asks
  /// @return whether every page came soon enough and was small enough
  boolean tell(double mostMillis, int mostBytes, PrintStream out) {
    out.printf(
        "%-52s %5s %8s %8s %8s %8s%n", "bladzijde", "keer", "p50 ms", "p99 ms", "meest", "bytes");
    boolean soon = true;
    boolean small = true;
    for (var one : kinds.entrySet()) {
      var kind = one.getValue();
      var sorted = kind.sorted();
      double p99 = sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
      boolean isPage = kind.what == What.PAGE;
      boolean isLate = isPage && p99 > mostMillis;
      boolean isLarge = isPage && kind.bytes > mostBytes;
      out.printf(
          Locale.ROOT,
          "%-52s %5d %8.1f %8.1f %8.1f %8d%s%s%s%n",
          one.getKey(),
          sorted.length,
          sorted[sorted.length / 2],
          p99,
          sorted[sorted.length - 1],
          kind.bytes,
          kind.what.said,
          isLate ? " TE LAAT" : "",
          isLarge ? " TE GROOT" : "");
      soon &= !isLate;
      small &= !isLarge;
    }
    out.println(
        "tijd: de hele weg over TLS op deze machine, dus meer dan de server eraan besteedt");
    out.println(
        "bytes: de grootste, niet ingepakt, zonder stijl en plaatjes (die bewaart de browser)");
    out.println(
        "bestand: om te bewaren, en handeling: leidt ergens heen; de grenzen gelden er niet voor");
    out.println(
        soon
            ? "Elke bladzijde kwam op tijd (p99 hoogstens %.0f ms).".formatted(mostMillis)
            : "FOUT: een bladzijde kwam te laat (p99 meer dan %.0f ms).".formatted(mostMillis));
    if (mostBytes < Integer.MAX_VALUE) {
      out.println(small ? "Geen bladzijde is te groot." : "FOUT: een bladzijde is te groot.");
    }
    refusals.forEach(what -> out.println("FOUT: " + what));
    return soon && small && refusals.isEmpty();
  }
}
