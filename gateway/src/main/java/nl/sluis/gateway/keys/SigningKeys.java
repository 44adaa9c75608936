package nl.sluis.gateway.keys;

import java.util.List;

/// The keys of Sluis for one use: one that signs, and those that still count beside it.
///
/// May be shared between threads. Never waits for a database, so an event loop may ask too.
///
/// @param <K> a key, or what signs with it
public interface SigningKeys<K> {
  /// What signs now, and what a new message names.
  ///
  /// @throws IllegalStateException when that key is not in the vault of this gateway
  K current();

  /// Every key that is not destroyed, oldest first; the same list while nothing changed.
  List<K> known();

  /// Those of which something new may still come in; the same list while nothing changed.
  List<K> open();

  /// Looks whether the vault has a key that was not seen before.
  void lookAgain();

  /// These keys and never others, of which the last one signs.
  static <K> SigningKeys<K> of(List<K> keys) {
    var all = List.copyOf(keys);
    return new SigningKeys<>() {
      @Override
      public K current() {
        return all.getLast();
      }

      @Override
      public List<K> known() {
        return all;
      }

      @Override
      public List<K> open() {
        return all;
      }

      @Override
      public void lookAgain() {
        // There are no others.
      }
    };
  }
}
