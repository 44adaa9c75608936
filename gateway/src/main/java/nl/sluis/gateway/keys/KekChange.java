package nl.sluis.gateway.keys;

import java.util.ArrayDeque;
import java.util.Deque;

/// Replaces the key that wraps all others, in small steps, while gateways are at work.
///
/// A change that was broken off goes on where it was: each wrapped key names what wrapped it. Keys
/// that gateways make meanwhile are wrapped by the new one at once. For one thread.
public final class KekChange {
  private final KeyDirectory directory;
  private final KeyEncryptionKeys wrapping;
  private Deque<String> left;

  KekChange(KeyDirectory directory, KeyEncryptionKeys wrapping) {
    this.directory = directory;
    this.wrapping = wrapping;
    this.left = new ArrayDeque<>(directory.wrappedByOthers());
  }

  /// Makes the new key, unless an earlier change is not finished: then that one goes on.
  ///
  /// @return whether a new key was made
  public boolean begin() {
    if (!left.isEmpty() && wrapping.inPlace()) {
      return false;
    }
    wrapping.replace();
    left = new ArrayDeque<>(directory.wrappedByOthers());
    return true;
  }

  /// How many keys are left to wrap, as far as is known.
  public int left() {
    return left.size();
  }

  /// Wraps so many keys anew at most, and returns when they would survive a power cut.
  ///
  /// @return false when nothing is left under an older key
  public boolean step(int most) {
    if (left.isEmpty()) {
      // A gateway may have made a key with the older one just before it heard of the new one.
      left = new ArrayDeque<>(directory.wrappedByOthers());
    }
    var names = new ArrayDeque<String>();
    while (names.size() < most && !left.isEmpty()) {
      names.add(left.remove());
    }
    directory.wrapAnew(names);
    return !names.isEmpty();
  }

  /// Destroys the older key-encryption keys: what they wrapped, such as an old backup of the vault,
  /// can be read by nobody from then on.
  ///
  /// @return how many were destroyed
  /// @throws IllegalStateException when something is still wrapped by one of them
  public int retire() {
    if (!directory.wrappedByOthers().isEmpty()) {
      throw new IllegalStateException("keys are still wrapped by an older key-encryption key");
    }
    return wrapping.destroyOthers();
  }
}
