package nl.sluis.consent.notice;

import java.util.Locale;
import java.util.Optional;

/// About what a notice is.
public enum NoticeKind {
  /// A birthday comes from which the own yes of the youth is needed.
  UITNODIGING_LEEFTIJD,
  /// Somebody said yes and that this parent agrees.
  AKKOORD_GENOEMD,
  /// A professional wrote down a yes in this person's name.
  VERKLARING_VASTGELEGD,
  /// A professional says that this person was spoken with.
  GESPREK_GENOEMD,
  /// A consent came to its end otherwise than by the words of a giver.
  TOESTEMMING_GEEINDIGD,
  /// A question was put.
  VERZOEK,
  /// The youth lets this person look; seen for as long as that lasts.
  MEEKIJKEN,
  /// A code that this person may give to the professional beside them.
  AANWEZIGHEIDSCODE,
  /// A text lies ready that this person may read before it goes.
  LEESSTUK,
  /// It was written down that this person read such a text on paper, or what they said of it.
  LEESSTUK_OP_PAPIER,
  /// Data about the child went where they should not have (AVG 34).
  DATALEK,
  /// Somebody may say whether the help fits that was allocated three months ago.
  EVALUATIE;

  /// The word in messages, such as `verklaring-vastgelegd`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Is it about words that this person may say were never spoken?
  public boolean isAboutWords() {
    return this == AKKOORD_GENOEMD || this == VERKLARING_VASTGELEGD;
  }

  /// The kind with this word, if there is one.
  public static Optional<NoticeKind> of(String code) {
    for (var kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
