package nl.sluis.gateway.logbook;

/// A tile that the tree needs is not there, or has another length.
final class MissingTile extends Exception {
  private static final long serialVersionUID = 1L;

  private final long row;

  MissingTile(int level, long n) {
    super("Tegel " + level + "/" + n + " ontbreekt of is niet heel.");
    this.row = (n << Byte.SIZE) << (Byte.SIZE * level);
  }

  /// The first row that the tile is about.
  long row() {
    return row;
  }
}
