package nl.sluis.consent.event;

import java.util.Optional;

/// What can happen to a consent (the split of withdrawn, revoked, invalidated follows DPV 2.3).
public enum EventType {
  /// The question was put.
  ASKED,
  /// Somebody wants to think about it; that is not a yes.
  DEFERRED,
  /// Somebody said yes.
  GIVEN,
  /// Somebody said no.
  REFUSED,
  /// Somebody took a yes back (AVG 7(3)).
  WITHDRAWN,
  /// Somebody who said yes says it again to the same question and text, for a new term.
  RENEWED,
  /// Somebody says that this is not what was said or agreed.
  DISPUTED,
  /// The same person takes that back.
  DISPUTE_RESOLVED,
  /// The controller gave the consent up.
  REVOKED_BY_CONTROLLER,
  /// A court or authority set it aside.
  INVALIDATED,
  /// Its term ended. It explains; whether a term ended is computed at use.
  EXPIRED,
  /// A birthday passed after which others must say yes. It explains; age is computed at use.
  AGE_BOUNDARY,
  /// Gezag changed. It explains; gezag is read at use.
  AUTHORITY_CHANGED,
  /// A court put its decision in the place of one person's yes (BW 1:253a).
  SUBSTITUTED_BY_COURT,
  /// What was recorded of somebody's words was wrong. It names the wrong event and changes nothing
  /// of it; that person has to speak again, whatever the wrong event said.
  CORRECTED,
  /// It was meant for one time, and that time was.
  CONSUMED,
  /// It rests because somebody is in danger.
  SUSPENDED_SAFETY;

  /// Does this stop, until the same person takes it back?
  public boolean isStop() {
    return isOpenQuestion() || this == REFUSED || this == WITHDRAWN || this == DISPUTED;
  }

  /// Is it a stop that is no no: somebody has yet to speak, or to speak again?
  public boolean isOpenQuestion() {
    return this == DEFERRED || this == CORRECTED;
  }

  /// Does it only explain what is computed at use in any case?
  public boolean isExplanation() {
    return this == EXPIRED || this == AGE_BOUNDARY || this == AUTHORITY_CHANGED;
  }

  /// Is it over for everybody: given up, set aside or used up?
  public boolean isEnd() {
    return this == REVOKED_BY_CONTROLLER || this == INVALIDATED || this == CONSUMED;
  }

  /// What it answers to the question, for who said it; empty when it says nothing of that.
  public Optional<Answer> answer() {
    return switch (this) {
      case GIVEN, RENEWED -> Optional.of(Answer.JA);
      case REFUSED, WITHDRAWN, DISPUTED -> Optional.of(Answer.NEE);
      case DEFERRED -> Optional.of(Answer.LATER);
      case CORRECTED, DISPUTE_RESOLVED -> Optional.of(Answer.ANDERS);
      case ASKED,
          REVOKED_BY_CONTROLLER,
          INVALIDATED,
          EXPIRED,
          AGE_BOUNDARY,
          AUTHORITY_CHANGED,
          SUBSTITUTED_BY_COURT,
          CONSUMED,
          SUSPENDED_SAFETY ->
          Optional.empty();
    };
  }

  /// The Dutch word for what somebody said, or a court in somebody's place; empty for what happened
  /// without a word.
  public Optional<String> said() {
    return switch (this) {
      case GIVEN, RENEWED -> Optional.of("gegeven");
      case REFUSED -> Optional.of("geweigerd");
      case DEFERRED -> Optional.of("uitgesteld");
      case WITHDRAWN -> Optional.of("ingetrokken");
      case DISPUTED -> Optional.of("betwist");
      case DISPUTE_RESOLVED -> Optional.of("hersteld");
      case SUBSTITUTED_BY_COURT -> Optional.of("vervangen-door-rechter");
      case ASKED,
          REVOKED_BY_CONTROLLER,
          INVALIDATED,
          EXPIRED,
          AGE_BOUNDARY,
          AUTHORITY_CHANGED,
          CORRECTED,
          CONSUMED,
          SUSPENDED_SAFETY ->
          Optional.empty();
    };
  }

  /// Is this somebody's yes?
  public boolean isYes() {
    return this == GIVEN || this == RENEWED;
  }
}
