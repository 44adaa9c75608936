package nl.sluis.gateway.werkplek.meldcode;

import java.util.List;

/// One thing that a page asks. Immutable.
///
/// @param name of the field in the form and in the draft, such as `stap2.met`
/// @param key of its label: `veld.` and this in the texts; words stand under `woord.` and this
/// @param kind what is filled in
/// @param words to choose from; empty when it is free
/// @param longest how many characters it may have
/// @param explained whether a sentence stands under the label: `veld.`, this and `.uitleg`
public record Question(
    String name, String key, Kind kind, List<String> words, int longest, boolean explained) {
  /// What is filled in.
  public enum Kind {
    REGEL,
    VAK,
    DAG,
    KEUZE
  }

  private static final int LINE = 80;
  private static final int AREA = 800;

  /// Copies its list.
  public Question {
    words = List.copyOf(words);
  }

  /// One line.
  static Question line(String name, String key) {
    return new Question(name, key, Kind.REGEL, List.of(), LINE, false);
  }

  /// More lines.
  static Question area(String name, String key) {
    return new Question(name, key, Kind.VAK, List.of(), AREA, false);
  }

  /// A day.
  static Question day(String name, String key) {
    return new Question(name, key, Kind.DAG, List.of(), 10, false);
  }

  /// One of these words.
  static Question choice(String name, String key, String... words) {
    return new Question(name, key, Kind.KEUZE, List.of(words), LINE, false);
  }

  /// The same, with a sentence under it.
  Question withExplanation() {
    return new Question(name, key, kind, words, longest, true);
  }

  /// Can this stand in it? An empty field can always be left empty, and is no answer.
  boolean takes(String value) {
    return !value.isEmpty()
        && value.length() <= longest
        && (kind != Kind.KEUZE || words.contains(value));
  }

  /// The id of a choice in the page.
  public String id(String word) {
    return name + "-" + word;
  }
}
