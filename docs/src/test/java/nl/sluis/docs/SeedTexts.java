package nl.sluis.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts of the region, read where they lie and never copied.
///
/// `SLUIS_SEEDS` names the folder; else it is looked for beside the repository. The files in it are
/// Z0, Z1 and so on, in the order of their names.
///
/// @param byName every text without breaks and capitals
record SeedTexts(Map<String, String> byName) {
  private static final Pattern END = Pattern.compile("(?<=[.!?;:]) ");

  /// What a sentence says in which somebody could tell somebody else something.
  private static final Pattern TELLING =
      Pattern.compile(
          "overleg|samenwerk|bespre|informe|meld|verwij|toeleid|overdra|uitwissel|toestemming"
              + "|raadpleg|registr|gesprek|afstem|verwerk");

  /// Those of this machine; empty when it has none.
  static Optional<SeedTexts> here() {
    return Optional.ofNullable(System.getenv("SLUIS_SEEDS"))
        .map(Path::of)
        .or(() -> Optional.of(House.TOP.resolveSibling("shared/seeds")))
        .filter(Files::isDirectory)
        .map(SeedTexts::read);
  }

  private static SeedTexts read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      var texts = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
      return of(texts.stream().map(House::text).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// These texts, the first of which is Z0.
  static SeedTexts of(List<String> texts) {
    var byName = new TreeMap<String, String>();
    texts.forEach(text -> byName.put("Z" + byName.size(), plain(text)));
    return new SeedTexts(byName);
  }

  /// Does this text have these words?
  boolean has(SeedPage.Words words) {
    return byName.getOrDefault(words.seed(), "").contains(plain(words.text()));
  }

  /// The sentences in which somebody could tell somebody something and that have none of these
  /// words. Each with its text, cut short.
  List<String> unspoken(Collection<SeedPage.Words> all) {
    var unspoken = new ArrayList<String>();
    byName.forEach(
        (name, text) -> {
          var words =
              all.stream().filter(w -> w.seed().equals(name)).map(w -> plain(w.text())).toList();
          END.splitAsStream(text)
              .filter(sentence -> TELLING.matcher(sentence).find())
              .filter(sentence -> words.stream().noneMatch(sentence::contains))
              .forEach(s -> unspoken.add(name + ": " + s.substring(0, Math.min(80, s.length()))));
        });
    return unspoken;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
