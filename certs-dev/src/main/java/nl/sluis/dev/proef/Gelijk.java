package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Heard;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// Whether a sender can tell from an answer why there is no consent: by its words, its headers, its
/// length or its time.
///
/// Messages about children of each cause are sent in an order that chance made. What differs
/// between any two answers (the number of the exchange, the proof of its row, the clock) is put
/// aside by name; the rest must be the same to the byte. Of length and time it is asked how likely
/// chance alone would set the causes as far apart.
final class Gelijk {
  private static final int MOST_CHILDREN = 25;
  private static final int AT_ONCE = 8;
  private static final int WARM_UP = 1_000;
  private static final int PART = 4_000;
  private static final int ROUNDS = 10_000;
  private static final long SEED = 20_261_125L;
  private static final double RARE = 0.01;
  private static final List<Cause> CAUSES = List.of(Cause.values());
  private static final Set<String> CLOCK = Set.of("date", "fsc-transaction-id");

  private final Rig rig;
  private final Signals signals;
  private final int children;
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  /// Why there is no consent.
  private enum Cause {
    NOOIT_GEVRAAGD,
    GEWEIGERD,
    INGETROKKEN,
    UITGESTELD,
    BETWIST,
    ONVOLLEDIG,
    VERLOPEN,
    VERBRUIKT;

    String child(int i) {
      return "kind-" + name().toLowerCase(Locale.ROOT) + "-" + i;
    }
  }

  private Gelijk(Rig rig, Signals signals, int children) {
    this.rig = rig;
    this.signals = signals;
    this.children = children;
  }

  static int run(int perCause, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var signals = new Signals(rig);
      try (var gateway = rig.gateway("een", 0).awaitListening();
          var school = new Caller(rig, signals.school(), gateway.port(), AT_ONCE);
          var cjg = new Caller(rig, signals.cjg(), gateway.port(), AT_ONCE)) {
        school.authenticate();
        cjg.authenticate();
        signals.publishKey(cjg);
        return new Gelijk(rig, signals, Math.clamp(perCause / 20, 2, MOST_CHILDREN))
            .run(perCause, school, cjg, out);
      }
    }
  }

  private int run(int perCause, Caller school, Caller cjg, PrintStream out) {
    for (var cause : CAUSES) {
      for (int i = 0; i < children; i++) {
        arrange(cause, cause.child(i), school, cjg);
      }
    }
    letLapse();
    var order = order(perCause);
    var group = order.stream().mapToInt(Integer::intValue).toArray();
    var millis = new double[group.length];
    var length = new double[group.length];
    int warm = Math.min(WARM_UP, group.length);
    measure(warm, 0, group, new double[warm], new double[warm], school);
    answers.clear();
    for (int from = 0; from < group.length; from += PART) {
      school.authenticate();
      measure(Math.min(PART, group.length - from), from, group, millis, length, school);
    }
    out.printf(
        "%d oorzaken, elk %d berichten, door elkaar, %d tegelijk%n",
        CAUSES.size(), perCause, AT_ONCE);
    tell(group, millis, out);
    out.printf("verschillende antwoorden (woorden en koppen): %d%n", answers.size());
    double byLength = new Permutation(length, group).p(ROUNDS, SEED);
    double byTime = new Permutation(millis, group).p(ROUNDS, SEED);
    out.printf("lengte: p = %.4f; tijd: p = %.4f (%d keer verdeeld)%n", byLength, byTime, ROUNDS);
    pairs(group, millis, out);
    var report = rig.checkLogbook();
    out.print(report.text());
    boolean same = answers.size() == 1 && byLength > RARE && byTime > RARE;
    out.println(
        same
            ? "De oorzaken zijn niet van elkaar te onderscheiden."
            : "FOUT: de oorzaken zijn te onderscheiden.");
    answers.keySet().stream().skip(same ? 1 : 0).limit(same ? 0 : 8).forEach(out::println);
    return same && report.intact() ? 0 : 1;
  }

  private void arrange(Cause cause, String child, Caller school, Caller cjg) {
    expect(201, school.file("/v1/gezinsfeiten", signals.family(child)));
    var said =
        switch (cause) {
          case NOOIT_GEVRAAGD -> new String[0];
          case INGETROKKEN, VERLOPEN, VERBRUIKT -> new String[] {"gegeven", "gegeven"};
          case GEWEIGERD -> new String[] {"geweigerd", "gegeven"};
          case UITGESTELD -> new String[] {"uitgesteld", "gegeven"};
          case BETWIST -> new String[] {"betwist", "gegeven"};
          case ONVOLLEDIG -> new String[] {"gegeven"};
        };
    if (said.length == 0) {
      return;
    }
    var form = signals.consent(child, cause == Cause.VERBRUIKT, said);
    var consent = expect(201, school.file("/v1/toestemmingen", form));
    if (cause == Cause.INGETROKKEN) {
      var path = "/v1/toestemmingen/" + consent.text("id") + "/intrekkingen";
      expect(201, school.file(path, signals.withdrawal()));
    } else if (cause == Cause.VERBRUIKT) {
      var sent = expect(200, school.send(message(child)));
      expect(200, cjg.act("/v1/postbus/" + sent.text("pakket") + "/uitreikingen"));
    }
  }

  private static Seen expect(int status, CompletableFuture<Seen> answer) {
    var seen = answer.join();
    if (seen.status() != status) {
      throw new IllegalStateException("the children are not as they should be: " + seen);
    }
    return seen;
  }

  /// A trial cannot wait a year: the owner of the database sets the end of these consents back.
  private void letLapse() {
    try (var owner = rig.postgres().database().owner();
        var update =
            owner.prepareStatement(
                """
                update consent_ask set valid_until = now() - interval '1 day'
                where not one_off and id in (
                  select ask_id from consent_event
                  group by ask_id
                  having count(*) filter (where type = 'GIVEN') = 2
                    and count(*) filter (where type = 'WITHDRAWN') = 0)
                """)) {
      if (update.executeUpdate() != children) {
        throw new IllegalStateException("other consents would lapse too");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the consents cannot be set back", e);
    }
  }

  private static List<Integer> order(int perCause) {
    var order = new ArrayList<Integer>();
    for (var cause : CAUSES) {
      order.addAll(Collections.nCopies(perCause, CAUSES.indexOf(cause)));
    }
    Collections.shuffle(order, new Random(SEED));
    return order;
  }

  private byte[] message(String child) {
    return signals.message(child).text().getBytes(StandardCharsets.US_ASCII);
  }

  private void measure(
      int count, int from, int[] group, double[] millis, double[] length, Caller school) {
    var result =
        Load.run(
            count,
            AT_ONCE,
            i -> {
              int turn = from + i;
              var message = message(CAUSES.get(group[turn]).child(turn % children));
              long begin = System.nanoTime();
              return school
                  .hear(message)
                  .thenApply(
                      heard -> {
                        millis[turn] = (System.nanoTime() - begin) / 1e6;
                        length[turn] = heard.body().length();
                        answers.merge(bare(heard), 1, Integer::sum);
                        return heard.status();
                      });
            });
    if (result.outcomes().containsKey(200) || result.outcomes().containsKey(0)) {
      throw new IllegalStateException("not every message was refused: " + result.outcomes());
    }
  }

  /// The answer without what differs between any two.
  private static String bare(Heard heard) {
    var headers =
        heard.headers().stream()
            .map(h -> Map.entry(h.getKey().toLowerCase(Locale.ROOT), h.getValue()))
            .map(h -> h.getKey() + ": " + (varies(h.getKey()) ? "…" : h.getValue()))
            .collect(Collectors.joining("\n"));
    var body =
        heard
            .body()
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<nummer>")
            .replaceAll("\"ontvangstbewijs\":\"[^\"]*\"", "\"ontvangstbewijs\":\"<bewijs>\"");
    return heard.status() + "\n" + headers + "\n\n" + body;
  }

  /// The length of the body is asked for by itself.
  private static boolean varies(String header) {
    return CLOCK.contains(header) || header.equals("content-length");
  }

  private static void tell(int[] group, double[] millis, PrintStream out) {
    for (var cause : CAUSES) {
      var of = of(cause, group, millis);
      Arrays.sort(of);
      out.printf(
          Locale.ROOT,
          "  %-15s p50 %.2f ms  p99 %.2f ms  gemiddeld %.3f ms%n",
          cause.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          of[of.length / 2],
          of[of.length * 99 / 100],
          Arrays.stream(of).average().orElse(0));
    }
  }

  private static double[] of(Cause cause, int[] group, double[] millis) {
    return IntStream.range(0, group.length)
        .filter(i -> group[i] == CAUSES.indexOf(cause))
        .mapToDouble(i -> millis[i])
        .toArray();
  }

  /// Each cause against never asked; there are as many questions as pairs, so p is multiplied.
  private static void pairs(int[] group, double[] millis, PrintStream out) {
    var never = of(Cause.NOOIT_GEVRAAGD, group, millis);
    var told = new ArrayList<String>();
    for (var cause : CAUSES) {
      if (cause == Cause.NOOIT_GEVRAAGD) {
        continue;
      }
      var other = of(cause, group, millis);
      var both = Arrays.copyOf(never, never.length + other.length);
      System.arraycopy(other, 0, both, never.length, other.length);
      var which = new int[both.length];
      Arrays.fill(which, never.length, both.length, 1);
      double p = new Permutation(both, which).p(ROUNDS, SEED) * (CAUSES.size() - 1);
      told.add(
          String.format(
              Locale.ROOT,
              "%s %.3f",
              cause.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              Math.min(1, p)));
    }
    out.println("tijd, elk tegen nooit-gevraagd (p, keer 7): " + String.join(", ", told));
  }
}
