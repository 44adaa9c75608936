package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every worked example of every convenant goes through the real door as the parties agreed: a real
/// family, a real consent, a signed and sealed message, over HTTPS, on PostgreSQL.
///
/// The examples are read from the convenanten themselves, so a new rule is tried as soon as it has
/// one.
final class WorkedCasesSpec {
  private static final Map<Oin, SimulatedPartner> PARTNERS = new HashMap<>();
  private static final Set<String> DONE = new HashSet<>();
  private static DevPostgres postgres;
  private static DevGateway gateway;

  /// One example as one convenant casts it.
  private record Case(Convenant convenant, Example example) {
    String rule() {
      return convenant.id() + " " + example.ruleId();
    }

    @Override
    public String toString() {
      return convenant.id() + " " + example.ruleId() + ": " + example.title();
    }
  }

  @BeforeAll
  static void start() {
    var first = cases().getFirst().example().question().at();
    postgres = DevPostgres.temporary();
    gateway = DevGateway.start(DevSite.temporary(first), postgres.fresh(), DevGateway.Ports.ANY);
  }

  @AfterAll
  static void stop() throws IOException {
    PARTNERS.values().forEach(SimulatedPartner::close);
    gateway.close();
    postgres.close();
  }

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

  @TestFactory
  Stream<DynamicTest> every_worked_example_goes_through_the_real_door_as_agreed() {
    var cases = cases();
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < cases.size(); i++) {
      var one = cases.get(i);
      int number = i;
      tests.add(DynamicTest.dynamicTest(one.toString(), () -> play(one, number)));
    }
    tests.add(
        DynamicTest.dynamicTest(
            "and every rule of every convenant has a yes and a no among them",
            WorkedCasesSpec::everyRuleHasAYesAndANo));
    return tests.stream();
  }

  private static void play(Case one, int number) throws IOException {
    var yaml =
        new WorkedCase(one.convenant(), one.example(), number, gateway.clock().instant()).yaml();
    var scenario =
        new ScenarioReader(one.convenant(), TheConvenant.ALL).read(one.example().source(), 1, yaml);
    var out = new ByteArrayOutputStream();
    var report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8));

    var verdict = new Runner(gateway, report).playAmong(scenario, PARTNERS);

    assertThat(verdict.differences())
        .as(out.toString(StandardCharsets.UTF_8) + "\n" + yaml)
        .isEmpty();
    DONE.add(one.rule() + (one.example().yes() ? " ja" : " nee"));
  }

  private static void everyRuleHasAYesAndANo() {
    var missing = new TreeSet<String>();
    for (var one : cases()) {
      var key = one.rule() + (one.example().yes() ? " ja" : " nee");
      if (!DONE.contains(key)) {
        missing.add(key);
      }
    }

    assertThat(missing).isEmpty();
  }
}
