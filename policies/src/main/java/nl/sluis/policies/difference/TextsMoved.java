package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Obligation;

/// What is said differently of a rule, besides who may give what: articles, notice, terms, words.
final class TextsMoved {
  private TextsMoved() {}

  private record Part(String name, Function<Rule, String> of) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(
              "rust op",
              r -> r.grounds().stream().map(LawRef::toString).collect(Collectors.joining(", "))),
          new Part(
              "opent de geheimhouding met",
              r -> r.secrecyKey().map(LawRef::toString).orElse("niets")),
          new Part("meldt het aan het gezin", r -> yes(r.notifyFamily())),
          new Part("mag onder embargo", r -> yes(r.embargoAllowed())),
          new Part("bewaart", Rule::retention),
          new Part("wacht ongelezen (werkdagen)", r -> String.valueOf(r.unreadWorkingDays())),
          new Part("vervalt nooit ongelezen", r -> yes(r.neverLapses())),
          new Part(
              "verplicht tot",
              r ->
                  r.obligations().isEmpty()
                      ? "niets"
                      : r.obligations().stream()
                          .sorted()
                          .map(Obligation::code)
                          .collect(Collectors.joining(", "))),
          new Part(
              "geeft mee", r -> r.forwarded().stream().sorted().collect(Collectors.joining(", "))),
          new Part("zegt tegen het gezin", r -> "\"" + r.familySentence() + "\""));

  static List<String> between(Convenant before, Convenant after) {
    var moved = new ArrayList<String>();
    before.purposes().keySet().stream()
        .sorted()
        .filter(after.purposes()::containsKey)
        .forEach(
            purpose -> {
              var old = before.purposes().get(purpose);
              var now = after.purposes().get(purpose);
              if (old != null && !old.equals(now)) {
                moved.add(line("Doel " + purpose, "heet voor het gezin", quoted(old), quoted(now)));
              }
            });
    for (var now : after.rules()) {
      before.rule(now.id()).ifPresent(old -> parts(old, now, moved));
    }
    return moved;
  }

  private static void parts(Rule old, Rule now, List<String> moved) {
    for (var part : PARTS) {
      var then = part.of().apply(old);
      var next = part.of().apply(now);
      if (!then.equals(next)) {
        moved.add(line("Regel " + now.id(), part.name(), then, next));
      }
    }
  }

  private static String line(String what, String part, String then, String next) {
    return what + " " + part + ": eerst " + then + ", nu " + next + ".";
  }

  private static String quoted(@org.jspecify.annotations.Nullable String text) {
    return "\"" + text + "\"";
  }

  private static String yes(boolean holds) {
    return holds ? "ja" : "nee";
  }
}
