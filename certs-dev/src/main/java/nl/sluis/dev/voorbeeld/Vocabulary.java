package nl.sluis.dev.voorbeeld;

import java.util.List;
import java.util.Optional;

/// Every kind of step and every kind of observation; `docs/voorbeeld.md` must know each of them.
final class Vocabulary {
  static final List<ActionKind> ACTIONS =
      List.of(
          SendReader.KIND,
          ReplayAction.KIND,
          PostbusActions.LOOK,
          PostbusActions.FETCH,
          PostbusActions.ACKNOWLEDGE,
          PostbusActions.STATUS,
          FactActions.FAMILY,
          GezagActions.ASK,
          ConsentActions.CONSENT,
          ConsentActions.STATEMENT,
          ConsentActions.WITHDRAWAL,
          LifecycleActions.LOOK,
          LifecycleActions.REVOKE,
          LifecycleActions.INVALIDATE,
          LifecycleActions.SUSPEND,
          LifecycleActions.RENEW,
          LifecycleActions.CORRECT,
          StopActions.RESTRICTION,
          StopActions.LIFT,
          StopActions.WEIGH,
          HidingActions.SHIELD,
          HidingActions.UNSHIELD,
          HidingActions.HIDE,
          HidingActions.SHOW,
          FactActions.CONDITION,
          FactActions.LINK_CODE,
          PersonActions.LETTER,
          PersonActions.CODE,
          PersonActions.LOOK,
          PersonActions.SAY,
          PersonActions.WITHDRAW,
          RequestActions.ASK,
          RequestActions.SHEET,
          RequestActions.LOOK,
          RequestActions.ANSWER,
          PresenceActions.ASK,
          NoticeActions.LOOK,
          NoticeActions.ANSWER,
          OnlookerActions.LOOK,
          OnlookerActions.LET,
          StopMessageActions.FETCH,
          StopMessageActions.CONFIRM,
          StopMessageActions.FOLLOWS,
          StopMessageActions.CAME,
          LinkActions.MERGE,
          LinkActions.JOIN,
          LinkActions.LIST,
          LinkActions.PREVIEW,
          LinkActions.UNDO,
          TalkActions.LOOK,
          TalkActions.REPORTS,
          TalkActions.DENY,
          TalkActions.AFFIRM,
          ReceiptActions.RECEIPT,
          ReceiptActions.EXPORT,
          TableActions.OPEN,
          TableActions.MEMBER,
          TableActions.SUBJECT,
          TableActions.FREEZE,
          TableActions.CLOSE,
          TableActions.LOOK,
          StaffActions.CONTACT,
          StaffActions.ASK,
          StaffActions.DECLARE,
          StaffActions.CHOOSE,
          StaffActions.UNCHOOSE,
          StaffActions.COUNT,
          PowerActions.MANDATE,
          PowerActions.REVOCATION,
          PowerActions.KEY,
          SigningActions.ANNOUNCE,
          SigningActions.WITHDRAW,
          SigningActions.BRING,
          SigningActions.INVITE,
          SigningActions.ENTER,
          SigningActions.AGREE,
          TimeActions.PASSES,
          TimeActions.UNTIL,
          CertificateAction.KIND,
          TokenAction.KIND,
          ShowTokenAction.KIND,
          GatewayActions.LISTS,
          GatewayActions.BRP,
          SignAction.KIND,
          QuestionAction.KIND,
          CallAction.KIND,
          DatabaseActions.EDIT,
          DatabaseActions.DELETE,
          DatabaseActions.SWAP,
          BreakActions.BREAK,
          BreakActions.MEND,
          OutageActions.DATABASE,
          OutageActions.DOOR,
          GatewayActions.CHECK_LOGBOOK,
          GatewayActions.RESTART,
          GatewayActions.HOUSEKEEPING);

  static final List<ExpectationKind> EXPECTATIONS = Expectations.ALL;

  private Vocabulary() {}

  static Optional<ActionKind> action(String name) {
    return ACTIONS.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  static Optional<ExpectationKind> expectation(String name) {
    return EXPECTATIONS.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
