package nl.sluis.gateway.werkplek.meldcode;

import java.util.List;
import java.util.Map;

/// The afwegingskader of a profession: the five questions of step four, and where each answer leads
/// (Besluit verplichte meldcode, article 2). Immutable.
///
/// @param version as the meldcode record names it in `versieAfwegingskader`
/// @param name for people
/// @param source what it rests on
/// @param terms what `acuut`, `structureel` and `disclosure` mean, by those words
/// @param questions in their order; always five
public record Framework(
    String version,
    String name,
    String source,
    Map<String, String> terms,
    List<Weighed> questions) {
  /// How many questions there are.
  public static final int QUESTIONS = 5;

  /// Copies its parts.
  ///
  /// @throws IllegalArgumentException when there are not five questions, or the last leads on
  public Framework {
    terms = Map.copyOf(terms);
    questions = List.copyOf(questions);
    if (questions.size() != QUESTIONS) {
      throw new IllegalArgumentException("`" + version + "` does not have five questions");
    }
    if (questions.getLast().ways().containsValue(Way.VERDER)) {
      throw new IllegalArgumentException("the last question of `" + version + "` leads nowhere");
    }
  }

  /// One question.
  ///
  /// @param text as it is asked
  /// @param explanation what helps to answer it
  /// @param ways where `ja`, `nee` and `twijfel` lead
  public record Weighed(String text, String explanation, Map<String, Way> ways) {
    /// Copies its map.
    public Weighed {
      ways = Map.copyOf(ways);
    }
  }
}
