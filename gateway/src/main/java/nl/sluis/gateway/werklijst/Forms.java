package nl.sluis.gateway.werklijst;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;

/// What an officer filled in, as it is shown again when something is missing. Immutable.
///
/// @param values by the name of the field
/// @param wrong the key of what went wrong, or a whole sentence of the desk; empty when nothing did
public record Forms(Map<String, String> values, String wrong) {
  /// The five questions of a review (domain 3.7).
  public static final List<String> QUESTIONS =
      List.of(
          "juisteOntvanger",
          "noodzaakPerCategorie",
          "stappenOfReden",
          "gezinGeinformeerdOfUitstel",
          "dossierVolledig");

  private static final int SHORTEST = 20;
  private static final int LONGEST = 2_000;

  /// Copies its map.
  public Forms {
    values = Map.copyOf(values);
  }

  /// Nothing was filled in yet.
  static Forms empty() {
    return new Forms(Map.of(), "");
  }

  /// What came with a form, in these fields.
  static Forms of(Asked asked, List<String> fields) throws InputFault {
    var values = new TreeMap<String, String>();
    for (var field : fields) {
      values.put(field, asked.one(field));
    }
    return new Forms(values, "");
  }

  /// The same, with what is wrong with it.
  Forms wrong(String what) {
    return new Forms(values, what);
  }

  /// What stands in a field; empty when nothing does.
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// Was this chosen?
  public boolean is(String field, String value) {
    return value(field).equals(value);
  }

  /// Is a text as long as somebody can do something with it, and can it be kept?
  boolean isText(String field) {
    int length = value(field).length();
    return length >= SHORTEST && length <= LONGEST;
  }

  /// Is what went wrong a key of the texts, and no sentence of the desk?
  public Optional<String> key() {
    return Optional.of(wrong).filter(word -> word.startsWith("toezicht-werk."));
  }
}
