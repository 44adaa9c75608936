package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeSpec {
  private static final int MOST = 300;
  private final TreeHash hash = new TreeHash();

  @Test
  void writer_verifier_and_the_definition_agree_on_every_tree_up_to_three_hundred_rows() {
    var leaves = leaves(MOST);
    var stack = new TreeStack();

    for (var size = 0; size <= MOST; size++) {
      var whole = new BatchTree(0, new byte[0], leaves.subList(0, size));

      assertThat(whole.root()).isEqualTo(defined(leaves.subList(0, size)));
      assertThat(whole.root()).isEqualTo(stack.root());
      assertThat(whole.frontier()).isEqualTo(stack.frontier());
      assertThat(BatchTree.root(size, whole.frontier())).isEqualTo(whole.root());
      if (size < MOST) {
        stack.add(leaves.get(size));
      }
    }
  }

  @Test
  void it_makes_no_difference_in_which_batches_the_rows_came() {
    var leaves = leaves(MOST);

    for (var old = 0; old <= 70; old++) {
      var before = new BatchTree(0, new byte[0], leaves.subList(0, old));
      for (var size = old; size <= 140; size++) {
        var batch = new BatchTree(old, before.frontier(), leaves.subList(old, size));
        assertThat(batch.root()).isEqualTo(defined(leaves.subList(0, size)));
      }
    }
  }

  @Test
  void every_row_of_every_batch_is_proved_and_no_other_row_is() {
    var leaves = leaves(MOST);

    for (var size = 1; size <= MOST; size++) {
      for (var old : List.of(0, size / 2, size - 1)) {
        var before = new BatchTree(0, new byte[0], leaves.subList(0, old));
        var batch = new BatchTree(old, before.frontier(), leaves.subList(old, size));
        for (var index = old; index < size; index++) {
          var path = batch.path(index);
          var root = batch.root();
          assertThat(MerkleProof.includes(index, size, leaves.get(index), path, root)).isTrue();
          var other = leaves.get((index + 1) % MOST);
          assertThat(MerkleProof.includes(index, size, other, path, root)).isFalse();
          assertThat(MerkleProof.includes(index + 1, size, leaves.get(index), path, root))
              .isFalse();
        }
      }
    }
  }

  @Test
  void a_path_that_is_longer_shorter_or_changed_proves_nothing() {
    var leaves = leaves(77);
    var tree = new BatchTree(0, new byte[0], leaves);

    for (var index = 0; index < 77; index++) {
      var path = tree.path(index);
      var longer = new ArrayList<>(path);
      longer.add(leaves.getFirst());
      assertThat(includes(tree, index, leaves, longer)).isFalse();
      for (var at = 0; at < path.size(); at++) {
        var shorter = new ArrayList<>(path);
        shorter.remove(at);
        assertThat(includes(tree, index, leaves, shorter)).isFalse();
        var changed = new ArrayList<>(path);
        changed.set(at, flipped(path.get(at)));
        assertThat(includes(tree, index, leaves, changed)).isFalse();
      }
    }
  }

  private static boolean includes(
      BatchTree tree, int index, List<byte[]> leaves, List<byte[]> path) {
    return MerkleProof.includes(index, tree.size(), leaves.get(index), path, tree.root());
  }

  private static byte[] flipped(byte[] bytes) {
    var copy = bytes.clone();
    copy[7] ^= 1;
    return copy;
  }

  private List<byte[]> leaves(int count) {
    var leaves = new ArrayList<byte[]>();
    for (var at = 0; at < count; at++) {
      leaves.add(hash.leaf(new byte[] {(byte) at, (byte) (at >> 8)}));
    }
    return leaves;
  }

  /// The tree as RFC 9162, 2.1.1 defines it, in the words of the RFC.
  private byte[] defined(List<byte[]> leaves) {
    var count = leaves.size();
    if (count == 0) {
      return hash.empty();
    }
    if (count == 1) {
      return leaves.getFirst();
    }
    var middle = Integer.highestOneBit(count - 1);
    return hash.node(defined(leaves.subList(0, middle)), defined(leaves.subList(middle, count)));
  }
}
