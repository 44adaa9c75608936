package nl.sluis.policies.convenant;

import java.util.Map;
import java.util.regex.Pattern;

/// Finds the line of one word in the block of a rule, so that a fault points at what must change
/// rather than at the rule.
///
/// @param files every text by its path
record RuleLines(Map<String, String> files) {
  private static final Pattern NEXT_RULE = Pattern.compile("  - .*");

  /// The first line of the rule that has this word; the first line of the rule when none has.
  Spot of(Rule rule, String word) {
    var start = Spot.of(rule.source());
    var lines = files.getOrDefault(start.file(), "").split("\n", -1);
    var wanted = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
    for (int line = start.line(); line <= lines.length; line++) {
      if (line > start.line() && NEXT_RULE.matcher(lines[line - 1]).matches()) {
        break;
      }
      if (wanted.matcher(lines[line - 1]).find()) {
        return new Spot(start.file(), line);
      }
    }
    return start;
  }
}
