package nl.sluis.gateway.decision;

import java.util.concurrent.atomic.AtomicReference;

/// The law by which is decided now. It is replaced whole, so that no decision sees half of a
/// change.
///
/// May be shared between threads.
public final class CurrentLaw {
  private final AtomicReference<Law> law;

  /// @param law what holds at the start
  public CurrentLaw(Law law) {
    this.law = new AtomicReference<>(law);
  }

  /// The law at this moment; one decision takes it once.
  public Law now() {
    return law.get();
  }

  /// From now on this holds.
  public void replace(Law next) {
    law.set(next);
  }
}
