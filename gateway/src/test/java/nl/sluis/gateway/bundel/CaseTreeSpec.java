package nl.sluis.gateway.bundel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.logbook.Leaves.Standing;
import org.junit.jupiter.api.Test;

/// What of a case is open, and what nobody learns from the rest of it.
final class CaseTreeSpec {
  private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
  private static final UUID CASE = new UUID(1, 1);

  private static Item item(int number, String purpose) {
    return new Item(
        new Standing(number, new byte[65]), Map.of(Field.DOEL, TextNode.valueOf(purpose)));
  }

  private static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(number -> item(number, "zorgsignaal")).toList();
  }

  private static CaseTree tree(List<Item> items) {
    return new CaseTree(KEY, CASE, items);
  }

  @Test
  void how_many_rows_a_case_has_shows_in_no_path_and_no_place() {
    var one = tree(items(1));
    var many = tree(items(900));

    assertThat(one.path(0)).hasSameSizeAs(many.path(0));
    assertThat(one.place(0)).isEqualTo(many.place(0));
    assertThat(IntStream.range(0, 900).map(many::place).max().orElse(0)).isGreaterThan(1_500);
  }

  @Test
  void the_same_case_has_the_same_root_and_a_change_of_one_value_another() {
    assertThat(tree(items(3)).root()).isEqualTo(tree(items(3)).root());
    assertThat(tree(List.of(item(0, "zorgsignaal"))).root())
        .isNotEqualTo(tree(List.of(item(0, "verlof"))).root());
    assertThat(new CaseTree(KEY, new UUID(1, 2), items(3)).root())
        .isNotEqualTo(tree(items(3)).root());
  }

  @Test
  void two_things_that_say_the_same_do_not_look_the_same_when_they_are_closed() {
    var tree = tree(items(2));

    assertThat(tree.fields(0, Set.of()).path("doel").path("afdruk"))
        .isNotEqualTo(tree.fields(1, Set.of()).path("doel").path("afdruk"));
  }

  @Test
  void a_field_that_says_nothing_looks_like_any_other_when_it_is_closed() {
    var fields = tree(items(1)).fields(0, EnumSet.of(Field.DOEL));

    assertThat(fields.path("uitkomst").path("afdruk").asText()).hasSize(43);
    assertThat(fields.path("doel").path("waarde").asText()).isEqualTo("zorgsignaal");
    assertThat(fields.path("doel").has("afdruk")).isFalse();
    assertThat(fields).hasSize(Field.values().length);
  }

  @Test
  void a_person_has_another_word_in_each_case() {
    var child = new UUID(2, 2);

    assertThat(CaseTree.pseudonym(KEY, CASE, child))
        .isNotEqualTo(CaseTree.pseudonym(KEY, new UUID(1, 2), child));
  }

  @Test
  void the_manual_says_who_reads_what() throws IOException {
    var manual = Files.readString(Path.of("..", "docs", "bewijs.md"));

    for (var field : Field.values()) {
      var row =
          Arrays.stream(Receiver.values())
              .map(receiver -> receiver.reads().contains(field) ? "ja" : "nee")
              .collect(Collectors.joining(" | ", "| `" + field.word() + "` | ", " |"));
      assertThat(manual).contains(row);
    }
  }
}
