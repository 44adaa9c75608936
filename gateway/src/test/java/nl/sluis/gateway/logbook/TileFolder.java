package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The tiles of a test's logbook as files, as anybody would have fetched them.
final class TileFolder {
  private TileFolder() {}

  static Path of(TestLogbook test, Path folder) throws SQLException, IOException {
    try (var owner = test.owner()) {
      var source = new StoredTiles(owner, TestLogbook.REGION);
      var note = source.checkpoint().orElseThrow();
      var size = OpenedCheckpoint.open(note, test.logbook.key()).orElseThrow().size();
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("checkpoint"), note);
      for (var level = 0; size > 0; level++, size /= TileTree.WIDTH) {
        for (var n = 0L; n * TileTree.WIDTH < size; n++) {
          var width = (int) Math.min(TileTree.WIDTH, size - n * TileTree.WIDTH);
          var file = folder.resolve(PublishedTiles.path(level, n, width));
          Files.createDirectories(file.getParent());
          Files.write(file, source.tile(level, n, width).orElseThrow());
        }
      }
    }
    return folder;
  }
}
