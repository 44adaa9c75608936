package nl.sluis.policies.question;

import java.time.Instant;
import java.util.Set;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Everything a decision may rest on. The same question has the same answer, years later too.
///
/// Holds no name, number or content, so that it can stand in the logbook.
///
/// @param at the instant of deciding
/// @param purpose what the data is for
/// @param sender who sends, in which role
/// @param receiver who is to receive, in which role
/// @param reference how the message points at the person
/// @param categories the categories that were offered
/// @param sealed those of them that came encrypted for the receiver
/// @param motivated those of them with a text that says why they are necessary
/// @param conditions the codes of the preconditions that are met
/// @param partial what to do when only a part may pass
/// @param meldcode how far the meldcode record reaches
/// @param findings what scanning brought up, and where
/// @param facts what is known of the person
public record Question(
    Instant at,
    Purpose purpose,
    PartyRole sender,
    PartyRole receiver,
    ReferenceKind reference,
    Set<DataCategory> categories,
    Set<DataCategory> sealed,
    Set<DataCategory> motivated,
    Set<String> conditions,
    PartialDelivery partial,
    MeldcodeState meldcode,
    Set<ScanFinding.Found> findings,
    SubjectFacts facts) {

  /// Copies its parts.
  public Question {
    categories = CategorySet.copyOf(categories);
    sealed = CategorySet.copyOf(sealed);
    motivated = CategorySet.copyOf(motivated);
    conditions = Set.copyOf(conditions);
    findings = Set.copyOf(findings);
  }

  /// The same question with the facts as they are at another instant.
  public Question with(Instant instant, SubjectFacts newFacts) {
    return new Question(
        instant,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        findings,
        newFacts);
  }

  /// The same question with other preconditions met, as the register knows them.
  public Question withConditions(Set<String> met) {
    return new Question(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        met,
        partial,
        meldcode,
        findings,
        facts);
  }

  /// The same question with other findings, as our registers add theirs.
  public Question withFindings(Set<ScanFinding.Found> found) {
    return new Question(
        at,
        purpose,
        sender,
        receiver,
        reference,
        categories,
        sealed,
        motivated,
        conditions,
        partial,
        meldcode,
        found,
        facts);
  }
}
