package nl.sluis.gateway.werkplek.opstellen;

import static nl.sluis.gateway.werkplek.Task.VERSTUREN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.exchange.CategorySchemas;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.Tile;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.concept.Drafts;

/// Composing: from the open roads to the answer of Sluis. May be shared between threads.
public final class ComposePart implements WorkPart {
  private static final Set<Task> SENDERS = EnumSet.of(VERSTUREN);

  private final ComposePages pages;
  private final SendPages sending;

  /// @param drafts where what was not sent yet lies for a day at most
  public ComposePart(Drafts drafts) {
    var concepts = new Concepts(drafts);
    var roads = new Roads();
    var content = new ContentCheck(new CategorySchemas());
    this.pages = new ComposePages(concepts, roads, content);
    this.sending = new SendPages(concepts, roads, content);
  }

  @Override
  public void add(WorkRoutes routes) {
    routes.get("/werk/opstellen", SENDERS, pages::start);
    routes.post("/werk/opstellen", SENDERS, pages::begin);
    routes.get("/werk/opstellen/:id", SENDERS, pages::form);
    routes.post("/werk/opstellen/:id", SENDERS, pages::keep);
    routes.post("/werk/opstellen/:id/weg", SENDERS, pages::away);
    routes.strong("/werk/opstellen/:id/voorbeeld", SENDERS, sending::preview);
    routes.strongPost("/werk/opstellen/:id/voorbeeld", SENDERS, sending::send);
    routes.get("/werk/opstellen/:id/antwoord", SENDERS, sending::answer);
    routes.get("/werk/opstellen/:id/bewijs", SENDERS, sending::receipt);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            "/werk/opstellen", "werkplek-opstellen.tegel", "beeld-schrijven", Set.of(VERSTUREN)));
  }
}
