package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.ondertekening.KeptMessages.Kept;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;

/// A message that does not pass, or not yet: a row and an answer, and nothing of its content is
/// kept but what [Keeping] keeps.
final class StoppedPlan implements Plan<Answer> {
  private final Decided decided;
  private final Decision decision;
  private final Answers answers;
  private final ObjectNode body;

  /// @param kept what waits here of it meanwhile
  StoppedPlan(Decided decided, Decision decision, Answers answers, Optional<Kept> kept) {
    this.decided = decided;
    this.decision = decision;
    this.answers = answers;
    this.body = AnswerJson.stopped(decided.admitted().transaction(), decision, decided.convenant());
    if (decision instanceof Hold) {
      // What the sender can supply: here our registers say what they miss.
      body.setAll(decided.said().told());
    }
    kept.ifPresent(
        waits ->
            body.putObject("bewaard")
                .put("tot", waits.until().toString())
                .put("transactie", waits.next().toString()));
  }

  @Override
  public List<Entry> entries() {
    var kind = decision instanceof Hold ? EntryKind.HELD : EntryKind.REFUSED;
    return decided.entries(kind);
  }

  @Override
  public void write(Writes writes, List<Logged> rows) {
    writes.add(
        answers.remember(
            decided,
            AnswerJson.kind(decision),
            body,
            Optional.empty(),
            rows.getFirst(),
            writes.treeSize()));
  }

  @Override
  public Answer answer(Written written) {
    return new Answer(AnswerJson.kind(decision), body, written.receipt());
  }
}
