package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import nl.sluis.gateway.inzicht.Ground;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.Told;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.vorm.TextSet;
import nl.sluis.policies.terms.LawRef;

/// Says what a line says, in the same sentences as the pages. May be shared between threads.
///
/// @param texts of the part `inzien`
public record Telling(TextSet texts) {
  private static final String NOTHING = "";

  /// The words of this line.
  public ObjectNode of(Line line) {
    var words = JsonNodeFactory.instance.objectNode();
    words.put("dag", line.day().toString());
    words.put("zin", sentence(line));
    words.put("van", name(line.from()));
    words.put("aan", name(line.to()));
    words.put("waarvoor", line.sentence());
    words.set("soorten", list(line.categories()));
    words.set("niet", list(line.withheld()));
    words.put("waarom", ground(line.ground().ground()));
    words.set("artikelen", list(line.ground().articles().stream().map(LawRef::toString).toList()));
    return words;
  }

  private String sentence(Line line) {
    var key =
        line.told() == Told.EIGEN_WOORD ? "woord." + line.word() : "regel." + line.told().key();
    var sentence = say(key, name(line.from()), name(line.to()));
    return line.told() == Told.STOP_BEVESTIGD && !line.word().isEmpty()
        ? sentence + " " + say("gedaan." + line.word())
        : sentence;
  }

  private String name(Who who) {
    var called = who.name().orElseGet(() -> say("soort." + who.sort().key()));
    return who.role().map(role -> say("met-rol", called, say("rol." + role.code()))).orElse(called);
  }

  private String ground(Ground ground) {
    return switch (ground) {
      case Ground.YouSaidYes yes -> say("grond.u", yes.day().toString());
      case Ground.SaidYes _ -> say("grond.ja");
      case Ground.ByLaw _ -> say("grond.wet");
      case Ground.ForSafety _ -> say("grond.veiligheid");
      case Ground.None _ -> NOTHING;
    };
  }

  /// @throws IllegalArgumentException when there is no such text; a spec looks for that
  private String say(String key, String... values) {
    var text = texts.plain().get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text `inzien." + key + "`");
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i]);
    }
    return text;
  }

  private static ArrayNode list(Collection<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
