package nl.sluis.gateway.aflevering;

/// How much of this gateway one receiver takes now. Used under the lock of its [Dispatcher].
///
/// Who answers as it should may have a few parcels on their way at one time. After one failure it
/// is one, until that one arrives: a receiver that hangs holds next to nothing, however much waits
/// for it.
final class Lane {
  private static final int SLOTS = 4;

  private int underWay;
  private boolean failing;

  /// How many more may go now.
  int free() {
    return Math.max(0, (failing ? 1 : SLOTS) - underWay);
  }

  boolean isFailing() {
    return failing;
  }

  boolean isIdle() {
    return underWay == 0;
  }

  void leaves() {
    underWay++;
  }

  void back(boolean well) {
    underWay--;
    failing = !well;
  }
}
