package nl.sluis.gateway.maandoverzicht;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.desk.Sort;
import nl.sluis.gateway.inzicht.Ground;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.MonthLines;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.inzicht.Thing;
import nl.sluis.gateway.inzicht.Told;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.policies.terms.Purpose;
import org.junit.jupiter.api.Test;

/// What a tree of a month is made of, and what of a leaf is opened to whom.
final class MonthTreeSpec {
  private static final Period NOVEMBER = Period.whole(YearMonth.of(2026, 11));
  private static final UUID CHILD = new UUID(0, 1);
  private static final byte[] VIEWER = {1, 2, 3};

  private static Blinding blinding(int key, byte[] viewer, Period period) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) key);
    SecretKey secret = new SecretKeySpec(bytes, "AES");
    return new Blinding(secret, viewer, period);
  }

  private static Thing thing(int number, LocalDate day) {
    var fields = new HashMap<String, JsonNode>();
    Thing.FIELDS.forEach(field -> fields.put(field, TextNode.valueOf(field)));
    fields.put("dag", TextNode.valueOf(day.toString()));
    fields.put("rij", JsonNodeFactory.instance.arrayNode().add(0).add(number));
    return new Thing(new Ref(false, number), day, fields, Set.of());
  }

  private static Draft draft(List<Thing> things) {
    return Draft.of(
        CHILD, VIEWER, NOVEMBER, things, blinding(0x22, VIEWER, NOVEMBER), new SecureRandom());
  }

  @Test
  void a_later_release_makes_the_same_leaf_of_the_same_thing() {
    var day = LocalDate.of(2026, 11, 23);
    var one = blinding(0x22, VIEWER, NOVEMBER);

    assertThat(HexFormat.of().formatHex(one.leaf(7, thing(41, day))))
        .isEqualTo("4fa4a4e4d9c64bfdccbcbd763511189844b3bffadf36a5f757b536151e4324da");
    assertThat(HexFormat.of().formatHex(one.nothing(7)))
        .isEqualTo("86c4e4f64dfece5901d372f74a3da270f03f56717b927912cb105eaa52e8980b");
  }

  @Test
  void another_viewer_month_place_or_child_has_another_leaf_of_the_same_thing() {
    var thing = thing(41, LocalDate.of(2026, 11, 23));
    var december = Period.whole(YearMonth.of(2026, 12));
    var leaves =
        List.of(
            blinding(0x22, VIEWER, NOVEMBER).leaf(7, thing),
            blinding(0x22, VIEWER, NOVEMBER).leaf(8, thing),
            blinding(0x22, new byte[0], NOVEMBER).leaf(7, thing),
            blinding(0x22, VIEWER, december).leaf(7, thing),
            blinding(0x23, VIEWER, NOVEMBER).leaf(7, thing));

    assertThat(leaves.stream().map(HexFormat.of()::formatHex).distinct()).hasSize(5);
  }

  @Test
  void a_tree_of_nothing_and_one_of_much_look_the_same_and_prove_each_leaf() {
    var day = LocalDate.of(2026, 11, 23);
    for (int count : List.of(0, 1, 60, 4096)) {
      var draft = draft(IntStream.range(0, count).mapToObj(i -> thing(i, day)).toList());
      var tree = Committed.tree(draft.leaves(), blinding(0x22, VIEWER, NOVEMBER));

      assertThat(draft.leaves()).hasSize(count);
      assertThat(tree.root()).isEqualTo(draft.root()).hasSize(32);
      assertThat(tree.path(17)).hasSize(12);
      draft
          .leaves()
          .forEach(
              (place, leaf) ->
                  assertThat(
                          MerkleProof.includes(
                              place, Committed.LEAVES, leaf.hash(), tree.path(place), tree.root()))
                      .isTrue());
    }
  }

  @Test
  void of_more_than_a_tree_can_hold_the_oldest_stand_in_it() {
    var things =
        IntStream.range(0, 5000)
            .mapToObj(i -> thing(i, LocalDate.of(2026, 11, 1).plusDays(i / 200)))
            .toList();
    var shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled);

    var numbers = draft(shuffled).leaves().values().stream().mapToLong(leaf -> leaf.ref().number());

    assertThat(numbers.max()).hasValue(4095);
  }

  @Test
  void a_month_is_over_ten_minutes_after_its_end_here() {
    var november = YearMonth.of(2026, 11);
    var end = NOVEMBER.until();

    assertThat(end).isEqualTo("2026-11-30T23:00:00Z");
    assertThat(MonthClosing.isOver(november, end.plusSeconds(599))).isFalse();
    assertThat(MonthClosing.isOver(november, end.plusSeconds(600))).isTrue();
    assertThat(Period.of(november, end.minusSeconds(1)).isWhole()).isFalse();
    assertThat(Period.of(november, end.plusSeconds(1))).isEqualTo(NOVEMBER);
  }

  @Test
  void where_a_row_stands_is_opened_to_nobody_and_to_who_is_shielded_no_place_or_name() {
    var school = new Who(Sort.SCHOOL, Optional.of("De Pontveer"), Optional.empty());
    var somebody = new Who(Sort.IEMAND, Optional.empty(), Optional.empty());

    assertThat(closed(school, Told.GEKREGEN, false)).containsExactly("rij");
    assertThat(closed(school, Told.GEWEIGERD, false)).containsExactlyInAnyOrder("rij", "regel");
    assertThat(closed(somebody, Told.GEKREGEN, false))
        .containsExactlyInAnyOrder("rij", "regel", "van");
    assertThat(closed(school, Told.GEKREGEN, true))
        .containsExactlyInAnyOrder("rij", "regel", "van", "aan", "soorten", "niet");
  }

  private static Set<String> closed(Who from, Told told, boolean masked) {
    var line =
        new Line(
            List.of(new Ref(false, 1)),
            LocalDate.of(2026, 11, 23),
            told,
            from,
            new Who(Sort.HULPVERLENER, Optional.empty(), Optional.empty()),
            new Purpose("jmw-inzet-school"),
            "",
            List.of(),
            List.of(),
            new Ground.Explained(new Ground.None(), List.of()),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var closed = new HashSet<>(Thing.FIELDS);
    closed.removeAll(new MonthLines(List.of(line), masked).open(line));
    return closed;
  }
}
