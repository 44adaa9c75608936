package nl.sluis.gateway.bereik;

import java.util.Locale;

/// Why an organisation must reach somebody otherwise.
enum Reason {
  /// Nothing was chosen.
  GEEN_KANAAL,
  /// The mailbox takes nothing.
  MAIL_MISLUKT,
  /// That person chose letters: write one.
  BRIEF_STUREN,
  /// A letter came back.
  BRIEF_RETOUR,
  /// That person wants to hear it from people.
  LOKET,
  /// It need not: a mail went, or there is nothing that this person may learn.
  NIET_NODIG;

  /// The Dutch word, such as `geen-kanaal`.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
