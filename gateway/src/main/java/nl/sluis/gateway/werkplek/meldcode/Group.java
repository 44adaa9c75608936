package nl.sluis.gateway.werkplek.meldcode;

import java.util.List;

/// What a page asks together, under one heading. Immutable.
///
/// @param key of its heading: `groep.` and this in the texts; empty when `heading` says it
/// @param number which one it is, where there are more; zero where there is one
/// @param heading as the data says it, such as a question of an afwegingskader
/// @param notes what helps, as the data says it
/// @param questions what is asked
public record Group(
    String key, int number, String heading, List<String> notes, List<Question> questions) {
  /// Copies its lists.
  public Group {
    notes = List.copyOf(notes);
    questions = List.copyOf(questions);
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
