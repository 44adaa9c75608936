package nl.sluis.dev.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.dev.voorbeeld.Scenario;
import nl.sluis.dev.voorbeeld.ScenarioReader;

/// The scenarios of the story, in the order in which they are told.
public final class Story {
  /// In this one families come to look for themselves.
  public static final String FAMILIES = "15-gezinnen-kijken-zelf";

  /// In this one there is something to do for officers.
  public static final String OFFICERS = "16-toezicht-kijkt-terug";

  /// In this one a school works at its own desk, and a child is left for who tries that.
  public static final String WORKPLACE = "18-aan-de-werkplek";

  /// Their names, each a file in the folder `voorbeelden`.
  public static final List<String> CHAPTERS =
      List.of(
          "01-signaal-met-toestemming",
          "02-zonder-gesprek-met-ouders",
          "03-een-categorie-te-veel",
          "04-moeder-trekt-in-terwijl-het-wacht",
          "05-gescheiden-ouders-van-een-vijftienjarige",
          "06-gisteren-zestien",
          "07-leerplicht-vraagt-medische-gegevens",
          "08-melding-bij-veilig-thuis",
          "09-acuut-gevaar-in-de-nacht",
          "10-melding-aan-de-verkeerde",
          "11-achteraf-bleek-het-onterecht",
          "12-herhaald-bericht",
          "13-gestolen-token",
          "14-beheerder-wijzigt-logboek",
          FAMILIES,
          OFFICERS,
          "17-een-leverancier-drie-scholen",
          WORKPLACE);

  private Story() {}

  /// Reads one chapter.
  public static Scenario read(String chapter, ScenarioReader reader) {
    var path = "/voorbeelden/" + chapter + ".yaml";
    try (InputStream in = Story.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("`" + path + "` is not on the class path");
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return reader.read(chapter + ".yaml", 1, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
