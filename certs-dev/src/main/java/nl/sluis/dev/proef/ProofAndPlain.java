package nl.sluis.dev.proef;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.rig.Rig;

/// Batches of the logbook and of plain rows, in turns, each from the entries to what is durable.
///
/// @param proofMillis a batch of the logbook with its checkpoint, the middle one
/// @param plainMillis the same batch as plain rows, the middle one
record ProofAndPlain(double proofMillis, double plainMillis) {
  private static final int PEOPLE = 40;

  /// @param size how many rows in a batch
  /// @param rounds how many batches of each, after a third as many to warm up
  static ProofAndPlain measure(Rig rig, DevDatabase database, UUID example, int size, int rounds)
      throws SQLException {
    var people = Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();
    var plain = PlainRows.in(database);
    var proofs = new double[rounds];
    var plains = new double[rounds];
    try (var rows = ManyRows.like(rig.site(), database, example);
        var tx = rows.connection()) {
      var logbook = rows.open();
      tx.setAutoCommit(false);
      for (int i = -rounds / 3; i < rounds; i++) {
        var entries = rows.entries(size, people);
        var begin = System.nanoTime();
        var batch = logbook.append(tx, entries, rig.site().clock().instant());
        tx.commit();
        logbook.publish(batch);
        var middle = System.nanoTime();
        plain.append(entries);
        var end = System.nanoTime();
        if (i >= 0) {
          proofs[i] = (middle - begin) / 1e6;
          plains[i] = (end - middle) / 1e6;
        }
      }
    }
    Arrays.sort(proofs);
    Arrays.sort(plains);
    return new ProofAndPlain(proofs[rounds / 2], plains[rounds / 2]);
  }
}
