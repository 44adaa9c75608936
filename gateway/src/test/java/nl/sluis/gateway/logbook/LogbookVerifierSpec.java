package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the check says; every column and row of every table is changed in `KnoeienSpec`.
class LogbookVerifierSpec {
  private TestLogbook test;

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
  }

  @AfterEach
  void close() {
    test.close();
  }

  private LogbookReport check() throws Exception {
    try (var owner = test.owner()) {
      var verifier = LogbookVerifier.withKeys(TestLogbook.REGION, test.logbook.key(), test.keys);
      return verifier.verify(owner, (rows, total) -> {});
    }
  }

  private LogbookReport checkWithoutKeys() throws Exception {
    try (var owner = test.owner()) {
      var verifier = LogbookVerifier.withoutKeys(TestLogbook.REGION, test.logbook.key());
      return verifier.verify(owner, (rows, total) -> {});
    }
  }

  @Test
  void a_logbook_that_nobody_touched_is_in_order() throws Exception {
    test.write(TestLogbook.rows(300));
    test.write(List.of(TestLogbook.general(EntryKind.START)));

    var report = check();

    assertThat(report.text()).contains("301 rijen", "2 handtekeningen", "1 tegels", "Alles klopt");
    assertThat(report.intact()).isTrue();
    assertThat(report.opened()).isEqualTo(301);
    assertThat(checkWithoutKeys().intact()).isTrue();
  }

  @Test
  void a_logbook_without_rows_is_in_order() throws Exception {
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void without_keys_a_changed_leaf_is_still_found_to_the_row_by_its_tile() throws Exception {
    test.write(TestLogbook.rows(300));
    test.execute(
        "update logbook_row set leaf = set_byte(leaf, 40, get_byte(leaf, 40) # 1) where idx = 7");

    var report = checkWithoutKeys();

    assertThat(report.first().orElseThrow().row()).isEqualTo(7);
    assertThat(report.text()).contains("tegel 0/0 bewijst dat", "Van de rijen 0 tot en met 299");
  }

  @Test
  void who_rewrites_rows_tiles_and_head_consistently_still_lacks_the_signature() throws Exception {
    test.write(TestLogbook.rows(4));
    test.write(TestLogbook.rows(4));
    var stack = new TreeStack();
    var hash = new TreeHash();
    test.execute("update logbook_row set leaf = decode(repeat('01', 65), 'hex') where idx = 5");
    try (var owner = test.owner();
        var rows =
            owner.createStatement().executeQuery("select leaf from logbook_row order by idx")) {
      while (rows.next()) {
        stack.add(hash.leaf(rows.getBytes(1)));
      }
      try (var head = owner.prepareStatement("update logbook_head set frontier = ?, root = ?")) {
        head.setBytes(1, stack.frontier());
        head.setBytes(2, stack.root());
        head.execute();
      }
    }

    var report = checkWithoutKeys();

    assertThat(report.findings()).hasSize(1);
    assertThat(report.text()).contains("Van de rijen 4 tot en met 7 is er een veranderd");
  }

  @Test
  void a_signing_key_that_was_swapped_is_noticed() throws Exception {
    test.write(TestLogbook.rows(4));
    try (var stranger = TestLogbook.open();
        var owner = test.owner()) {
      var verifier = LogbookVerifier.withoutKeys(TestLogbook.REGION, stranger.logbook.key());

      var report = verifier.verify(owner, (rows, total) -> {});

      assertThat(report.text()).contains("niet met deze sleutel getekend");
    }
  }

  @Test
  void erased_rows_are_accounted_for_by_the_row_that_says_so_and_by_nothing_else()
      throws Exception {
    var child = UUID.randomUUID();
    test.write(List.of(TestLogbook.about(child, EntryKind.ACCEPTED, "t-1")));
    test.write(TestLogbook.rows(2));
    test.keys.destroySubjectKey(child);

    assertThat(check().text()).contains("Rij 0: is onleesbaar gemaakt en geen rij `gewist`");

    var detail = JsonNodeFactory.instance.objectNode();
    detail.putArray(Entry.ERASED).add(0);
    test.write(List.of(new Entry(EntryKind.ERASURE, Optional.empty(), detail)));
    test.execute("delete from logbook_subject where idx = 0");

    var report = check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.erased()).isEqualTo(1);
  }

  @Test
  void a_disclosure_of_something_that_was_never_accepted_is_found() throws Exception {
    var child = UUID.randomUUID();
    var entries = new ArrayList<Entry>();
    entries.add(TestLogbook.about(child, EntryKind.ACCEPTED, "t-1"));
    entries.add(TestLogbook.about(child, EntryKind.DISCLOSED, "t-1"));
    entries.add(TestLogbook.about(child, EntryKind.DISCLOSED, "t-2"));
    test.write(entries);

    assertThat(check().text()).contains("Rij 2: `verstrekt` zonder dat");
  }

  @Test
  void a_batch_that_no_gateway_signed_yet_is_said_to_be_so() throws Exception {
    test.write(TestLogbook.rows(2));
    test.commit(test.logbook, TestLogbook.rows(3));

    assertThat(check().text()).contains("De rijen 2 tot en met 4 zijn niet getekend");
  }

  @Test
  void a_new_epoch_is_one_that_the_logbook_itself_tells_of() throws Exception {
    try (var owner = test.owner()) {
      owner.setAutoCommit(false);
      var batch = test.logbook.fence(owner, TestLogbook.NOW);
      owner.commit();
      test.logbook.publish(batch);
    }

    assertThat(check().findings()).isEmpty();
  }
}
