package nl.sluis.policies.oracle;

import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Draw;
import nl.sluis.policies.export.CedarText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Cedar and Sluis give the same answer, by the same rule and for the same reasons; of the examples
/// it is the one on which the parties agreed.
class CedarAgreesSpec {
  private static final int QUESTIONS = Draw.ofToday().many(3, 40);

  @TestFactory
  Stream<DynamicTest> cedar_decides_as_sluis_does() {
    return Convenants.all().map(c -> DynamicTest.dynamicTest(c.name(), () -> agree(c)));
  }

  private static void agree(Convenants.Named named) {
    Convenant convenant = named.convenant();
    try (var engine = new CedarEngine(CedarText.policies(convenant), CedarText.schema(convenant))) {
      Agreement.check(named, engine, QUESTIONS, false);
      if (named.isShipped()) {
        Agreement.examples(convenant, engine);
      }
    }
  }
}
