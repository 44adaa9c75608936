package nl.sluis.gateway.inzicht;

import java.util.List;
import java.util.Optional;

/// Everything about one line. Immutable.
///
/// @param child whose line it is
/// @param back where its month is
/// @param line the line
/// @param articles what stands behind it, each as the law names it, with the key of a sentence
/// @param other where the line is to which this one belongs, as an answer to its question; empty
///   when there is none
/// @param act where somebody asks something about it; the word for what comes behind it; empty for
///   a helper, who asks nothing and decides nothing
public record LineModel(
    ChildrenModel.One child,
    String back,
    Line line,
    List<Article> articles,
    Optional<String> other,
    String act) {
  /// Copies its list.
  public LineModel {
    articles = List.copyOf(articles);
  }

  /// Can who looks do something about it?
  public boolean mayAct() {
    return !act.isEmpty();
  }

  /// An article.
  ///
  /// @param name such as Jeugdwet 7.3.11 lid 1
  /// @param key of the sentence that says in plain words what the law is about
  public record Article(String name, String key) {}
}
