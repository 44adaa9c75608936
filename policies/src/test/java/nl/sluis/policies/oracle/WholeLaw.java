package nl.sluis.policies.oracle;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import nl.sluis.policies.decision.Draw;
import nl.sluis.policies.decision.Enumeration;
import org.junit.jupiter.api.DynamicTest;

/// For `./sluis proef wet`: what the specs draw a part of each day, with `-Dsluis.heel=true` whole.
/// The specs print what was asked, in what time.
public final class WholeLaw {
  private WholeLaw() {}

  /// Ends with 1 when text and index, or an engine of others and ours, do not agree.
  public static void main(String[] args) throws Throwable {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.out.printf(
        "%d processoren, Java %s; %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version(), Draw.ofToday());
    Enumeration.all();
    run(new XacmlAgreesSpec().an_engine_of_xacml_decides_as_sluis_does());
    run(new CedarAgreesSpec().cedar_decides_as_sluis_does());
    new TeethSpec().realEnginesFindIt();
    System.out.println("what is made wrong in one place is found by both engines");
  }

  private static void run(Stream<DynamicTest> tests) throws Throwable {
    for (var test : tests.toList()) {
      test.getExecutable().execute();
    }
  }
}
