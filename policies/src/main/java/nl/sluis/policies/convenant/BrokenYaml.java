package nl.sluis.policies.convenant;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in Dutch where a text stops being YAML. What the parser says itself is English and about
/// its own workings.
///
/// @param line the line, counted from one; zero when it is the whole file
/// @param sentence what is there, and where to look
public record BrokenYaml(int line, String sentence) {
  private static final String NO_YAML = "Dit is geen geldige YAML: ";
  private static final String LOOK =
      "Kijk op deze regel en de regel erboven naar het inspringen, en naar een haakje of"
          + " aanhalingsteken dat open bleef.";

  /// @param text what was read
  /// @param broken why the parser stopped
  public static BrokenYaml of(String text, YamlEngineException broken) {
    if (broken instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      return at(text, marked.getProblemMark().get());
    }
    return new BrokenYaml(
        0,
        NO_YAML
            + "het bestand is te groot, of er staat een teken in dat niet mag. Bewaar het als"
            + " gewone tekst in UTF-8.");
  }

  private static BrokenYaml at(String text, Mark mark) {
    var lines = text.split("\n", -1);
    var line = mark.getLine() < lines.length ? lines[mark.getLine()].stripTrailing() : "";
    int length = line.codePointCount(0, line.length());
    var place = "op kolom " + (mark.getColumn() + 1) + " ";
    if (mark.getColumn() < length) {
      var there =
          Character.toString(line.codePointAt(line.offsetByCodePoints(0, mark.getColumn())));
      return new BrokenYaml(
          mark.getLine() + 1, NO_YAML + place + "kan `" + there + "` niet staan. " + LOOK);
    }
    return new BrokenYaml(
        mark.getLine() + 1, NO_YAML + place + "houdt de tekst op terwijl er meer hoort. " + LOOK);
  }
}
