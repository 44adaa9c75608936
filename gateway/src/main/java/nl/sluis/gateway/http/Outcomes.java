package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.gateway.desk.Outcome;

/// Tells a partner what became of something it wanted on record.
final class Outcomes {
  private Outcomes() {}

  /// What is told of what is on record.
  ///
  /// @param name how the identifier is called in the answer
  static ObjectNode done(Outcome.Done done, String name) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put(name, done.id())
            .put("ontvangstbewijs", done.receipt());
    done.told().forEach(body::put);
    return body;
  }

  /// @param name how the identifier is called in the answer
  static Reply reply(Outcome outcome, String name) {
    return switch (outcome) {
      case Outcome.Done done -> Reply.json(201, done(done, name));
      case Outcome.Faulty faulty ->
          Problem.of(
              new InputFault(
                  faulty.faults().stream()
                      .map(f -> new InputFault.Field(f.field(), f.sentence(), ""))
                      .toList()));
      case Outcome.NotAllowed refused -> Problem.forbidden(refused.why(), refused.sentence());
      case Outcome.NotThere() -> Problem.notThere();
    };
  }
}
