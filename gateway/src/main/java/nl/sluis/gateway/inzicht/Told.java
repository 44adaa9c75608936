package nl.sluis.gateway.inzicht;

import java.util.Locale;
import java.util.Optional;
import nl.sluis.gateway.logbook.EntryKind;

/// What a line tells a family.
public enum Told {
  /// Somebody got something.
  GEKREGEN,
  /// Somebody wanted to give something, and it was not allowed.
  GEWEIGERD,
  /// Somebody wanted to give something, and something must be done first.
  AANGEHOUDEN,
  /// It was allowed, and did not reach anybody.
  NIET_UITGEREIKT,
  /// A receiver was asked to stop with what it got.
  STOP_GEVRAAGD,
  /// A receiver said what it did with that.
  STOP_BEVESTIGD,
  /// Who gave called it back.
  TERUGGEROEPEN,
  /// Who gave put another in its place.
  VERVANGEN,
  /// Who got it said what was done with that.
  TERUG_BEANTWOORD,
  /// Who got it, or would have, gave it back.
  TERUGGESTUURD,
  /// The privacy officer of who gave, or wanted to, opened whom it is about.
  CONTROLE_GEVER,
  /// The privacy officer of who got, or would have, did.
  CONTROLE_ONTVANGER,
  /// The person who looks said something.
  EIGEN_WOORD;

  /// The step (`handeling`) of a row `inzage` by which an officer opened a person: of all looks the
  /// only one that a family reads of.
  public static final String OPENED = "toezicht-geopend";

  /// What a row of this kind tells; empty for every kind that is nothing for a family to see.
  ///
  /// What waits (`aangenomen`) was not given to anybody yet; what was fetched again is no second
  /// disclosure. What others said, where they live, who looked and what is kept from whom has no
  /// line at all, so no line of it can slip through; but that an officer opened somebody is read
  /// from the row itself ([Happened]).
  static Optional<Told> of(EntryKind kind) {
    return switch (kind) {
      case DISCLOSED -> Optional.of(GEKREGEN);
      case REFUSED -> Optional.of(GEWEIGERD);
      case HELD -> Optional.of(AANGEHOUDEN);
      case NOT_DELIVERED, LAPSED -> Optional.of(NIET_UITGEREIKT);
      case STOP_MESSAGE -> Optional.of(STOP_GEVRAAGD);
      case STOP_CONFIRMED -> Optional.of(STOP_BEVESTIGD);
      case RECALL -> Optional.of(TERUGGEROEPEN);
      case REPLACEMENT -> Optional.of(VERVANGEN);
      case RECALL_ANSWERED -> Optional.of(TERUG_BEANTWOORD);
      case RETURN -> Optional.of(TERUGGESTUURD);
      case ACCEPTED,
          REDELIVERED,
          QUESTION,
          CONFIRMED,
          CONSENT,
          WITHDRAWAL,
          GEZAG,
          RESTRICTION,
          CONDITION,
          CONSENT_ENDED,
          COURT,
          JUDGEMENT,
          REQUEST,
          NOTICE,
          INVITATION,
          CLAIM,
          READING,
          SUBJECT_REQUEST,
          ONLOOKER,
          EMBARGO,
          RECEIPT,
          TASK,
          LINK,
          OVERLEG,
          CONTACT,
          PERSON,
          SIGNAL,
          COUNT,
          HALT,
          PARTNER,
          MANDATE,
          SUBSCRIPTION,
          KEY,
          AGREEMENT,
          CONVENANT,
          CONTROL_POLICY,
          REMINDER,
          ESCALATION,
          DELIVERED,
          HANDOVER,
          REVIEW,
          CASE,
          SHREDDED,
          INSPECTION,
          MONTH,
          ERASURE,
          ERASURE_DECIDED,
          RESTORED,
          EPOCH,
          START,
          STOP ->
          Optional.empty();
    };
  }

  /// Does a receiver say with it what it did?
  public boolean isAnswer() {
    return this == STOP_BEVESTIGD || this == TERUG_BEANTWOORD;
  }

  /// The last part of the key of its text, such as `niet-uitgereikt`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
