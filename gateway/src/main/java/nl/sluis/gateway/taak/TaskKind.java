package nl.sluis.gateway.taak;

import java.util.Arrays;
import java.util.Optional;
import nl.sluis.policies.toezicht.Work;

/// What must be done.
public enum TaskKind {
  /// The family says that a talk was not held: look into the claim.
  TALK_DISPUTED("gesprek-betwist"),
  /// A receiver did not confirm in time that it stopped: ask.
  STOP_NOT_CONFIRMED("stop-niet-bevestigd"),
  /// What is known of gezag grows old: look it up again.
  CUSTODY_AGES("gezag-veroudert"),
  /// No register can be asked here: look up who has gezag, and enter it with two people.
  LOOK_UP_CUSTODY("gezag-opzoeken"),
  /// Somebody objected: weigh it (AVG 21).
  WEIGH_OBJECTION("bezwaar-wegen"),
  /// A measure has reached the day on which it is looked at again.
  REVIEW("herziening"),
  /// A yes that a professional wrote down was not seen by who is said to have given it.
  STATEMENT_UNSEEN("verklaring-niet-gezien"),
  /// Somebody could not be told by a way of their own that something lies ready: reach that person
  /// otherwise.
  REACH_OTHERWISE("anders-bereiken"),
  /// Two references were wrongly joined: look at what went out meanwhile.
  LINK_UNDONE("koppeling-ongedaan"),
  /// A giver is shielded from the receiver: choose another way.
  GIVER_SHIELDED("afgeschermde-gever"),
  /// A birthday or a change of gezag ended a consent: ask again.
  ASK_AGAIN("opnieuw-vragen"),
  /// Somebody here reported acute danger: the aandachtsfunctionaris looks along.
  ACUTE_REPORTED("acuut-gemeld"),
  /// No person at Veilig Thuis is known to have read a report of acute danger: phone 0800-2000.
  ACUTE_UNCONFIRMED("acuut-onbevestigd"),
  /// A report hid itself from the family for a day: a second person stands for that, or lifts it.
  CONFIRM_EMBARGO("embargo-bevestigen"),
  /// What had to be done for safety's sake was not done in time: the data protection officer looks.
  OFFICER_LOOKS("fg-kijkt"),
  /// The whole meldcode record of a report of acute danger must still be made.
  RECORD_AFTERWARDS("nadocumentatie"),
  /// Something went out for safety's sake: somebody else looks back at it.
  LOOK_BACK("nacontrole"),
  /// It was right, and something was missing: mend the record.
  MEND_RECORD("dossier-aanvullen"),
  /// It should not have gone out: is it a breach that must be reported (AVG 33)?
  ASSESS_BREACH("datalek-beoordelen"),
  /// It should not have gone out: correct it at the receiver (AVG 19).
  CORRECT_REPORT("melding-rechtzetten"),
  /// It should not have gone out: tell the family (AVG 34).
  INFORM_FAMILY("gezin-informeren"),
  /// A report that you received was judged unjustified by its sender: weigh what you do with it.
  REPORT_UNJUSTIFIED("melding-onterecht"),
  /// Somebody asks why something was shared: answer.
  ANSWER_WHY("waarom-beantwoorden"),
  /// Somebody says that it is not right: weigh whether it is mended (AVG 16).
  WEIGH_RECTIFICATION("rectificatie-wegen"),
  /// Somebody wants it erased: weigh whether it is (AVG 17).
  WEIGH_ERASURE("wissing-wegen"),
  /// Somebody complains: answer.
  ANSWER_COMPLAINT("klacht-behandelen"),
  /// Somebody wants to know what you gave and got: answer with all that may be seen of it (AVG 15).
  ANSWER_ACCESS("inzage-beantwoorden"),
  /// Who gave you data mended or erased them because somebody asked: do the same, and say what you
  /// did (AVG 19).
  MEND_AS_SENDER_DID("wijziging-verwerken"),
  /// Who gave you data called them back or put others in their place: undo it, and say what you did
  /// (AVG 5(1)(d)).
  UNDO_AS_SENDER_ASKS("terugroeping-verwerken"),
  /// You called data back or put others in their place, and their receiver did not say yet what it
  /// did: ask.
  RECALL_UNANSWERED("terugroeping-volgen"),
  /// A receiver gave back what you sent: look what went wrong, and to whom it should have gone.
  LOOK_AT_RETURN("retour-bekijken"),
  /// What is brought to your door does not arrive there: mend the door and have it brought anew, or
  /// come for it.
  NOT_BROUGHT("aflevering-mislukt"),
  /// The certificate with which you come in, or a key of yours, ends soon: get a new one, and use
  /// it.
  RENEW("vernieuwen"),
  /// Veilig Thuis asked you something: answer or refuse, as you have the right to (Wmo 2015 5.2.6).
  ANSWER_QUESTION("vraag-beantwoorden"),
  /// Somebody was helped at your desk to say yes, no or stop: somebody else looks back at it.
  HELP_LOOK_BACK("hulp-nakijken"),
  /// Somebody proposes to close something for which two are needed: confirm it, or give it back.
  SECOND_PERSON("tweede-persoon");

  private final String code;

  TaskKind(String code) {
    this.code = code;
  }

  /// The Dutch word.
  public String code() {
    return code;
  }

  /// Does the data protection officer hear of it when it is not done in time (domain 2.6, 2.8, 3.6,
  /// 3.7)?
  public boolean goesToOfficer() {
    return switch (this) {
      case REVIEW,
          CONFIRM_EMBARGO,
          RECORD_AFTERWARDS,
          LOOK_BACK,
          MEND_RECORD,
          ASSESS_BREACH,
          CORRECT_REPORT,
          INFORM_FAMILY,
          WEIGH_OBJECTION,
          ANSWER_WHY,
          WEIGH_RECTIFICATION,
          WEIGH_ERASURE,
          ANSWER_COMPLAINT,
          ANSWER_ACCESS,
          MEND_AS_SENDER_DID,
          UNDO_AS_SENDER_ASKS,
          RECALL_UNANSWERED,
          HELP_LOOK_BACK,
          SECOND_PERSON ->
          true;
      case TALK_DISPUTED,
          STOP_NOT_CONFIRMED,
          CUSTODY_AGES,
          LOOK_UP_CUSTODY,
          STATEMENT_UNSEEN,
          REACH_OTHERWISE,
          LINK_UNDONE,
          GIVER_SHIELDED,
          ASK_AGAIN,
          ACUTE_REPORTED,
          ACUTE_UNCONFIRMED,
          OFFICER_LOOKS,
          LOOK_AT_RETURN,
          NOT_BROUGHT,
          RENEW,
          ANSWER_QUESTION,
          REPORT_UNJUSTIFIED ->
          false;
    };
  }

  /// How it comes to its end. A new kind says so here, or nothing compiles.
  public TaskEnd end() {
    return switch (this) {
      case TALK_DISPUTED,
          STOP_NOT_CONFIRMED,
          CUSTODY_AGES,
          LOOK_UP_CUSTODY,
          STATEMENT_UNSEEN,
          REACH_OTHERWISE,
          LINK_UNDONE,
          GIVER_SHIELDED,
          ASK_AGAIN,
          ACUTE_REPORTED,
          ACUTE_UNCONFIRMED,
          LOOK_AT_RETURN,
          NOT_BROUGHT ->
          TaskEnd.WOORD;
      case REVIEW,
          CONFIRM_EMBARGO,
          RECORD_AFTERWARDS,
          MEND_RECORD,
          CORRECT_REPORT,
          INFORM_FAMILY,
          RECALL_UNANSWERED ->
          TaskEnd.VEILIGHEID;
      case OFFICER_LOOKS -> TaskEnd.FUNCTIONARIS;
      case REPORT_UNJUSTIFIED -> TaskEnd.RECHTZETTING;
      case UNDO_AS_SENDER_ASKS -> TaskEnd.TERUGROEPING;
      case WEIGH_OBJECTION,
          ANSWER_WHY,
          WEIGH_RECTIFICATION,
          WEIGH_ERASURE,
          ANSWER_COMPLAINT,
          ANSWER_ACCESS ->
          TaskEnd.ANTWOORD;
      case MEND_AS_SENDER_DID -> TaskEnd.ONTVANGERSBERICHT;
      case ANSWER_QUESTION -> TaskEnd.VRAAG;
      case RENEW -> TaskEnd.GEBRUIK;
      case HELP_LOOK_BACK -> TaskEnd.NAKIJKING;
      case LOOK_BACK -> TaskEnd.OORDEEL;
      case ASSESS_BREACH -> TaskEnd.ZAAK;
      case SECOND_PERSON -> TaskEnd.TWEEDE;
    };
  }

  /// Of which work the control policy speaks when it speaks of this; empty when it does not.
  public Optional<Work> work() {
    return switch (this) {
      case LOOK_BACK -> Optional.of(Work.OVERRIDE);
      case RECORD_AFTERWARDS -> Optional.of(Work.NADOCUMENTATIE);
      case REVIEW, CONFIRM_EMBARGO -> Optional.of(Work.EMBARGO);
      case WEIGH_OBJECTION -> Optional.of(Work.BEZWAAR);
      case ANSWER_WHY, WEIGH_RECTIFICATION, WEIGH_ERASURE, ANSWER_ACCESS ->
          Optional.of(Work.VERZOEK);
      case STOP_NOT_CONFIRMED -> Optional.of(Work.STOP);
      case TALK_DISPUTED -> Optional.of(Work.BETWISTING);
      case CUSTODY_AGES, LOOK_UP_CUSTODY -> Optional.of(Work.GEZAG);
      case ASSESS_BREACH -> Optional.of(Work.DATALEK);
      case STATEMENT_UNSEEN,
          REACH_OTHERWISE,
          LINK_UNDONE,
          GIVER_SHIELDED,
          ASK_AGAIN,
          ACUTE_REPORTED,
          ACUTE_UNCONFIRMED,
          OFFICER_LOOKS,
          MEND_RECORD,
          CORRECT_REPORT,
          INFORM_FAMILY,
          REPORT_UNJUSTIFIED,
          ANSWER_COMPLAINT,
          MEND_AS_SENDER_DID,
          HELP_LOOK_BACK,
          UNDO_AS_SENDER_ASKS,
          RECALL_UNANSWERED,
          LOOK_AT_RETURN,
          NOT_BROUGHT,
          RENEW,
          ANSWER_QUESTION,
          SECOND_PERSON ->
          Optional.empty();
    };
  }

  /// The kind with this Dutch word, if there is one.
  public static Optional<TaskKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
