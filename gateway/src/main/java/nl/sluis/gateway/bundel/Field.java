package nl.sluis.gateway.bundel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What one thing in a bundle says, each part hidden by a salt of its own. A row of an exchange and
/// a step of a case have the same fields, so that a closed one does not tell which it is.
///
/// The order is that of the words, which is the order in a leaf.
public enum Field {
  /// Who got it, or would have.
  AAN,
  /// What was answered to each question about the risk.
  ANTWOORDEN,
  /// Whom it is about: a word that says nothing outside this case.
  BETROKKENE,
  /// On which day, in Europe/Amsterdam.
  DAG,
  /// What for.
  DOEL,
  /// Which officer did it: a keyed word.
  DOOR,
  /// Where its row stands in the logbook, with the leaf that stands there.
  PLEK,
  /// By which rule of the convenant it was given.
  REGEL,
  /// What happened, or was done.
  SOORT,
  /// Which kinds of data.
  SOORTEN,
  /// At what time.
  TIJD,
  /// What an officer wrote with a step.
  TOELICHTING,
  /// What was proposed or decided.
  UITKOMST,
  /// By which both organisations know the exchange.
  UITWISSELING,
  /// Who gave it, or wanted to.
  VAN,
  /// `rij` for a row of an exchange, `stap` for a step of the case.
  WAT;

  /// The words of all of them, in order.
  static final List<String> WORDS = Arrays.stream(values()).map(Field::word).toList();

  /// The Dutch word, in a bundle.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
