package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.gateway.boot.convenant.Replayed;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.terms.Oin;

/// The worked examples of the convenanten, each played once, in order of time on one gateway, for
/// all specs that look at them.
final class PlayedCases {
  private static final List<Case> CASES = cases();
  private static final List<Result> RESULTS = new ArrayList<>();
  private static final List<Replayed> AGAIN = new ArrayList<>();
  private static final Map<Oin, SimulatedPartner> PARTNERS = new HashMap<>();

  /// Started when the first case is played.
  private static final class Place {
    static final DevGateway GATEWAY =
        DevGateway.start(
            DevSite.temporary(CASES.getFirst().example().question().at()),
            DevPostgres.shared().fresh(),
            DevGateway.Ports.ANY);
  }

  /// One example as one convenant casts it.
  record Case(Convenant convenant, Example example) {
    /// The rule it belongs to, and which answer it shows.
    String shows() {
      return convenant.id() + " " + example.ruleId() + (example.yes() ? " ja" : " nee");
    }

    @Override
    public String toString() {
      return convenant.id() + " " + example.ruleId() + ": " + example.title();
    }
  }

  /// @param differences what was otherwise than agreed
  /// @param heard every code and reason that a partner heard
  /// @param told the report and the scenario
  record Result(Case one, List<String> differences, Set<String> heard, String told) {}

  private PlayedCases() {}

  /// An example of the model text is cast in each convenant; it is played once in each.
  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (var convenant : TheConvenant.ALL) {
      convenant.examples().stream()
          .filter(WorkedCase::canBePlayed)
          .forEach(example -> cases.add(new Case(convenant, example)));
    }
    cases.sort(
        Comparator.comparing((Case c) -> WorkedCase.takesTime(c.example()))
            .thenComparing(c -> c.example().question().at()));
    return cases;
  }

  static List<Case> all() {
    return CASES;
  }

  /// How this case went; those before it are played first.
  static synchronized Result result(int number) throws IOException {
    while (RESULTS.size() <= number) {
      RESULTS.add(play(RESULTS.size()));
      if (RESULTS.size() == CASES.size()) {
        AGAIN.add(Place.GATEWAY.replayDecisions());
        PARTNERS.values().forEach(SimulatedPartner::close);
        Place.GATEWAY.close();
      }
    }
    return RESULTS.get(number);
  }

  /// Every decision that came of them, asked again when the last one was played.
  static Replayed replayed() throws IOException {
    var _ = result(CASES.size() - 1);
    return AGAIN.getFirst();
  }

  /// Every code and reason that a partner heard in one of them.
  static Set<String> heard() throws IOException {
    var heard = new TreeSet<String>();
    for (int i = 0; i < CASES.size(); i++) {
      heard.addAll(result(i).heard());
    }
    return heard;
  }

  private static Result play(int number) throws IOException {
    var one = CASES.get(number);
    var now = Place.GATEWAY.clock().instant();
    var yaml = new WorkedCase(one.convenant(), one.example(), number, now).yaml();
    var out = new ByteArrayOutputStream();
    var report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      var reader = new ScenarioReader(one.convenant(), TheConvenant.ALL);
      var scenario = reader.read(one.example().source(), 1, yaml);
      var verdict = new Runner(Place.GATEWAY, report).playAmong(scenario, PARTNERS);
      var told = out.toString(StandardCharsets.UTF_8) + "\n" + yaml;
      return new Result(one, verdict.differences(), verdict.heard(), told);
    } catch (VoorbeeldFault fault) {
      return new Result(one, List.of(String.valueOf(fault.getMessage())), Set.of(), yaml);
    }
  }
}
