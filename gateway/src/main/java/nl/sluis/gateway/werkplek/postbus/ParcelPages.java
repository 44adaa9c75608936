package nl.sluis.gateway.werkplek.postbus;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.postbus.Parcels.Fetched;

/// What waits, one parcel before it is opened, and the one page on which it is read.
///
/// A parcel is opened by a form and never by a link: to open it is the disclosure, and nothing that
/// a browser does by itself may be one.
public final class ParcelPages {
  static final String HOME = "/werk/postbus";
  private static final String ONE = HOME + "/:id";
  private static final Set<String> DONE = Set.of("teruggegeven");

  private final Parcels parcels;

  ParcelPages(Parcels parcels) {
    this.parcels = parcels;
  }

  /// What waits.
  ///
  /// @param now by which is told what is late
  /// @param waiting for who looks, the most urgent first
  /// @param others how many wait for somebody in another function
  /// @param done the key of what was just done; empty when nothing was
  public record Listed(Instant now, List<Waiting> waiting, int others, String done) {
    /// Copies its list.
    public Listed {
      waiting = List.copyOf(waiting);
    }
  }

  /// One parcel that was acknowledged.
  ///
  /// @param id of the parcel
  public record Acknowledged(UUID id) {}

  void add(WorkRoutes routes) {
    routes.get(HOME, PostbusPart.MAY, this::all);
    routes.strong(ONE, PostbusPart.MAY, this::one);
    routes.strongPost(ONE + "/lezen", PostbusPart.MAY, this::read);
    routes.strongPost(ONE + "/bevestigen", PostbusPart.MAY, this::acknowledge);
    routes.get(ONE + "/bevestigd", PostbusPart.MAY, this::acknowledged);
  }

  private View all(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var all = parcels.waiting(who);
    var role = who.at().party().role();
    var mine = all.stream().filter(one -> one.isFor(who.function(), role)).toList();
    var done = asked.query().getOrDefault("gedaan", "");
    var model =
        new Listed(
            asked.at(),
            mine,
            all.size() - mine.size(),
            DONE.contains(done) ? PostbusPart.TEXTS + "gedaan." + done : "");
    return new View.Shown(PostbusPart.PAGES + "lijst", model, PostbusPart.TITLE);
  }

  private View one(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var found = parcels.find(who, asked.id());
    return found.isEmpty()
        ? Calm.gone(HOME)
        : new View.Shown(PostbusPart.PAGES + "pakket", found.get(), PostbusPart.TITLE);
  }

  private View read(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var found = parcels.find(who, asked.id());
    if (found.isEmpty()) {
      return Calm.gone(HOME);
    }
    return switch (parcels.fetch(who, found.get())) {
      case Fetched.Gone() -> Calm.gone(HOME);
      case Fetched.Distrusted(var why) -> Calm.distrusted(why, HOME);
      case Fetched.Opened(var received, var row) ->
          new View.Shown(
              PostbusPart.PAGES + "lezen",
              Reading.of(found.get(), received, row, who.at().line().check(), asked.at()),
              PostbusPart.TITLE);
    };
  }

  private View acknowledge(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var found = parcels.find(who, asked.id());
    if (found.isEmpty()) {
      return Calm.gone(HOME);
    }
    var acute = asked.one("acuut");
    if (!acute.isEmpty()) {
      // First that a person read it: that is what its sender waits for, with the phone in the hand.
      var _ = parcels.readByAPerson(who, exchange(acute));
    }
    return parcels.acknowledge(who, found.get().id())
        ? new View.Moved(HOME + "/" + found.get().id() + "/bevestigd")
        : Calm.gone(HOME);
  }

  private static UUID exchange(String text) throws InputFault {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new InputFault("acuut");
    }
  }

  /// Looks nothing up: whether there is such a parcel is not told.
  private View acknowledged(Worker who, Asked asked) {
    Optional<UUID> id = asked.id();
    return id.isEmpty()
        ? new View.Gone()
        : new View.Shown(
            PostbusPart.PAGES + "bevestigd", new Acknowledged(id.get()), PostbusPart.TITLE);
  }
}
