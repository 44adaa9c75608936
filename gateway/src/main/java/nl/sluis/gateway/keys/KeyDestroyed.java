package nl.sluis.gateway.keys;

/// A key that is asked for was destroyed, and never comes back.
public final class KeyDestroyed extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  KeyDestroyed() {
    // The name of the key holds the id of a person, so it is not repeated here.
    super("the key was destroyed; what it sealed cannot be read any more");
  }
}
