package nl.sluis.policies.inspection;

import java.util.Map;
import java.util.SortedMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;

/// Every whole version with the text of its `convenant.yaml`, to point at a line of it.
///
/// @param files texts by path
/// @param whole versions by folder
record Heads(Map<String, String> files, SortedMap<String, Convenant> whole) {
  /// A fault at this key of the head of the version in this folder.
  ConvenantFault fault(String folder, String key, String sentence) {
    var path = folder + "convenant.yaml";
    var lines = files.getOrDefault(path, "").lines().toList();
    int line = 1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ":")) {
        line = i + 1;
      }
    }
    return new ConvenantFault(path, line, sentence);
  }
}
