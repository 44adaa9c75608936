package nl.sluis.policies.oracle;

import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Draw;
import nl.sluis.policies.export.XacmlText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// AuthzForce and Sluis give the same answer, by the same rule, to everything that is asked; of the
/// examples it is the one on which the parties agreed.
class XacmlAgreesSpec {
  private static final int QUESTIONS = Draw.ofToday().many(25, 400);

  @TestFactory
  Stream<DynamicTest> an_engine_of_xacml_decides_as_sluis_does() {
    return Convenants.all().map(c -> DynamicTest.dynamicTest(c.name(), () -> agree(c)));
  }

  private static void agree(Convenants.Named named) {
    Convenant convenant = named.convenant();
    try (var engine = new XacmlEngine(XacmlText.policies(convenant))) {
      Agreement.check(named, engine, QUESTIONS, true);
      if (named.isShipped()) {
        Agreement.examples(convenant, engine);
      }
    }
  }
}
