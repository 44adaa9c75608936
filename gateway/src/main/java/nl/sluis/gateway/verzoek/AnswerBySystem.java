package nl.sluis.gateway.verzoek;

import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.vierogen.SecondPersons;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Answering a request by a connected system. It has one word for two people: where the control
/// policy of its organisation asks for two, nothing is answered. May be shared between threads.
public final class AnswerBySystem {
  private final RightsDesk desk;
  private final SecondPersons.Of policy;

  /// @param desk where a request is answered
  /// @param policy for what a second person is asked
  public AnswerBySystem(RightsDesk desk, SecondPersons.Of policy) {
    this.desk = desk;
    this.policy = policy;
  }

  /// Where the rest is done with it.
  public RightsDesk desk() {
    return desk;
  }

  /// Answers it, or says that two people must.
  ///
  /// @param answer one of [RequestKind#answers]
  public Work<Outcome> answer(
      Oin caller, PartyRole party, SubjectRequest request, StepKind answer, RightsDesk.Said said) {
    return desk.filing(
        caller,
        party,
        request,
        answer.code(),
        (found, current, detail) -> {
          var sort = current.kind().task().work();
          return policy.of(found.tx(), current.holder()).bySystem(AnswerByTwo.closing(answer), sort)
              ? desk.alone(found, current, party, answer, said, detail)
              : Filing.notAllowed(
                  Denial.TWEEDE_PERSOON_NODIG, Denial.TWEEDE_PERSOON_NODIG.remedy());
        });
  }
}
