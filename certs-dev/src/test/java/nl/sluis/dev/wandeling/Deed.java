package nl.sluis.dev.wandeling;

import java.net.URI;
import java.util.regex.Pattern;

/// One thing that a walk of the manual lets its reader do or see. These are all there are.
sealed interface Deed {
  /// Goes to an address.
  record Open(URI address) implements Deed {}

  /// Turns to another browser, with another person in front of it.
  ///
  /// @param second whether it is the second of the two
  record Turn(boolean second) implements Deed {}

  /// Turns to a part of the page that is called so: what comes next is there when it can be.
  record Within(Words part) implements Deed {}

  /// Chooses what is called so.
  record Choose(Words name) implements Deed {}

  /// Chooses what is called so as the answer to a question.
  record Answer(Words name, Words question) implements Deed {}

  /// Clicks on what is called so: a link, a button, or what opens the rest of a page.
  ///
  /// @param place which of those that are called so, from one; zero when there is one only
  record Click(Words name, int place) implements Deed {}

  /// Writes a text in the field that is called so.
  record Type(String text, Words field) implements Deed {}

  /// Writes in a field what day it is, or was.
  ///
  /// @param daysAgo how many days ago; zero for today
  record TypeDay(int daysAgo, Words field) implements Deed {}

  /// Keeps in mind the code, or the proposal, that stands on the page.
  record Remember() implements Deed {}

  /// Keeps in mind the code that stands in the letter that the story sent.
  record ReadLetter() implements Deed {}

  /// Writes that code in the field that is called so.
  record TypeCode(Words field) implements Deed {}

  /// Copies what stands at an address, in another window, to the field that is called so.
  record Paste(URI address, Words field) implements Deed {}

  /// Clicks on what is called so, and keeps the file that comes.
  ///
  /// @param place which of those that are called so, from one; zero when there is one only
  record Download(Words name, int place) implements Deed {}

  /// Hands in the file that came last at the field that is called so.
  record HandIn(Words field) implements Deed {}

  /// Waits a little, and has the page anew; what is seen next may take a while.
  record Refresh() implements Deed {}

  /// Reads the heading of the page.
  record OnPage(Words heading) implements Deed {}

  /// Reads this somewhere on the page.
  record Sees(Words text) implements Deed {}

  /// Looks at a picture of the page as it is now.
  ///
  /// @param heading what the picture is said to show
  /// @param file its name in the folder of pictures
  record Picture(String heading, String file) implements Deed {}

  /// Is this one click for who follows the walk?
  default boolean isClick() {
    return switch (this) {
      case Choose _, Answer _, Click _, Download _, HandIn _ -> true;
      case Open _,
          Turn _,
          Within _,
          Type _,
          TypeDay _,
          Remember _,
          ReadLetter _,
          TypeCode _,
          Paste _,
          Refresh _,
          OnPage _,
          Sees _,
          Picture _ ->
          false;
    };
  }

  /// Words as they stand between « and »; three dots stand for what differs from day to day.
  ///
  /// @param written as the manual has them
  record Words(String written) {
    /// Exactly these words.
    Pattern whole() {
      return Pattern.compile("\\s*" + expression() + "\\s*");
    }

    /// These words, somewhere.
    Pattern somewhere() {
      return Pattern.compile(expression());
    }

    /// In the part of regular expressions that Java and JavaScript share.
    private String expression() {
      return written
          .replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0")
          .replace(" ", "\\s+")
          .replace("…", ".+");
    }
  }
}
