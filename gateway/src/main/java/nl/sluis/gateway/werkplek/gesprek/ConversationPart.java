package nl.sluis.gateway.werkplek.gesprek;

import java.util.List;
import java.util.Set;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.Tile;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;

/// The pages of the conversation with a family. May be shared between threads.
public final class ConversationPart implements WorkPart {
  private final Texts texts;
  private final Waiting waiting;
  private final PersonalKeys keys;

  /// @param texts what is said to families, in their languages
  /// @param waiting what lies ready for colleagues
  /// @param keys with which people sign as a second person
  public ConversationPart(Texts texts, Waiting waiting, PersonalKeys keys) {
    this.texts = texts;
    this.waiting = waiting;
    this.keys = keys;
  }

  @Override
  public void add(WorkRoutes routes) {
    new AskPages(texts).add(routes);
    new TalkPages(waiting).add(routes);
    new StopPages().add(routes);
    new ColleaguePages(waiting).add(routes);
    new SignPages(waiting, keys).add(routes);
    new AfterPages().add(routes);
    new InquiryPages().add(routes);
  }

  @Override
  public List<Tile> tiles() {
    var consent = Set.of(Task.TOESTEMMING);
    return List.of(
        new Tile(AskPages.HOME, "werkplek-gesprek.tegel", "beeld-vraag", consent),
        new Tile(
            "/werk/meetekenen",
            "werkplek-gesprek.tegel-meetekenen",
            "beeld-schrijven",
            ColleaguePages.MAY),
        new Tile(
            SignPages.HOME, "werkplek-gesprek.tegel-tekenen", "beeld-schrijven", SignPages.MAY),
        new Tile(AfterPages.HOME, "werkplek-gesprek.tegel-na", "beeld-bewijs", AfterPages.MAY),
        new Tile(
            InquiryPages.HOME, "werkplek-gesprek.tegel-vt", "beeld-bericht", InquiryPages.MAY));
  }
}
