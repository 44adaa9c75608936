package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptSpec {
  private TestLogbook test;

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void a_receipt_proves_its_row_to_who_has_the_key_of_the_logbook() throws Exception {
    test.write(TestLogbook.rows(11));
    var batch = test.write(TestLogbook.rows(6));
    var checkpoint = test.logbook.checkpoint().orElseThrow();

    for (var entry = 0; entry < 6; entry++) {
      var receipt = test.logbook.receipt(batch, entry, checkpoint);
      var proven = ProvenRow.check(receipt, test.logbook.key()).orElseThrow();
      assertThat(proven.index()).isEqualTo(11 + entry);
      assertThat(proven.size()).isEqualTo(17);
      assertThat(proven.leafHash()).isEqualTo(batch.logged().get(entry).leafHash());
    }
  }

  @Test
  void any_change_to_a_receipt_is_noticed() throws Exception {
    test.write(TestLogbook.rows(11));
    var batch = test.write(TestLogbook.rows(6));
    var receipt = test.logbook.receipt(batch, 2, test.logbook.checkpoint().orElseThrow());

    for (var at = 0; at < receipt.length(); at++) {
      var unit = receipt.charAt(at) == 'A' ? 'B' : 'A';
      var changed = receipt.substring(0, at) + unit + receipt.substring(at + 1);
      assertThat(ProvenRow.check(changed, test.logbook.key())).as(changed).isEmpty();
    }
  }

  @Test
  void a_receipt_can_be_made_again_for_every_checkpoint_of_the_past() throws Exception {
    var batches = new ArrayList<Appended>();
    for (var size : new int[] {1, 7, 300, 2, 250, 40}) {
      batches.add(test.write(TestLogbook.rows(size)));
    }

    for (var batch : batches) {
      var checkpoint = batch.size();
      for (var index = 0L; index < batch.size(); index += 13) {
        var receipt = test.logbook.receiptFor(index, checkpoint);
        var proven = ProvenRow.check(receipt, test.logbook.key()).orElseThrow();
        assertThat(proven.index()).isEqualTo(index);
      }
      var last = batch.logged().getLast();
      var again = test.logbook.receiptFor(last.index(), checkpoint);
      var signed = new SignedCheckpoint(checkpoint, again.substring(again.indexOf("\n\n") + 2));
      var first = test.logbook.receipt(batch, batch.logged().size() - 1, signed);
      assertThat(again).isEqualTo(first);
    }
    var covered = ProvenRow.check(test.logbook.receiptFor(3, 5), test.logbook.key()).orElseThrow();
    assertThat(covered.index()).as("a later checkpoint covers an end that has none").isEqualTo(3);
    assertThatThrownBy(() -> test.logbook.receiptFor(3, 601)).hasMessageContaining("no receipt");
    assertThatThrownBy(() -> test.logbook.receiptFor(8, 8)).hasMessageContaining("no receipt");
  }

  @Test
  void who_asks_for_the_receipt_of_a_row_that_nobody_signed_still_gets_one() throws Exception {
    test.write(TestLogbook.rows(3));
    var batch = test.commit(test.logbook, TestLogbook.rows(2));

    var receipt = test.logbook.receiptFor(4, batch.size());

    var proven = ProvenRow.check(receipt, test.logbook.key()).orElseThrow();
    assertThat(proven.index()).isEqualTo(4);
    assertThat(test.logbook.checkpoint().orElseThrow().size()).isEqualTo(5);
  }

  @Test
  void each_checkpoint_is_proved_to_be_the_start_of_every_later_one() throws Exception {
    var sizes = new ArrayList<Appended>();
    for (var size : new int[] {1, 2, 5, 256, 3, 260, 9}) {
      sizes.add(test.write(TestLogbook.rows(size)));
    }

    for (var from : sizes) {
      for (var to : sizes) {
        if (from.size() <= to.size()) {
          var path = test.logbook.consistency(from.size(), to.size());
          assertThat(MerkleProof.extendsTree(from.size(), to.size(), from.root(), to.root(), path))
              .isTrue();
          assertThat(MerkleProof.extendsTree(from.size(), to.size(), new byte[32], to.root(), path))
              .isFalse();
        }
      }
    }
  }
}
