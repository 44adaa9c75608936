package nl.sluis.policies.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import nl.sluis.policies.export.Asked;
import nl.sluis.policies.export.Chapter;
import nl.sluis.policies.export.Fact;
import nl.sluis.policies.export.Holds;
import nl.sluis.policies.export.Sentence;
import nl.sluis.policies.export.Stated;

/// The exported sentences read as they stand, before any foreign language: quick enough to try
/// hundreds of wrong translations.
final class PlainEngine implements Engine {
  private final Map<String, List<Spoken>> chapters = new HashMap<>();

  /// A chapter, with its sentences by what they speak of.
  private record Spoken(Chapter chapter, Map<Asked, List<Sentence>> sentences) {}

  PlainEngine(List<Chapter> chapters) {
    for (var chapter : chapters) {
      var sentences = chapter.sentences().stream().collect(Collectors.groupingBy(Sentence::asked));
      this.chapters
          .computeIfAbsent(chapter.action(), _ -> new ArrayList<>())
          .add(new Spoken(chapter, sentences));
    }
  }

  @Override
  public String name() {
    return "de zinnen zelf";
  }

  @Override
  public Session on(Stated stated) {
    var to = word(stated, Fact.ONTVANGER);
    var speaking = new ArrayList<Map<Asked, List<Sentence>>>();
    for (var spoken : chapters.getOrDefault(stated.action(), List.of())) {
      var chapter = spoken.chapter();
      if ((chapter.from().isEmpty() || chapter.from().contains(stated.sender()))
          && (chapter.to().isEmpty() || chapter.to().contains(to))) {
        speaking.add(spoken.sentences());
      }
    }
    return asked -> ask(speaking, asked, stated);
  }

  private static Answer ask(List<Map<Asked, List<Sentence>>> speaking, Asked asked, Stated stated) {
    var permits = new HashSet<String>();
    var forbids = new HashSet<String>();
    for (var chapter : speaking) {
      for (var sentence : chapter.getOrDefault(asked, List.of())) {
        if (holds(sentence.when(), stated)) {
          (sentence.permits() ? permits : forbids).add(sentence.id());
        }
      }
    }
    return forbids.isEmpty() ? new Answer(!permits.isEmpty(), permits) : new Answer(false, forbids);
  }

  private static boolean holds(Holds when, Stated stated) {
    return switch (when) {
      case Holds.Yes(var fact) -> Boolean.TRUE.equals(stated.flags().get(fact));
      case Holds.OneOf(var fact, var words) -> words.contains(word(stated, fact));
      case Holds.Has(var fact, var word) -> set(stated, fact).contains(word);
      case Holds.HasAny(var fact, var words) ->
          set(stated, fact).stream().anyMatch(w -> words.contains(w));
      case Holds.Only(var fact, var words) -> words.containsAll(set(stated, fact));
      case Holds.Not(var part) -> !holds(part, stated);
      case Holds.All(var parts) -> parts.stream().allMatch(part -> holds(part, stated));
      case Holds.Any(var parts) -> parts.stream().anyMatch(part -> holds(part, stated));
    };
  }

  private static String word(Stated stated, Fact fact) {
    var word = stated.words().get(fact);
    if (word == null) {
      throw new AssertionError("nobody stated " + fact);
    }
    return word;
  }

  private static Set<String> set(Stated stated, Fact fact) {
    SortedSet<String> words = stated.sets().get(fact);
    if (words == null) {
      throw new AssertionError("nobody stated " + fact);
    }
    return words;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
