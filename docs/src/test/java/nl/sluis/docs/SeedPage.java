package nl.sluis.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What `seeds.md` says of the texts of the region. Immutable.
///
/// @param features what happens or is exchanged in a text, line by line
/// @param free words of sentences in which nothing is exchanged
/// @param unread lines of the tables that say neither
record SeedPage(List<Feature> features, List<Words> free, List<String> unread) {
  private static final Pattern FEATURE =
      Pattern.compile(
          "\\| (?<what>.+?) \\| (?<answer>X\\d\\d|buiten Sluis, want .{10,}?) \\|"
              + " (?<words>[^|]{5,}) \\|");

  private static final Pattern FREE =
      Pattern.compile("\\| (?<seed>Z\\d) \\| (?<words>[^|]{5,}) \\|");

  /// One line of the table: in which text, by which words of it, and the row that answers it or why
  /// there is none.
  record Feature(String what, String answer, Words words) {}

  /// Words that stand in a text.
  record Words(String seed, String text) {}

  static SeedPage of(String page) {
    var features = new ArrayList<Feature>();
    var free = new ArrayList<Words>();
    var unread = new ArrayList<String>();
    var part = "";
    for (var line : page.lines().toList()) {
      if (line.startsWith("## ")) {
        part = line.substring(3);
      } else if (line.startsWith("| ") && !line.endsWith("| te herkennen aan |")) {
        read(part, line, features, free, unread);
      }
    }
    return new SeedPage(features, free, unread);
  }

  private static void read(
      String part, String line, List<Feature> features, List<Words> free, List<String> unread) {
    var feature = FEATURE.matcher(line);
    var idle = FREE.matcher(line);
    if (part.matches("Z\\d") && feature.matches()) {
      var words = new Words(part, feature.group("words"));
      features.add(new Feature(feature.group("what"), feature.group("answer"), words));
    } else if (part.startsWith("Zinnen") && idle.matches()) {
      free.add(new Words(idle.group("seed"), idle.group("words")));
    } else if (!part.isEmpty()) {
      unread.add(line);
    }
  }
}
