package nl.sluis.policies.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Shipped;
import org.junit.jupiter.api.Test;

class CirclePageSpec {
  private final Convenant convenant = Shipped.convenant();
  private final Circle circle = Circle.of(convenant, Optional.empty());

  @Test
  void every_line_of_the_picture_stands_in_the_table_too() {
    var rows = CircleText.rows(circle);

    for (var exchange : circle.drawn()) {
      assertThat(CirclePage.svg(circle)).contains(exchange.rule().id());
      assertThat(rows)
          .as(exchange.rule().id())
          .anySatisfy(
              row -> {
                assertThat(row.getFirst()).isEqualTo(exchange.rule().id());
                assertThat(row.get(1)).startsWith(exchange.from().name());
                assertThat(row.get(2)).startsWith(exchange.to().name());
              });
    }
  }

  @Test
  void who_cannot_see_the_picture_hears_what_is_in_it() {
    assertThat(CirclePage.svg(circle))
        .contains("role=\"img\"")
        .contains("aria-labelledby=\"kring-titel kring-uitleg\"")
        .contains("<title id=\"kring-titel\">" + circle.title())
        .contains("<desc id=\"kring-uitleg\">");
    assertThat(CirclePage.html(circle)).contains("<caption>").contains("scope=\"col\"");
  }

  @Test
  void no_two_roads_have_the_same_line_so_that_nobody_needs_colour() {
    var lines =
        Pattern.compile("stroke-width=\"(\\d+)\" stroke-dasharray=\"([0-9 ]*)\"")
            .matcher(CirclePage.svg(circle).replaceAll("(?s).*<svg|stroke=\"#ffffff\"[^>]*", ""))
            .results()
            .map(found -> found.group(1) + "/" + found.group(2))
            .distinct();

    assertThat(lines).hasSize(4);
  }

  @Test
  void nothing_that_the_convenant_refuses_is_drawn() {
    assertThat(circle.drawn())
        .noneMatch(exchange -> exchange.rule().otherChannel().isPresent())
        .allSatisfy(exchange -> assertThat(exchange.categories()).isNotEmpty());
  }

  @Test
  void around_one_school_stand_the_parties_that_it_meets() {
    var school =
        convenant.parties().values().stream()
            .filter(party -> !party.fixedContacts().isEmpty())
            .findFirst()
            .orElseThrow();
    var own = Circle.of(convenant, Optional.of(school));

    assertThat(CirclePage.svg(own)).contains(Xml.text(school.name()));
    school
        .fixedContacts()
        .forEach(
            (_, contact) ->
                assertThat(CirclePage.svg(own))
                    .contains(
                        Xml.text(
                            Optional.ofNullable(convenant.parties().get(contact))
                                .orElseThrow()
                                .name())));
  }
}
