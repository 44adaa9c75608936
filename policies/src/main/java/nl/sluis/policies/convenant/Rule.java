package nl.sluis.policies.convenant;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// One line of the convenant: who may send what to whom, for which purpose, on which ground.
///
/// Two locks: a ground of the AVG and a key for professional secrecy, each with its article.
///
/// @param id the identifier that returns in decision, logbook, receipt and documents, such as `X02`
/// @param purpose what for
/// @param from the roles that may send
/// @param to the roles that may receive
/// @param fromKinds the kinds of party that may send, such as `school-po`; empty when any may
/// @param toKinds the kinds of party that may receive; empty when any may
/// @param fixedContact whether the receiver must be the fixed contact of the sender for its role
/// @param aggregateOnly whether it carries counts only, so that data on a person is refused as such
/// @param lane by which road
/// @param categories what it says of each category it names; any other category is forbidden
/// @param grounds the articles of the AVG and of the law it rests on, at least one
/// @param secrecyKey the article that opens professional secrecy; empty when the sender holds none
/// @param consent who must say yes
/// @param ages for whom it is, by the age that is known at the instant of deciding
/// @param conditions the codes of the preconditions, all of which must be met
/// @param references the kinds of reference by which the message may point at the person
/// @param forwarded names of disclosures that travel along besides the categories, such as
///   `handelend`
/// @param otherChannel where the exchange belongs when it must not run through Sluis
/// @param publicTask whether it rests on AVG 6(1)(e), so that an objection (AVG 21) stops it
/// @param notifyFamily whether the family is told before or at once
/// @param embargoAllowed whether the row may stay hidden from the family for a time
/// @param obligations what must happen whenever a message passes by this rule
/// @param unreadWorkingDays how long an unread parcel waits, in Dutch working days
/// @param neverLapses true for reports that escalate rather than lapse unread
/// @param retention the code of the term after which the row is erased, such as `R-JH`
/// @param familySentence what a family reads, in plain Dutch
/// @param legalPoints the points of law it leans on, such as `J1`: those it names, and those that
///   follow from what it does
/// @param source where the rule stands: file and line of the YAML
public record Rule(
    String id,
    Purpose purpose,
    Set<Role> from,
    Set<Role> to,
    Set<String> fromKinds,
    Set<String> toKinds,
    boolean fixedContact,
    boolean aggregateOnly,
    Lane lane,
    Map<DataCategory, CategoryRule> categories,
    List<LawRef> grounds,
    Optional<LawRef> secrecyKey,
    ConsentRequirement consent,
    Ages ages,
    List<String> conditions,
    Set<ReferenceKind> references,
    Set<String> forwarded,
    Optional<String> otherChannel,
    boolean publicTask,
    boolean notifyFamily,
    boolean embargoAllowed,
    Set<Obligation> obligations,
    int unreadWorkingDays,
    boolean neverLapses,
    String retention,
    String familySentence,
    List<String> legalPoints,
    String source) {

  /// Copies its parts.
  public Rule {
    from = Set.copyOf(from);
    to = Set.copyOf(to);
    categories = Map.copyOf(categories);
    grounds = List.copyOf(grounds);
    conditions = List.copyOf(conditions);
    legalPoints = List.copyOf(legalPoints);
    references = Set.copyOf(references);
    forwarded = Set.copyOf(forwarded);
    fromKinds = Set.copyOf(fromKinds);
    toKinds = Set.copyOf(toKinds);
    obligations = Set.copyOf(obligations);
  }

  /// Those of the offered categories that this rule takes sealed only.
  public Set<DataCategory> sealed(Set<DataCategory> offered) {
    var sealed = EnumSet.noneOf(DataCategory.class);
    for (var category : offered) {
      var says = categories.get(category);
      if (says != null
          && says.presence() != CategoryRule.Presence.VERBODEN
          && says.handling() == Handling.VERZEGELD) {
        sealed.add(category);
      }
    }
    return sealed;
  }
}
