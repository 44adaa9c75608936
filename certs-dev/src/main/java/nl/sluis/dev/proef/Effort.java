package nl.sluis.dev.proef;

/// What something asks of whoever does it, and how long that takes by a model. Immutable.
///
/// Nobody stood beside with a stopwatch: it is the Keystroke-Level Model (Card, Moran and Newell,
/// 1980) of somebody who did it before and makes no mistakes, and reads every word once.
///
/// @param clicks how often something is pointed at and pressed
/// @param thoughts how often somebody thinks before acting
/// @param texts how many texts are typed
/// @param characters how many characters these are together
/// @param words how many words there are to read
public record Effort(int clicks, int thoughts, int texts, int characters, int words) {
  /// Nothing at all.
  public static final Effort NONE = new Effort(0, 0, 0, 0, 0);

  // Card, Moran and Newell (1980): a key of somebody who types 40 words a minute, to point with a
  // mouse, to press its button, hands to and from the keyboard, to think before acting.
  private static final double KEY = 0.28;
  private static final double POINT = 1.10;
  private static final double BUTTON = 0.20;
  private static final double HANDS = 0.40;
  private static final double THINK = 1.35;
  // Brysbaert (2019): words of non-fiction a minute, read in silence.
  private static final double WORDS_A_MINUTE = 238;

  /// Choosing one thing, or pressing it.
  public static Effort click() {
    return new Effort(1, 1, 0, 0, 0);
  }

  /// Going to a field and typing so many characters in it.
  public static Effort text(int characters) {
    return new Effort(1, 1, 1, characters, 0);
  }

  /// Reading so many words.
  public static Effort reading(int words) {
    return new Effort(0, 0, 0, 0, words);
  }

  /// Both, one after the other.
  public Effort plus(Effort other) {
    return new Effort(
        clicks + other.clicks,
        thoughts + other.thoughts,
        texts + other.texts,
        characters + other.characters,
        words + other.words);
  }

  /// What the model says it takes.
  public double seconds() {
    double clicking = clicks * (POINT + BUTTON) + thoughts * THINK;
    double typing = texts * 2 * HANDS + characters * KEY;
    return clicking + typing + words / WORDS_A_MINUTE * 60;
  }
}
