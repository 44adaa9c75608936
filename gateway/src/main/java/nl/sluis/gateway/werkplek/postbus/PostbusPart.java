package nl.sluis.gateway.werkplek.postbus;

import java.util.List;
import java.util.Set;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.Tile;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.opstellen.Replies;

/// The postbus of the desk: reading, acknowledging, answering, asking, giving back and calling
/// back, and everything that waits for a word of this organisation, as one list by term.
///
/// Does by the same calls of `/v1` what `./sluis partner` does, and keeps nothing. May be shared
/// between threads.
public final class PostbusPart implements WorkPart {
  /// Whose task it is; sending is a task of its own, and what is answered here is no sending.
  static final Set<Task> MAY = Set.of(Task.POSTBUS);

  static final String TEXTS = "werkplek-postbus.";
  static final String TITLE = TEXTS + "titel";
  static final String PAGES = "werkplek/postbus-";

  private final Parcels parcels = new Parcels();
  private final Replies replies;

  /// @param drafts where an answer lies until it is sent, a day at most
  public PostbusPart(Drafts drafts) {
    this.replies = new Replies(drafts);
  }

  @Override
  public void add(WorkRoutes routes) {
    new ParcelPages(parcels).add(routes);
    new ReplyPages(parcels, replies).add(routes);
    new RefusalPages(parcels).add(routes);
    new UndoPages().add(routes);
    new SentPages().add(routes);
    new TodoPages().add(routes);
    new LetterPages().add(routes);
    new InquiryPages().add(routes);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(ParcelPages.HOME, TEXTS + "tegel.postbus", "beeld-bericht", MAY),
        new Tile(TodoPages.HOME, TEXTS + "tegel.taken", "beeld-dag", MAY),
        new Tile(InquiryPages.HOME, TEXTS + "tegel.vragen", "beeld-vraag", MAY),
        new Tile(SentPages.HOME, TEXTS + "tegel.verstuurd", "beeld-terug", MAY));
  }
}
