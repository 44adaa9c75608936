package nl.sluis.gateway.werkplek.meldcode;

import java.util.List;
import java.util.Set;

/// What a page asks together, under one heading. Immutable.
///
/// @param key of its heading: `groep.` and this in the texts; empty when `heading` says it
/// @param number which one it is, where there are more; zero where there is one
/// @param heading as the data says it, such as a question of an afwegingskader
/// @param notes what helps, as the data says it
/// @param questions what is asked
public record Group(
    String key, int number, String heading, List<String> notes, List<Question> questions) {
  /// Only of who did not speak with the family, or does not tell it yet: the page keeps them
  /// folded.
  private static final Set<String> OTHER_CASE = Set.of("niet-gesproken", "uitstel");

  /// Copies its lists.
  public Group {
    notes = List.copyOf(notes);
    questions = List.copyOf(questions);
  }

  /// Is it asked only when things went otherwise than they usually do?
  public boolean isForTheOtherCase() {
    return OTHER_CASE.contains(key);
  }

  /// One group of its kind.
  static Group of(String key, Question... questions) {
    return new Group(key, 0, "", List.of(), List.of(questions));
  }

  /// One of more.
  static Group of(String key, int number, Question... questions) {
    return new Group(key, number, "", List.of(), List.of(questions));
  }
}
