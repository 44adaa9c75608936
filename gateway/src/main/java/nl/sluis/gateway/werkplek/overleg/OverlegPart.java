package nl.sluis.gateway.werkplek.overleg;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.Tile;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.concept.Drafts;

/// Casusoverleg, and the text that a family reads before it goes. May be shared between threads.
public final class OverlegPart implements WorkPart {
  private static final Set<Task> TABLE = EnumSet.of(Task.OVERLEG);
  private static final Set<Task> SENDERS = EnumSet.of(Task.VERSTUREN);

  private final OverlegPages tables = new OverlegPages();
  private final Preparing preparing = new Preparing();
  private final PreviewPages texts = new PreviewPages();
  private final MinutesPages minutes;
  private final PreviewSending sending;

  /// @param drafts where what was not sent yet lies for a day at most
  public OverlegPart(Drafts drafts) {
    this.minutes = new MinutesPages(drafts);
    this.sending = new PreviewSending(drafts);
  }

  @Override
  public void add(WorkRoutes routes) {
    routes.get("/werk/overleg", TABLE, tables::start);
    routes.get("/werk/overleg/nieuw/:soort", TABLE, preparing::form);
    routes.post("/werk/overleg/nieuw/:soort", TABLE, preparing::open);
    routes.get("/werk/overleg/:id", TABLE, tables::table);
    routes.post("/werk/overleg/:id/leden", TABLE, tables::member);
    routes.post("/werk/overleg/:id/kinderen", TABLE, tables::child);
    routes.post("/werk/overleg/:id/bevriezen", TABLE, tables::freeze);
    routes.post("/werk/overleg/:id/bijeenkomst", TABLE, tables::meeting);
    routes.post("/werk/overleg/:id/sluiten", TABLE, tables::close);
    routes.get("/werk/overleg/:id/schrijven", TABLE, minutes::form);
    routes.post("/werk/overleg/:id/schrijven", TABLE, minutes::keep);
    routes.post("/werk/overleg/:id/weg", TABLE, minutes::away);
    routes.strong("/werk/overleg/:id/versturen", TABLE, minutes::preview);
    routes.strongPost("/werk/overleg/:id/versturen", TABLE, minutes::send);
    routes.get("/werk/inzage", SENDERS, texts::start);
    routes.post("/werk/inzage", SENDERS, texts::begin);
    routes.get("/werk/inzage/nieuw/:weg", SENDERS, texts::form);
    routes.post("/werk/inzage/nieuw/:weg", SENDERS, texts::lay);
    routes.get("/werk/inzage/:id", SENDERS, texts::stand);
    routes.post("/werk/inzage/:id/papier", SENDERS, texts::paper);
    routes.strong("/werk/inzage/:id/versturen", SENDERS, sending::preview);
    routes.strongPost("/werk/inzage/:id/versturen", SENDERS, sending::send);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile("/werk/overleg", "werkplek-overleg.tegel", "beeld-kring", TABLE),
        new Tile("/werk/inzage", "werkplek-overleg.inzage.tegel", "beeld-lezen", SENDERS));
  }
}
