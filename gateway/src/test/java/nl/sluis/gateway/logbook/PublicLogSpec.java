package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.client.TileProofs;
import org.junit.jupiter.api.Test;

/// What anybody may read of the logbook, and what nobody may.
class PublicLogSpec {
  @Test
  void a_tile_has_one_name_and_every_other_way_to_write_it_is_no_tile() {
    for (var good :
        List.of("0/000", "0/999", "0/x001/000", "2/x001/x234/067", "63/000.p/1", "0/000.p/255")) {
      assertThat(TilePath.parse(good).orElseThrow().path()).isEqualTo(good);
    }
    assertThat(TilePath.parse("1/x001/x234/067.p/9")).hasValue(new TilePath(1, 1_234_067, 9));
    for (var bad :
        List.of(
            "",
            "0",
            "0/",
            "0/0",
            "0/1000",
            "00/000",
            "64/000",
            "-1/000",
            "0/x000/000",
            "0/001/000",
            "0/x001",
            "0/000.p/0",
            "0/000.p/00",
            "0/000.p/256",
            "0/000.p/1/",
            "0/000/p/1",
            "0/000.P/1",
            "entries/000",
            "0/٠٠٠",
            "0/000\n",
            " 0/000",
            "0/../000",
            "0/x001/x000/x000/x000/x000/x000/000")) {
      assertThat(TilePath.parse(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void every_tile_that_a_signed_size_needs_is_there_and_no_hash_beyond_it() throws Exception {
    try (var test = TestLogbook.open()) {
      var log = new PublicLog(TestLogbook.REGION, test.database.gateway());
      assertThat(log.newest()).isEmpty();
      assertThat(log.tile(new TilePath(0, 0, 1))).isEmpty();

      for (var rows : List.of(1, 254, 1, 1, 300)) {
        test.write(TestLogbook.rows(rows));
        var signed = log.newest().orElseThrow();
        var root = OpenedCheckpoint.open(signed.note(), test.logbook.key()).orElseThrow().root();
        TileProofs.Tiles tiles =
            path -> {
              try {
                return log.tile(path);
              } catch (SQLException e) {
                throw new IOException(e);
              }
            };
        assertThat(new TileProofs(tiles).root(signed.size())).isEqualTo(root);
      }

      // 557 rows: two full tiles, one of 45, and above them one of two.
      assertThat(log.tile(new TilePath(0, 2, 45)).orElseThrow()).hasSize(45 * 32);
      assertThat(log.tile(new TilePath(0, 2, 46))).isEmpty();
      assertThat(log.tile(new TilePath(0, 2, 256))).isEmpty();
      assertThat(log.tile(new TilePath(0, 3, 1))).isEmpty();
      assertThat(log.tile(new TilePath(1, 0, 3))).isEmpty();
      assertThat(log.tile(new TilePath(2, 0, 1))).isEmpty();
      assertThat(log.tile(new TilePath(63, 0, 1))).isEmpty();
      assertThat(log.tile(new TilePath(0, Long.MAX_VALUE / 300, 1))).isEmpty();
      // A tile that became full still answers as the edge that it was.
      var full = log.tile(new TilePath(0, 1, 256)).orElseThrow();
      assertThat(log.tile(new TilePath(0, 1, 7)).orElseThrow())
          .isEqualTo(Arrays.copyOf(full, 7 * 32));
      assertThat(log.tile(new TilePath(1, 0, 1)).orElseThrow())
          .isEqualTo(Arrays.copyOf(log.tile(new TilePath(1, 0, 2)).orElseThrow(), 32));

      // Rows that are committed and not signed yet are not shown.
      test.commit(test.logbook, TestLogbook.rows(3));
      assertThat(log.tile(new TilePath(0, 2, 46))).isEmpty();
      assertThat(log.at(256)).map(SignedCheckpoint::size).hasValue(256L);
      assertThat(log.at(2)).isEqualTo(Optional.empty());
    }
  }
}
