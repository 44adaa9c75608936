package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the check of the logbook accepts of rows that cannot be read: exactly what a row `gewist`
/// lists, and nothing besides (design 10.18).
class ErasureCheckSpec {
  private TestLogbook test;
  private final UUID child = UUID.randomUUID();

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
    test.write(
        List.of(
            TestLogbook.about(child, EntryKind.ACCEPTED, "t-1"),
            TestLogbook.about(child, EntryKind.REFUSED, "t-2"),
            TestLogbook.about(UUID.randomUUID(), EntryKind.ACCEPTED, "t-3"),
            TestLogbook.about(child, EntryKind.REFUSED, "t-4")));
    test.keys.destroySubjectKey(child);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private String checkWith(String... lists) throws Exception {
    for (var list : lists) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.set(Entry.ERASED, (ArrayNode) new JsonMapper().readTree(list));
      test.write(List.of(new Entry(EntryKind.ERASURE, Optional.empty(), detail)));
    }
    try (var owner = test.owner()) {
      return LogbookVerifier.withKeys(TestLogbook.REGION, test.logbook.key(), test.keys)
          .verify(owner, (rows, total) -> {})
          .text();
    }
  }

  @Test
  void a_list_of_exactly_the_rows_that_are_gone_is_accepted() throws Exception {
    assertThat(checkWith("[[0,1],3]")).contains("Alles klopt");
  }

  @Test
  void a_row_may_be_gone_for_two_reasons_each_with_its_own_list() throws Exception {
    assertThat(checkWith("[[0,1],3]", "[1]")).contains("Alles klopt");
  }

  @Test
  void a_row_that_is_gone_and_not_listed_is_found() throws Exception {
    assertThat(checkWith("[[0,1]]"))
        .contains("Rij 3: is onleesbaar gemaakt en geen rij `gewist` verantwoordt dat.");
  }

  @Test
  void a_row_that_is_listed_and_can_still_be_read_is_found() throws Exception {
    assertThat(checkWith("[[0,3]]"))
        .contains("Rij 2: staat als gewist te boek en is nog te lezen.");
  }

  @Test
  void a_list_out_of_order_twice_the_same_or_in_another_form_is_found() throws Exception {
    for (var list :
        List.of(
            "[3,[0,1]]", "[[0,1],[0,1],3]", "[0,1,3]", "[[0,1],[3,3]]", "[[1,0],3]", "[\"0\"]")) {
      assertThat(checkWith(list)).as(list).contains("niet in hun enige vorm");
      test.close();
      open();
    }
  }

  @Test
  void a_row_that_came_after_the_list_cannot_stand_in_it() throws Exception {
    assertThat(checkWith("[[0,1],3,4]")).contains("of een latere rij");
  }

  @Test
  void what_was_disclosed_after_its_acceptance_came_to_its_end_is_no_disclosure_without_one()
      throws Exception {
    var later = TestLogbook.about(UUID.randomUUID(), EntryKind.DISCLOSED, "t-1");
    later.detail().put("aangenomenInRij", 0);
    test.write(List.of(later));

    assertThat(checkWith("[[0,1],3]")).contains("Alles klopt");

    var never = TestLogbook.about(UUID.randomUUID(), EntryKind.DISCLOSED, "t-9");
    never.detail().put("aangenomenInRij", 2);
    test.write(List.of(never));

    assertThat(checkWith()).contains("`verstrekt` zonder dat");
  }
}
