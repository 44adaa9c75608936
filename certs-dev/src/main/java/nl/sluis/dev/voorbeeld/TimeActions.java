package nl.sluis.dev.voorbeeld;

import java.time.Instant;
import java.util.function.UnaryOperator;

/// The steps in which only the clock moves.
final class TimeActions {
  static final ActionKind PASSES =
      new ActionKind(
          "verstrijkt",
          (tree, _) -> {
            var span = Fields.guarded(tree, Span::parse);
            return new Move(
                "er verstrijkt " + Fields.textOf(tree),
                now -> span.after(DutchTime.local(now)).toInstant());
          });
  static final ActionKind UNTIL =
      new ActionKind(
          "tot",
          (tree, _) -> {
            Fields.guarded(tree, words -> DutchTime.moment(words, Instant.EPOCH));
            var words = Fields.textOf(tree);
            return new Move("de klok gaat naar " + words, now -> DutchTime.moment(words, now));
          });

  private TimeActions() {}

  private record Move(String told, UnaryOperator<Instant> move) implements Action {
    @Override
    public Observed play(Scene scene) {
      scene.gateway().moveClock(move.apply(scene.now()));
      // A token outlives no scenario step that lets time pass; partners ask for a new one.
      scene.partners().values().forEach(partner -> partner.forgetToken());
      return Observed.told("het is nu " + DutchTime.told(scene.now()));
    }
  }
}
