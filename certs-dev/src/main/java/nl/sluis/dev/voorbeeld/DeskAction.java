package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import nl.sluis.dev.rig.WorkVisit;

/// A step that somebody plays on the pages of the desk of his organisation, as people do.
///
/// What is seen is what the last page says, and nothing else.
///
/// @param action the same step of a connected system
/// @param who for whom somebody is at the desk
/// @param acting who that person is, and in which function he works there
/// @param pages how it is done there
record DeskAction(Action action, PartyAs who, Acting acting, Pages pages) implements Action {
  /// The word after `via` that asks for it.
  static final String WORD = "werkplek";

  /// @param id the word of the organisation for this professional
  /// @param function as in messages
  record Acting(String id, String function) {}

  /// A step of a connected system that can be done at a desk too.
  interface AlsoAtDesk extends Action {
    /// The same step there.
    DeskAction atDesk();
  }

  /// What is done on the pages.
  @FunctionalInterface
  interface Pages {
    /// @param desk at which somebody is logged in, surely enough
    Observed play(Scene scene, WorkVisit desk) throws IOException;
  }

  static boolean isAsked(Tree via) {
    return via instanceof Tree.Text text && text.value().equals(WORD);
  }

  static Action of(Action action, Tree via) {
    if (action instanceof AlsoAtDesk also) {
      return also.atDesk();
    }
    throw new VoorbeeldFault(
        via.place(), "dit kan niet aan de werkplek; laat `via` weg, of noem een leverancier");
  }

  @Override
  public String told() {
    return action.told() + ", aan de werkplek";
  }

  @Override
  public Observed play(Scene scene) throws IOException {
    return pages.play(scene, scene.desks().at(who, acting));
  }

  @Override
  public boolean mustSucceed() {
    return action.mustSucceed();
  }
}
