package nl.sluis.dev.voorbeeld;

import java.io.IOException;

/// A step that a supplier does for a party: with its own certificate and token, in her name.
///
/// @param action what is done
/// @param supplier who brings it
record ViaAction(Action action, String supplier) implements Action {
  @Override
  public String told() {
    return action.told() + ", via " + supplier;
  }

  @Override
  public Observed play(Scene scene) throws IOException {
    scene.bringVia(supplier);
    try {
      return action.play(scene);
    } finally {
      scene.bringVia("");
    }
  }

  @Override
  public boolean mustSucceed() {
    return action.mustSucceed();
  }
}
