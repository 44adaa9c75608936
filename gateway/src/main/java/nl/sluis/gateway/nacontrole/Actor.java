package nl.sluis.gateway.nacontrole;

import java.util.Arrays;

/// A professional, keyed: the same word at the same organisation gives the same actor, and nobody
/// reads the word from it.
public final class Actor {
  private final byte[] keyed;

  private Actor(byte[] keyed) {
    this.keyed = keyed;
  }

  /// @param keyed the keyed form of the word for this person at its organisation
  public static Actor of(byte[] keyed) {
    return new Actor(keyed.clone());
  }

  /// For a table; says nothing of who it is.
  public byte[] bytes() {
    return keyed.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Actor actor && Arrays.equals(keyed, actor.keyed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(keyed);
  }

  /// Tells nothing of who it is.
  @Override
  public String toString() {
    return "Actor";
  }
}
