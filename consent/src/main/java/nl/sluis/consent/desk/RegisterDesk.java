package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.terms.Age;

/// Where preconditions with source `register`, and judgements of competence, are put on record.
///
/// May be shared between threads; it runs in the caller's transaction, after the caller locked the
/// subject.
public final class RegisterDesk {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,8}");
  private static final int LEAST_MOTIVATION = 20;
  private static final String ADD_CONDITION =
      """
      insert into registered_condition
        (region, subject_id, condition, purpose, receiver_oin, happened_on, recorded_at,
        recorded_by, evidence_commitment, evidence_sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_COMPETENCE =
      """
      insert into competence
        (region, subject_id, purpose, able, judged_at, valid_until, recorded_at, recorded_by,
        evidence_commitment, evidence_sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final String region;
  private final ConsentParameters parameters;

  /// @param region in whose part of the database the facts live
  /// @param parameters how long a judgement holds
  public RegisterDesk(String region, ConsentParameters parameters) {
    this.region = region;
    this.parameters = parameters;
  }

  /// A precondition as it was handed in.
  ///
  /// @param condition the code in the convenant
  /// @param purpose for which purpose it is met
  /// @param receiverOin for which receiver it is met
  /// @param date when it was met
  /// @param evidence sealed
  public record ConditionDraft(
      String condition, String purpose, String receiverOin, String date, SealedEvidence evidence) {}

  /// A judgement whether someone can weigh one matter (Jeugdwet 7.3.15, BW 7:465), as handed in.
  ///
  /// @param purpose which matter
  /// @param able the judgement, made by a professional and never computed
  /// @param date when it was made
  /// @param judgedBy who judged; only looked at here, kept sealed
  /// @param function in which function; only looked at here, kept sealed
  /// @param motivation why; only looked at here, kept sealed
  /// @param evidence who judged and why, sealed
  public record CompetenceDraft(
      String purpose,
      boolean able,
      String date,
      String judgedBy,
      String function,
      String motivation,
      SealedEvidence evidence) {}

  /// Puts on record that a precondition was met.
  public Filed register(
      Connection tx, UUID subject, ConditionDraft draft, Recorder recorder, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    faults.addIf(
        !CODE.matcher(draft.condition()).matches(),
        "voorwaarde",
        "Noem een voorwaarde uit het convenant.");
    faults.addIf(
        draft.condition().equals(MemberList.CONDITION),
        "voorwaarde",
        "Deze voorwaarde volgt uit een overleg met een bevroren ledenlijst; open dat overleg.");
    var purpose = faults.purpose("doel", draft.purpose());
    var receiver = faults.oin("aan", draft.receiverOin());
    var date = faults.pastDate("datum", draft.date());
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    try (var insert = tx.prepareStatement(ADD_CONDITION)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setString(3, draft.condition());
      insert.setString(4, purpose.orElseThrow().code());
      insert.setString(5, receiver.orElseThrow().value());
      insert.setObject(6, date.orElseThrow());
      insert.setObject(7, ConsentTable.utc(now));
      insert.setString(8, recorder.code());
      ConsentTable.setEvidence(insert, 9, draft.evidence());
      insert.executeUpdate();
    }
    return new Filed.Done(subject);
  }

  /// Puts a judgement of competence on record; it must be made again after the longest term.
  public Filed judge(
      Connection tx, UUID subject, CompetenceDraft draft, Recorder recorder, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var purpose = faults.purpose("doel", draft.purpose());
    var date = faults.pastDate("datum", draft.date());
    faults.addIf(draft.judgedBy().isBlank(), "oordeelDoor.id", "Noem wie dit oordeelde.");
    faults.addIf(
        draft.function().isBlank(), "oordeelDoor.functie", "Noem in welke functie dat was.");
    faults.addIf(
        draft.motivation().strip().length() < LEAST_MOTIVATION,
        "motivering",
        "Schrijf op waarop dit oordeel berust, in ten minste twintig tekens.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var judgedAt = date.orElseThrow().atStartOfDay(Age.CALENDAR).toInstant();
    var until = ConsentParameters.monthsAfter(judgedAt, parameters.longestConsentMonths());
    try (var insert = tx.prepareStatement(ADD_COMPETENCE)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setString(3, purpose.orElseThrow().code());
      insert.setBoolean(4, draft.able());
      insert.setObject(5, ConsentTable.utc(judgedAt));
      insert.setObject(6, ConsentTable.utc(until));
      insert.setObject(7, ConsentTable.utc(now));
      insert.setString(8, recorder.code());
      ConsentTable.setEvidence(insert, 9, draft.evidence());
      insert.executeUpdate();
    }
    return new Filed.Done(subject);
  }
}
