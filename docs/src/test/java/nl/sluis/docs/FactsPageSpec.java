package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.gateway.feiten.Fact;
import nl.sluis.gateway.feiten.FactTable;
import org.junit.jupiter.api.Test;

/// What the page about the bytes of the logbook says of the facts beside it.
class FactsPageSpec {
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
  private static final String PAGE =
      House.text(House.TOP.resolve("docs/logboek-formaat.md"))
          .transform(page -> page.substring(page.indexOf("## De feiten naast de rijen")))
          .transform(part -> part.substring(0, part.indexOf("## De boom")));

  @Test
  void every_table_of_the_schema_is_covered_or_named_with_why_it_is_not() {
    var kept = firstColumn(House.text(House.TOP.resolve("docs/bewaren.md")));
    var covered = firstColumn(between("| gedekt", "| niet gedekt"));
    var not = firstColumn(between("| niet gedekt", "\n\n"));
    var named = new ArrayList<>(covered);
    named.addAll(not);

    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(FactTable.ALL.stream().map(FactTable::name).toList());
    assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(kept);
  }

  @Test
  void the_example_of_a_commitment_can_be_computed_again() throws IOException {
    var json = PAGE.lines().filter(line -> line.startsWith("{\"opened\"")).findFirst();
    var table = FactTable.ALL.stream().filter(t -> t.name().equals("view_opened")).findFirst();
    var fact = new Fact(table.orElseThrow(), "7", new JsonMapper().readTree(json.orElseThrow()));

    assertThat(PAGE).contains(fact.commitment("ZmZmZmZmZmZmZmZmZmZmZg"));
  }

  private static String between(String from, String to) {
    var start = PAGE.indexOf(from);
    return PAGE.substring(start, PAGE.indexOf(to, start));
  }

  private static List<String> firstColumn(String table) {
    return table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .flatMap(line -> NAME.matcher(line).results())
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }
}
