package nl.sluis.policies.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.hypothesis.Allowance;
import nl.sluis.policies.hypothesis.Allowances;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

class MatrixPageSpec {
  private final Convenant convenant = Shipped.convenant();

  @Test
  void every_rule_stands_in_the_table_once() {
    var page = MatrixPage.of(List.of(convenant));

    for (var rule : convenant.rules()) {
      assertThat(page.lines().filter(line -> line.startsWith("| **" + rule.id() + "** |")))
          .as(rule.id())
          .hasSize(1);
    }
  }

  @Test
  void the_table_says_of_every_kind_of_data_what_the_engine_does() {
    new Allowances(convenant)
        .all()
        .forEach(
            (cell, says) -> {
              var rule =
                  convenant.rules().stream()
                      .filter(r -> r.purpose().equals(cell.purpose()))
                      .filter(r -> r.from().contains(cell.from()) && r.to().contains(cell.to()))
                      .findFirst()
                      .orElseThrow();
              if (says instanceof Allowance.Never(var _, var why)
                  && why == Reason.PARTIJ_ONBEKEND) {
                return; // Nobody here fulfils one of the two roles.
              }
              assertThat(Mark.of(rule, cell.category()).isEmpty())
                  .as("%s %s", rule.id(), cell)
                  .isEqualTo(says instanceof Allowance.Never);
            });
  }
}
