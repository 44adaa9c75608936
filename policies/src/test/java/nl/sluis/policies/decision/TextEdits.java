package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Slips of the pen in the rules of the model text: one word of one line is another, or the line is
/// gone.
final class TextEdits {
  private static final Pattern LIST =
      Pattern.compile(
          "^( *(?:vanRol|naarRol|voorwaarden|verwijzing|verplichtingen): \\[)(.*)(\\])$");
  private static final Pattern CATEGORY = Pattern.compile("^( +)(K[0-9]{2}): .*$");
  private static final Pattern GONE =
      Pattern.compile(
          "^ +(grondslagAvg|geheimhouding|toestemming|vasteOntvanger|alleenCijfers|anderKanaal|leeftijdVanaf|leeftijdTot|vanSoort|naarSoort|-"
              + " \\{wet|K[0-9]{2}): ?.*$|^ +- \\{wet: .*$");
  private static final List<String> LANES =
      List.of("wettelijk", "toestemming", "override", "conflict-van-plichten", "anoniem");

  private final Map<String, String> files;
  private final SplittableRandom random;
  private final List<Edit> edits = new ArrayList<>();

  /// @param what the place and the new line
  /// @param files the texts with this one slip
  record Edit(String what, Map<String, String> files) {}

  private TextEdits(Map<String, String> files, long seed) {
    this.files = files;
    this.random = new SplittableRandom(seed);
  }

  /// Every slip, in the same order for the same seed.
  static List<Edit> of(Map<String, String> files, long seed) {
    var all = new TextEdits(files, seed);
    new TreeMap<>(files)
        .forEach(
            (path, text) -> {
              if (path.contains("/regels/")) {
                all.file(path, text.split("\n", -1));
              }
            });
    return all.edits;
  }

  private void file(String path, String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      var line = lines[i];
      var list = LIST.matcher(line);
      if (list.matches()) {
        list(path, lines, i, list.group(1), list.group(2).split(", *"), list.group(3));
      }
      if (line.strip().startsWith("lane: ")) {
        for (var lane : LANES) {
          put(path, lines, i, line.replaceAll("lane: .*", "lane: " + lane));
        }
      }
      var category = CATEGORY.matcher(line);
      if (category.matches()) {
        var other = "K%02d".formatted(random.nextInt(20));
        put(path, lines, i, line.replaceFirst("K[0-9]{2}", other));
      }
      put(path, lines, i, line.replace("verzegeld", "gescand"));
      put(path, lines, i, line.replaceAll("(K[0-9]{2}: .*)gescand", "$1verzegeld"));
      put(path, lines, i, line.replace("noodzaak: ja", "noodzaak: nee"));
      put(path, lines, i, line.replace("toestemming: ja", "toestemming: nee"));
      if (GONE.matcher(line).matches()) {
        put(path, lines, i, "");
      }
    }
  }

  private void list(
      String path, String[] lines, int at, String before, String[] words, String after) {
    for (int gone = 0; gone < words.length; gone++) {
      var less = new ArrayList<>(Arrays.asList(words));
      less.remove(gone);
      put(path, lines, at, before + String.join(", ", less) + after);
    }
    if (before.contains("Rol")) {
      var more = new ArrayList<>(Arrays.asList(words));
      more.add("gemeente-beleid");
      put(path, lines, at, before + String.join(", ", more) + after);
    }
  }

  private void put(String path, String[] lines, int at, String line) {
    if (line.equals(lines[at])) {
      return;
    }
    var changed = lines.clone();
    changed[at] = line;
    var with = new TreeMap<>(files);
    with.put(path, String.join("\n", changed));
    edits.add(
        new Edit(path + ":" + (at + 1) + " " + lines[at].strip() + " -> " + line.strip(), with));
  }
}
