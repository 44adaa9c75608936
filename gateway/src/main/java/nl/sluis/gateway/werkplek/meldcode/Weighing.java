package nl.sluis.gateway.werkplek.meldcode;

import java.util.Map;

/// What the afwegingskader says to the answers so far. It advises; a person decides, in step five.
public sealed interface Weighing {
  /// Report to Veilig Thuis.
  ///
  /// @param question the answer to which leads there
  record Report(int question) implements Weighing {}

  /// Offer or organise help here, and follow it.
  record Help() implements Weighing {}

  /// There is no suspicion: nothing more, but to write down that it was looked into.
  record Nothing() implements Weighing {}

  /// First ask somebody who knows more, and then answer this question.
  ///
  /// @param question which one is in doubt
  record Consult(int question) implements Weighing {}

  /// This question is to be answered first.
  ///
  /// @param question which one
  record Open(int question) implements Weighing {}

  /// Follows the answers from the first question on. Pure.
  ///
  /// @param answers `ja`, `nee`, `twijfel` or `nvt` by the number of the question; none where it
  ///   was not answered
  static Weighing of(Framework framework, Map<Integer, String> answers) {
    for (int number = 1; number <= Framework.QUESTIONS; number++) {
      var way = framework.questions().get(number - 1).ways().get(answers.getOrDefault(number, ""));
      if (way == null) {
        return new Open(number);
      }
      switch (way) {
        case VERDER -> {}
        case MELDEN -> {
          return new Report(number);
        }
        case HULP -> {
          return new Help();
        }
        case SLUITEN -> {
          return new Nothing();
        }
        case OVERLEG -> {
          return new Consult(number);
        }
      }
    }
    throw new IllegalStateException("the last question leads nowhere in " + framework.version());
  }
}
