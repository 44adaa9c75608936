package nl.sluis.gateway.boot.partner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import nl.sluis.gateway.partner.Ending;

/// Tells what a command did: Dutch lines for a person, or one JSON object for a program.
///
/// Neither ever holds content of a message, unless that was asked for. One thread.
final class Voice {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean asJson;
  private final ObjectNode whole = JsonNodeFactory.instance.objectNode();

  Voice(PrintStream out, PrintStream err, boolean asJson) {
    this.out = out;
    this.err = err;
    this.asJson = asJson;
  }

  /// A line for a person.
  void say(String line) {
    if (!asJson) {
      out.println(line);
    }
  }

  /// What stands in the way; a program reads it as `melding`.
  void fault(String text) {
    if (asJson) {
      whole.put("melding", text);
    } else {
      err.println(text);
    }
  }

  /// What a program reads.
  ObjectNode json() {
    return whole;
  }

  int end(Ending ending) {
    if (asJson) {
      whole.put("afloop", ending.code());
      out.println(whole);
    }
    out.flush();
    return ending.code();
  }
}
