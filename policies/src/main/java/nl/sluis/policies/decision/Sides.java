package nl.sluis.policies.decision;

import java.util.Set;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// Sender and receiver of one question as the index knows them, each at the second of deciding.
final class Sides {
  private static final Reason.Told[] SENDER = told("afzender");
  private static final Reason.Told[] RECEIVER = told("ontvanger");
  private static final int UNKNOWN = 0;
  private static final int NOT_BOUND = 1;
  private static final int SUSPENDED = 2;
  private static final int NOT_THE_ROLE = 3;
  private static final Reason.Told WRONG_SENDER =
      new Reason.Told(Reason.ROL_NIET_BEVOEGD, "soort-afzender");
  private static final Reason.Told WRONG_RECEIVER =
      new Reason.Told(Reason.ROL_NIET_BEVOEGD, "soort-ontvanger");

  private final Question question;
  private final @Nullable PartyTimeline sender;
  private final @Nullable PartyTimeline receiver;

  Sides(Question question, @Nullable PartyTimeline sender, @Nullable PartyTimeline receiver) {
    this.question = question;
    this.sender = sender;
    this.receiver = receiver;
  }

  private static Reason.Told[] told(String side) {
    return new Reason.Told[] {
      new Reason.Told(Reason.PARTIJ_ONBEKEND, side),
      new Reason.Told(Reason.PARTIJ_NIET_TOEGETREDEN, side),
      new Reason.Told(Reason.PARTIJ_GESCHORST, side),
      new Reason.Told(Reason.ROL_NIET_BEVOEGD, side)
    };
  }

  boolean mayUseBsn() {
    return sender != null && sender.mayUseBsn();
  }

  /// Is the receiver a Veilig Thuis, at this second?
  boolean isVeiligThuis() {
    return question.receiver().role() == Role.VEILIG_THUIS
        && receiver != null
        && receiver.holds(receiver.at(question.at().getEpochSecond()), Role.VEILIG_THUIS);
  }

  void bound(Tally tally) {
    bound(sender, question.sender(), SENDER, tally);
    bound(receiver, question.receiver(), RECEIVER, tally);
  }

  private void bound(
      @Nullable PartyTimeline party, PartyRole who, Reason.Told[] reasons, Tally tally) {
    if (party == null) {
      tally.refuse(reasons[UNKNOWN]);
      return;
    }
    int stretch = party.at(question.at().getEpochSecond());
    if (!party.isBound(stretch)) {
      tally.refuse(reasons[NOT_BOUND]);
    }
    if (party.isSuspended(stretch)) {
      tally.refuse(reasons[SUSPENDED]);
    }
    if (!party.holds(stretch, who.role())) {
      tally.refuse(reasons[NOT_THE_ROLE]);
    }
  }

  void suited(RuleMasks rule, Tally tally) {
    if (!isKind(sender, rule.fromKinds())) {
      tally.refuse(WRONG_SENDER);
    }
    if (!isKind(receiver, rule.toKinds())) {
      tally.refuse(WRONG_RECEIVER);
    }
    var to = question.receiver();
    if (rule.fixedContact() && (sender == null || !sender.hasAsContact(to.oin(), to.role()))) {
      tally.refuse(new Reason.Told(Reason.NIET_DE_VASTE_ONTVANGER, to.role().code()));
    }
  }

  private static boolean isKind(@Nullable PartyTimeline party, Set<String> kinds) {
    return kinds.isEmpty() || party == null || kinds.contains(party.kind());
  }
}
