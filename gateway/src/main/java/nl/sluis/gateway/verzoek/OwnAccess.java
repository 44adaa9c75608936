package nl.sluis.gateway.verzoek;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.verzoek.Landing.Side;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.Oin;

/// Where somebody asks an organisation for all that it gave and got, by a program of one's own (AVG
/// 15): about every child at which that person sees that it took part.
///
/// An organisation that is not seen anywhere and one that does not exist are one answer. May be
/// shared between threads.
public final class OwnAccess {
  private final OwnRequests desk;
  private final Lines lines;
  private final Sequencer sequencer;

  OwnAccess(OwnRequests desk, Lines lines, Sequencer sequencer) {
    this.desk = desk;
    this.lines = lines;
    this.sequencer = sequencer;
  }

  /// Asks it, in the language of who asks. Who asks it again before there is an answer asked it
  /// once.
  ///
  /// @return the requests, one for each child; none when this organisation is seen nowhere
  public List<String> ask(Visitor who, Oin organisation, Instant at) throws SQLException {
    var asked = new ArrayList<String>();
    for (var child : lines.children(who, at)) {
      var topic = lines.newest(who, child, organisation, at).map(Topic::of);
      var side = topic.flatMap(one -> side(one, organisation));
      if (topic.isPresent() && side.isPresent()) {
        ask(who, child, topic.get(), side.get()).ifPresent(asked::add);
      }
    }
    return asked;
  }

  private static Optional<Side> side(Topic topic, Oin organisation) {
    return topic.landing(RequestKind.INZAGE).stream()
        .filter(side -> topic.at(side).equals(organisation))
        .findFirst();
  }

  private Optional<String> ask(Visitor who, Lines.Child child, Topic topic, Side side) {
    var draft =
        new OwnRequests.Draft(
            RequestKind.INZAGE,
            topic.at(side),
            Optional.empty(),
            topic.matter(),
            false,
            who.language(),
            "");
    var once = Topic.once(topic.matter());
    var work =
        desk.ask(
            who.who(),
            child.place().subject(),
            draft,
            (tx, now, moment) -> lines.isSeen(tx, who.who(), now, once, moment));
    return switch (sequencer.submit(work).join()) {
      case Outcome.Done done -> Optional.of(done.id());
      case Outcome.NotThere _, Outcome.Faulty _, Outcome.NotAllowed _ -> Optional.empty();
    };
  }
}
