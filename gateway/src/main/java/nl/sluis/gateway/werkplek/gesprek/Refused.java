package nl.sluis.gateway.werkplek.gesprek;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import nl.sluis.gateway.client.Answer;

/// What Sluis found wrong with what was filled in, in its own sentences. They hold nothing of what
/// was typed. Pure.
final class Refused {
  private static final int FAULTY = 400;

  private Refused() {}

  /// Can somebody mend it in the form?
  static boolean isMendable(Answer answer) {
    return answer.status() == FAULTY && !answer.body().path("fouten").isEmpty();
  }

  /// Everything that is wrong, each sentence once.
  static List<String> sentences(Answer answer) {
    var sentences = new LinkedHashSet<String>();
    for (var fault : answer.body().path("fouten")) {
      var said = new ArrayList<String>();
      for (var part : List.of("uitleg", "watNu")) {
        var text = fault.path(part).asText("").strip();
        if (!text.isEmpty()) {
          said.add(text.endsWith(".") ? text : text + ".");
        }
      }
      sentences.add(String.join(" ", said));
    }
    return List.copyOf(sentences);
  }
}
