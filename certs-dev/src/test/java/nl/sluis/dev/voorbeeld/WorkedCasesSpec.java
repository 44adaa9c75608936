package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every worked example of every convenant goes through the real door as the parties agreed: a real
/// family, a real consent, a signed and sealed message, over HTTPS, on PostgreSQL.
///
/// The examples are read from the convenanten themselves, so a new rule is tried as soon as it has
/// one.
final class WorkedCasesSpec {
  @TestFactory
  Stream<DynamicTest> every_worked_example_goes_through_the_real_door_as_agreed() {
    var cases = PlayedCases.all();
    var tests = new ArrayList<DynamicTest>();
    for (int i = 0; i < cases.size(); i++) {
      int number = i;
      tests.add(DynamicTest.dynamicTest(cases.get(i).toString(), () -> play(number)));
    }
    tests.add(
        DynamicTest.dynamicTest(
            "and every rule of every convenant has a yes and a no among them",
            WorkedCasesSpec::everyRuleHasAYesAndANo));
    tests.add(
        DynamicTest.dynamicTest(
            "and every decision in the logbook gets the same answer again",
            WorkedCasesSpec::everyDecisionIsRepeated));
    return tests.stream();
  }

  private static void everyDecisionIsRepeated() throws IOException {
    var replayed = PlayedCases.replayed();

    assertThat(replayed.isSame()).as(replayed.text()).isTrue();
    assertThat(replayed.decisions()).isGreaterThanOrEqualTo(PlayedCases.all().size());
  }

  private static void play(int number) throws IOException {
    var result = PlayedCases.result(number);

    assertThat(result.differences()).as(result.told()).isEmpty();
  }

  /// Counted from the rules themselves, so that a rule without a case that can be played is seen.
  private static void everyRuleHasAYesAndANo() throws IOException {
    var missing = new TreeSet<String>();
    for (var convenant : TheConvenant.ALL) {
      for (var rule : convenant.rules()) {
        // What has a channel of its own never passes here: for that rule there is only a no.
        if (rule.otherChannel().isEmpty()) {
          missing.add(convenant.id() + " " + rule.id() + " ja");
        }
        missing.add(convenant.id() + " " + rule.id() + " nee");
      }
    }
    for (int i = 0; i < PlayedCases.all().size(); i++) {
      var result = PlayedCases.result(i);
      if (result.differences().isEmpty()) {
        missing.remove(result.one().shows());
      }
    }

    assertThat(missing).isEmpty();
  }
}
