package nl.sluis.policies.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.sluis.policies.export.Chapter;
import nl.sluis.policies.export.Fact;
import nl.sluis.policies.export.Holds;
import nl.sluis.policies.export.Sentence;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// Translations that are wrong in exactly one place.
final class Mutants {
  /// One wrong translation.
  ///
  /// @param what what was done, for the report
  /// @param chapter in which it was done, as it was
  /// @param chapters the whole translation
  record Mutant(String what, Chapter chapter, List<Chapter> chapters) {}

  private final List<Chapter> chapters;
  private final RandomGenerator random;

  Mutants(List<Chapter> chapters, RandomGenerator random) {
    this.chapters = chapters;
    this.random = random;
  }

  /// Another wrong translation; never the right one.
  Mutant next() {
    while (true) {
      int at = random.nextInt(chapters.size());
      var before = chapters.get(at);
      if (before.sentences().stream().anyMatch(said -> said.id().endsWith("/ander-kanaal"))) {
        // What goes elsewhere is refused whatever else is said.
        continue;
      }
      var after = random.nextInt(12) == 0 ? roles(before) : sentence(before);
      if (!after.equals(before)) {
        var all = new ArrayList<>(chapters);
        all.set(at, after);
        return new Mutant(difference(before, after), before, all);
      }
    }
  }

  private Chapter roles(Chapter chapter) {
    boolean from = random.nextBoolean();
    var roles = new TreeSet<>(from ? chapter.from() : chapter.to());
    if (roles.isEmpty()) {
      return chapter;
    }
    var role = pick(List.of(Role.values())).code();
    if (random.nextBoolean() && roles.size() > 1) {
      roles.remove(pick(List.copyOf(roles)));
    } else {
      roles.add(role);
    }
    return new Chapter(
        chapter.title(),
        chapter.action(),
        from ? roles : chapter.from(),
        from ? chapter.to() : roles,
        chapter.sentences());
  }

  private Chapter sentence(Chapter chapter) {
    var sentences = new ArrayList<>(chapter.sentences());
    int at = random.nextInt(sentences.size());
    var it = sentences.get(at);
    switch (random.nextInt(6)) {
      case 0 -> sentences.remove(at);
      case 1 -> sentences.set(at, new Sentence(it.id(), !it.permits(), it.asked(), it.when()));
      default ->
          sentences.set(at, new Sentence(it.id(), it.permits(), it.asked(), wrong(it.when())));
    }
    return new Chapter(chapter.title(), chapter.action(), chapter.from(), chapter.to(), sentences);
  }

  private Holds wrong(Holds when) {
    if (random.nextInt(6) == 0) {
      return new Holds.Not(when);
    }
    return switch (when) {
      case Holds.Yes(var fact) -> new Holds.Yes(other(fact));
      case Holds.OneOf(var fact, var words) -> new Holds.OneOf(fact, otherWords(words));
      case Holds.Has(var fact, var word) -> otherSet(fact, word);
      case Holds.HasAny(var fact, var words) -> new Holds.HasAny(fact, otherWords(words));
      case Holds.Only(var fact, var words) -> new Holds.Only(fact, otherWords(words));
      case Holds.Not(var part) -> random.nextBoolean() ? part : new Holds.Not(wrong(part));
      case Holds.All(var parts) -> parts.isEmpty() ? new Holds.Not(when) : joined(parts, true);
      case Holds.Any(var parts) -> parts.isEmpty() ? new Holds.Not(when) : joined(parts, false);
    };
  }

  private Holds joined(List<Holds> parts, boolean all) {
    var changed = new ArrayList<>(parts);
    int at = random.nextInt(parts.size());
    return switch (random.nextInt(4)) {
      case 0 -> all ? new Holds.Any(parts) : new Holds.All(parts);
      case 1 -> {
        changed.remove(at);
        yield all ? new Holds.All(changed) : new Holds.Any(changed);
      }
      default -> {
        changed.set(at, wrong(parts.get(at)));
        yield all ? new Holds.All(changed) : new Holds.Any(changed);
      }
    };
  }

  private Fact other(Fact fact) {
    return pick(
        Arrays.stream(Fact.values()).filter(f -> f != fact && f.kind() == fact.kind()).toList());
  }

  private Holds otherSet(Fact fact, String word) {
    return random.nextBoolean()
        ? new Holds.Has(other(fact), word)
        : new Holds.Has(fact, pick(List.of(DataCategory.values())).name());
  }

  private SortedSet<String> otherWords(SortedSet<String> words) {
    var changed = new TreeSet<>(words);
    if (!changed.remove(pick(List.copyOf(words))) || random.nextBoolean()) {
      changed.add(pick(List.of(DataCategory.values())).name());
    }
    return changed;
  }

  private static String difference(Chapter before, Chapter after) {
    var gone = new ArrayList<>(before.sentences());
    gone.removeAll(after.sentences());
    var come = new ArrayList<>(after.sentences());
    come.removeAll(before.sentences());
    return (gone.isEmpty() ? before.from() + "" + before.to() : gone.getFirst().id())
        + " -> "
        + (come.isEmpty() ? after.from() + "" + after.to() : come.getFirst());
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
