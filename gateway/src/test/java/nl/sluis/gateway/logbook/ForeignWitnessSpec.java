package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.client.TileProofs;
import nl.sluis.gateway.client.TrustPolicy;
import org.junit.jupiter.api.Test;

/// What others signed and published: a checkpoint of a public certificate log under which public
/// witnesses signed, and the tiles of a log that is not ours.
class ForeignWitnessSpec {
  private static final String LOG =
      "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
  private static final String WITNESS =
      "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

  /// As it was published; the log and its witnesses are not ours.
  private static final String CHECKPOINT =
      """
      arche2025h1.staging.ct.transparency.dev
      1432088532
      U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

      — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
      — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
      — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
      — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
      """;

  @Test
  void a_signature_of_a_public_witness_is_accepted_and_a_changed_one_is_not() {
    var key = WitnessKey.parse(WITNESS);
    var text = Cosignature.text(CHECKPOINT);
    var lines = CHECKPOINT.substring(text.length());

    var found = Cosignature.find(text, lines, key).orElseThrow();

    assertThat(found.witness()).isEqualTo("remora.n621.de");
    assertThat(found.at()).isEqualTo(Instant.ofEpochSecond(0x6a122120L));
    assertThat(CHECKPOINT).endsWith(found.line());
    assertThat(Cosignature.find(text.replace("532\n", "533\n"), lines, key)).isEmpty();
    // The time is signed too.
    assertThat(Cosignature.find(text, lines.replace("BqEiEgPl", "BqEiEhPl"), key)).isEmpty();
    assertThat(Cosignature.find(text, lines.replace("2net5w", "2net5x"), key)).isEmpty();
    assertThat(OpenedCheckpoint.open(CHECKPOINT, LogKey.parse(LOG)))
        .map(OpenedCheckpoint::size)
        .hasValue(1_432_088_532L);
  }

  @Test
  void the_key_of_a_log_is_never_that_of_a_witness_nor_the_other_way_round() {
    assertThatThrownBy(() -> WitnessKey.parse(LOG)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogKey.parse(WITNESS)).isInstanceOf(IllegalArgumentException.class);
    var otherId = WITNESS.replace("da77ade7", "da77ade8");
    assertThatThrownBy(() -> WitnessKey.parse(otherId))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_policy_says_whose_signatures_must_stand_under_a_checkpoint() {
    var named = "log " + LOG + "\nwitness ons " + WITNESS + " https://example.com/\n";
    var nobody =
        "witness weg"
            + " transparency.dev/DEV:x+2dd4f0f1+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";

    assertThat(accepts(named + "quorum ons\n")).isTrue();
    assertThat(accepts(named + "\t# wie\n\ngroup samen all  ons\nquorum samen")).isTrue();
    assertThat(accepts("log " + LOG + "\nquorum none\n")).isTrue();
    // Without a log that signed it nothing counts.
    assertThat(accepts("witness ons " + WITNESS + "\nquorum ons\n")).isFalse();
    for (var wrong :
        new String[] {
          named,
          named + "quorum ons\nquorum ons\n",
          named + "quorum ander\n",
          "quorum ons\n" + named,
          named + "witness twee " + WITNESS + "\nquorum ons\n",
          named + "group g 2 ons\nquorum g\n",
          named + "group g 0 ons\nquorum g\n",
          named + "group g all ons ons\nquorum g\n",
          named + "group g all none\nquorum g\n",
          named + "witness none " + WITNESS + "\nquorum none\n",
          named + nobody + "quorum ons\n",
          "log " + WITNESS + "\nquorum none\n",
          "witness ons " + LOG + "\nquorum ons\n",
          "hoi\nquorum none\n",
          "quorum none # niemand\n",
          "quorum none\r\n"
        }) {
      assertThatThrownBy(() -> TrustPolicy.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean accepts(String policy) {
    return TrustPolicy.parse(policy).accepts(CHECKPOINT);
  }

  @Test
  void proofs_made_from_the_tiles_of_another_log_lead_to_the_roots_that_it_signed()
      throws Exception {
    for (var folder : Vectors.folder("tlog-tiles/testdata/log").stream().toList()) {
      var key =
          LogKey.parse(
              "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
      TileProofs.Tiles tiles =
          path -> Optional.of(Files.readAllBytes(folder.resolve("tile").resolve(path.path())));
      var roots = new byte[16][];
      for (var size = 0; size <= 15; size++) {
        var note = Files.readString(folder.resolve("checkpoint." + size));
        roots[size] = OpenedCheckpoint.open(note, key).orElseThrow().root();
        assertThat(new TileProofs(tiles).root(size)).isEqualTo(roots[size]);
        for (var from = 1; from < size; from++) {
          var path = new TileProofs(tiles).consistency(from, size);
          assertThat(MerkleProof.extendsTree(from, size, roots[from], roots[size], path))
              .as(from + " to " + size)
              .isTrue();
          assertThat(MerkleProof.extendsTree(from, size, roots[from - 1], roots[size], path))
              .isFalse();
        }
      }
    }
  }
}
