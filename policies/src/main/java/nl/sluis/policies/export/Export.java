package nl.sluis.policies.export;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;

/// A convenant in the language of another engine, with the worked examples as questions, so that a
/// party can see for itself that another engine answers as the parties agreed (docs/uitvoer.md).
///
/// The same convenant gives the same bytes. May be used by any number of threads.
public final class Export {
  /// The languages.
  public enum Form {
    CEDAR,
    XACML
  }

  private Export() {}

  /// The files, by name.
  public static SortedMap<String, String> files(Convenant convenant, Form form) {
    var policies =
        switch (form) {
          case CEDAR ->
              Map.of(
                  "convenant.cedar", CedarText.policies(convenant),
                  "convenant.cedarschema", CedarText.schema(convenant));
          case XACML -> Map.of("convenant.xacml.xml", XacmlText.policies(convenant));
        };
    var files = new TreeMap<>(policies);
    files.put("vragen.json", QuestionsText.of(convenant));
    return files;
  }
}
