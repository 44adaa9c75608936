package nl.sluis.gateway.werkplek.postbus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.Replies;
import nl.sluis.gateway.werkplek.opstellen.Replies.Known;
import nl.sluis.gateway.werkplek.opstellen.Replies.Road;
import nl.sluis.gateway.werkplek.postbus.Parcels.Fetched;

/// Writing back: the roads that the convenant opens to who wrote, and the form of one of them.
///
/// An answer to a question opens with the number of that question and with whom it is about, which
/// are fetched again for it; any other message opens empty.
public final class ReplyPages {
  private static final String PATH = ParcelPages.HOME + "/:id/antwoorden";
  private static final String ROAD = "weg";

  private final Parcels parcels;
  private final Replies replies;

  ReplyPages(Parcels parcels, Replies replies) {
    this.parcels = parcels;
    this.replies = replies;
  }

  /// The roads.
  ///
  /// @param waiting what is answered
  /// @param roads which are open
  /// @param full whether no more messages can be in hand at once
  public record Replying(Waiting waiting, List<Road> roads, boolean full) {
    /// Copies its list.
    public Replying {
      roads = List.copyOf(roads);
    }
  }

  void add(WorkRoutes routes) {
    routes.get(PATH, PostbusPart.MAY, this::roads);
    routes.strongPost(PATH, PostbusPart.MAY, this::begin);
  }

  private View roads(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return parcels
        .find(who, asked.id())
        .<View>map(waiting -> shown(who, waiting, false))
        .orElseGet(() -> Calm.gone(ParcelPages.HOME));
  }

  private View.Shown shown(Worker who, Waiting waiting, boolean full) {
    var roads =
        replies.to(who, waiting.from(), rule -> Question.isAnswered(rule) == waiting.question());
    return new View.Shown(
        PostbusPart.PAGES + "antwoorden", new Replying(waiting, roads, full), PostbusPart.TITLE);
  }

  private View begin(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var found = parcels.find(who, asked.id());
    if (found.isEmpty()) {
      return Calm.gone(ParcelPages.HOME);
    }
    var waiting = found.get();
    if (!waiting.question()) {
      return begun(who, asked, waiting, Known.nothing());
    }
    return switch (parcels.fetch(who, waiting)) {
      case Fetched.Gone() -> Calm.gone(ParcelPages.HOME);
      case Fetched.Distrusted(var why) -> Calm.distrusted(why, ParcelPages.HOME);
      case Fetched.Opened opened -> begun(who, asked, waiting, known(who, asked, opened));
    };
  }

  private static Known known(Worker who, Asked asked, Fetched.Opened opened) {
    var message = opened.received().opened().message();
    var law = who.at().line().check();
    var spoken =
        law.rule(message.purpose(), message.from(), message.to(), Optional.empty(), asked.at());
    return Question.of(message, spoken, law, asked.at())
        .map(question -> question.known(message))
        .orElseGet(Known::nothing);
  }

  private View begun(Worker who, Asked asked, Waiting waiting, Known known)
      throws InputFault, IOException, InterruptedException {
    return replies
        .begin(who, asked, waiting.from(), asked.one(ROAD), known)
        .<View>map(View.Moved::new)
        .orElseGet(() -> shown(who, waiting, true).again());
  }
}
