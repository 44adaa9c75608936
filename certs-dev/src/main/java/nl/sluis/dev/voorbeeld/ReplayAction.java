package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.Answer;

/// A message is sent once more.
///
/// @param step the step that sent it first
/// @param how in which way it differs from the first time
/// @param times how often, at the same moment
/// @param by the party that sends it; empty for the same one
record ReplayAction(String step, How how, int times, String by) implements Action {
  /// In which way a repeated message differs.
  enum How {
    /// Not at all.
    SAME_BYTES,
    /// The same number, but another content.
    SAME_NUMBER,
    /// The same content, with one disclosure written in another base64url.
    ENCODED_AGAIN
  }

  private static final Map<String, How> WORDS =
      new LinkedHashMap<>(
          Map.of(
              "dezelfde bytes", How.SAME_BYTES,
              "hetzelfde nummer", How.SAME_NUMBER,
              "opnieuw gecodeerd", How.ENCODED_AGAIN));

  static final ActionKind KIND =
      ActionKind.ofBlock(
          "herhaal",
          (fields, names) ->
              new ReplayAction(
                  names.step(fields.need("stap"), "stuur"),
                  fields.one("hoe", WORDS, How.SAME_BYTES),
                  fields.number("gelijktijdig", 1),
                  fields.tree("door").map(names::party).orElse("")));

  @Override
  public String told() {
    var often = times == 1 ? "nog een keer" : times + " keer tegelijk";
    return "het bericht van `%s` wordt %s gestuurd (%s)".formatted(step, often, word());
  }

  private String word() {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue() == how)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  @Override
  public Observed play(Scene scene) {
    var first = scene.sent(step);
    var bytes =
        switch (how) {
          case SAME_BYTES -> first.bytes();
          case SAME_NUMBER -> new Outgoing(first.action(), scene).makeWith(first.jti()).bytes();
          case ENCODED_AGAIN -> encodedAgain(first.bytes());
        };
    scene.sent(scene.label(), new Scene.Sent(first.action(), bytes, first.jti()));
    var answers = send(scene, first, bytes);
    var seen = MessageAnswer.of(scene, first.action(), answers.getFirst());
    long different = answers.stream().map(a -> a.status() + a.body()).distinct().count();
    return seen.with("verschillende antwoorden", String.valueOf(different));
  }

  /// By the road of the first time: an acute report has its own.
  private List<Answer> send(Scene scene, Scene.Sent first, String bytes) {
    var partner = scene.partner(by.isEmpty() ? first.action().via() : by);
    if (first.action().urgent()) {
      return AtOnce.send(times, () -> partner.sendUrgently(bytes));
    }
    var token = partner.token();
    return AtOnce.send(times, () -> partner.sendMessage(bytes, token));
  }

  /// Sets a bit that base64url leaves unused, so that the bytes differ and a lax decoder sees none.
  private static String encodedAgain(String text) {
    var parts = text.split("~", -1);
    for (int i = 1; i < parts.length; i++) {
      int rest = parts[i].length() % 4;
      if (rest == 2 || rest == 3) {
        int last = parts[i].length() - 1;
        parts[i] = parts[i].substring(0, last) + (char) (parts[i].charAt(last) + 1);
        return String.join("~", parts);
      }
    }
    return text + "=";
  }
}
