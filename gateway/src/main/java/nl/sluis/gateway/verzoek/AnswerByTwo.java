package nl.sluis.gateway.verzoek;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.desk.ByTwo;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Answering a request by one or two people, as the control policy says. Who asked reads the answer
/// when it is one: a proposal is nobody's answer. May be shared between threads.
public final class AnswerByTwo {
  private static final String FUNCTION = "privacy-officer";

  private final RightsDesk desk;
  private final ByTwo two;

  /// @param desk where a request is answered
  public AnswerByTwo(RightsDesk desk, ByTwo two) {
    this.desk = desk;
    this.two = two;
  }

  static Closing closing(StepKind answer) {
    return switch (answer) {
      case BEANTWOORD, TOEGEWEZEN -> Closing.VERZOEK_TOEGEWEZEN;
      case GEWEIGERD -> Closing.VERZOEK_GEWEIGERD;
      case ONTVANGEN, VERLENGD -> throw new IllegalArgumentException("no answer");
    };
  }

  /// Is a second person needed for this answer?
  public boolean needsSecond(SubjectRequest request, StepKind answer) throws SQLException {
    return second(request, answer).isPresent();
  }

  private Optional<Oin> second(SubjectRequest request, StepKind answer) throws SQLException {
    return two.second(
        closing(answer), request.kind().task().work(), request.holder(), Optional.empty());
  }

  /// What lies ready to be the answer; empty when nothing does.
  public Optional<Proposal> proposed(SubjectRequest request) throws SQLException {
    return two.proposed(Closing.VERZOEK_TOEGEWEZEN, request.id());
  }

  /// Answers it, or proposes to.
  ///
  /// @param answer one of [RequestKind#answers]
  /// @param who answers
  /// @param text for who asked
  public Work<Outcome> answer(
      PartyRole party, SubjectRequest request, StepKind answer, Actor who, String text)
      throws SQLException {
    var second = second(request, answer);
    if (second.isEmpty()) {
      return desk.answer(
          party.oin(), party, request, answer, RightsDesk.Said.of(who, FUNCTION, text));
    }
    return desk.filing(
        party.oin(),
        party,
        request,
        "voorgesteld",
        (found, current, detail) -> {
          if (current.answer().isPresent() || !current.kind().answers().contains(answer)) {
            return Filing.fault("uitkomst", "Dit kan geen antwoord (meer) zijn op dit verzoek.");
          }
          var draft =
              new ByTwo.Draft(
                  closing(answer),
                  current.id(),
                  current.holder(),
                  Optional.empty(),
                  Optional.of(current.subject()),
                  Optional.empty(),
                  who,
                  answer.code(),
                  List.of(),
                  text,
                  current.due());
          return two.propose(found, detail, draft, second.get());
        });
  }

  /// The second person confirms it, and it is the answer; or gives it back, and there is none.
  ///
  /// @param why in words, for the logbook
  public Work<Outcome> second(
      PartyRole party,
      SubjectRequest request,
      UUID proposal,
      Actor who,
      Proposals.Said said,
      String why) {
    return desk.filing(
        party.oin(),
        party,
        request,
        said.code(),
        (found, current, detail) ->
            two.answer(
                found,
                detail,
                proposal,
                party.oin(),
                who,
                said,
                why,
                confirmed -> {
                  var answer = StepKind.of(confirmed.outcome()).orElseThrow();
                  var text =
                      RightsDesk.Said.of(confirmed.proposer(), FUNCTION, two.words(confirmed));
                  detail.put("antwoord", answer.code());
                  return desk.answered(found, current, party, answer, text, detail);
                }));
  }
}
