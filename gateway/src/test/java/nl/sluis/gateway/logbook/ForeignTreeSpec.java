package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Trees, proofs and checkpoints that others made; absent, there is nothing to compare.
class ForeignTreeSpec {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Published with the vectors of `tlog-tiles`.
  private static final String TESTDATA_KEY =
      "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

  @Test
  void inclusion_proofs_of_others_are_accepted_and_their_bad_ones_refused() throws Exception {
    for (var folder : Vectors.folder("merkle/testdata/inclusion").stream().toList()) {
      for (var file : Vectors.files(folder, ".json")) {
        var vector = MAPPER.readTree(file.toFile());
        var accepted =
            MerkleProof.includes(
                vector.get("leafIdx").asLong(),
                vector.get("treeSize").asLong(),
                bytes(vector.get("leafHash")),
                path(vector),
                bytes(vector.get("root")));
        assertThat(accepted).as(file.toString()).isEqualTo(!vector.get("wantErr").asBoolean());
      }
    }
  }

  @Test
  void consistency_proofs_of_others_are_accepted_and_their_bad_ones_refused() throws Exception {
    for (var folder : Vectors.folder("merkle/testdata/consistency").stream().toList()) {
      for (var file : Vectors.files(folder, ".json")) {
        var vector = MAPPER.readTree(file.toFile());
        var accepted =
            MerkleProof.extendsTree(
                vector.get("size1").asLong(),
                vector.get("size2").asLong(),
                bytes(vector.get("root1")),
                bytes(vector.get("root2")),
                path(vector));
        assertThat(accepted).as(file.toString()).isEqualTo(!vector.get("wantErr").asBoolean());
      }
    }
  }

  @Test
  void a_log_of_others_has_the_roots_that_its_checkpoints_say() throws Exception {
    var key = LogKey.parse(TESTDATA_KEY);
    for (var folder : Vectors.folder("tlog-tiles/testdata/log").stream().toList()) {
      var leaves = entries(folder.resolve("tile/entries/000.p/15"));
      var tile = Files.readAllBytes(folder.resolve("tile/0/000.p/15"));
      var hash = new TreeHash();
      var stack = new TreeStack();
      for (var size = 0; size <= 15; size++) {
        var note = Files.readString(folder.resolve("checkpoint." + size));
        var opened = OpenedCheckpoint.open(note, key).orElseThrow();
        assertThat(opened.size()).isEqualTo(size);
        assertThat(opened.root()).isEqualTo(stack.root());
        assertThat(OpenedCheckpoint.open(note.replace("\n\n", "\nx\n\n"), key)).isEmpty();
        if (size < 15) {
          var leafHash = hash.leaf(leaves.get(size));
          assertThat(leafHash).isEqualTo(Arrays.copyOfRange(tile, 32 * size, 32 * size + 32));
          stack.add(leafHash);
        }
      }
    }
  }

  @Test
  void the_tiles_of_others_are_checked_as_ours_are() throws Exception {
    var key = LogKey.parse(TESTDATA_KEY);
    for (var folder : Vectors.folder("tlog-tiles/testdata/log").stream().toList()) {
      var early =
          OpenedCheckpoint.open(Files.readString(folder.resolve("checkpoint.11")), key)
              .orElseThrow();
      for (var span : List.of(Span.ALL, new Span(3, 9))) {
        var report =
            new TilesCheck(PublishedTiles.in(folder), key, List.of(early))
                .check(span, (_, _) -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.checkpoints()).isEqualTo(2);
      }
    }
  }

  private static List<byte[]> entries(Path bundle) throws Exception {
    var entries = new ArrayList<byte[]>();
    var bytes = ByteBuffer.wrap(Files.readAllBytes(bundle));
    while (bytes.hasRemaining()) {
      var entry = new byte[Short.toUnsignedInt(bytes.getShort())];
      bytes.get(entry);
      entries.add(entry);
    }
    return entries;
  }

  private static List<byte[]> path(JsonNode vector) {
    var path = new ArrayList<byte[]>();
    vector.path("proof").forEach(hash -> path.add(bytes(hash)));
    return path;
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }
}
