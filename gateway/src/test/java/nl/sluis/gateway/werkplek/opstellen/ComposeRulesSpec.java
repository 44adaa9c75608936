package nl.sluis.gateway.werkplek.opstellen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.gateway.exchange.CategorySchemas;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Condition.Source;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.hypothesis.Change;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// What the form of every road of every convenant asks, and what it says is missing: nothing beside
/// the rule, and each thing that the engine wants.
final class ComposeRulesSpec {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CategorySchemas schemas = new CategorySchemas();
  private final ContentCheck content = new ContentCheck(schemas);
  private final List<Convenant> convenanten = convenanten();
  private final List<OpenRoad> roads = roads(convenanten);

  @Test
  void every_form_of_the_convenant_has_the_fields_of_its_schema_and_no_other() throws IOException {
    for (var convenant : convenanten) {
      for (var schema : convenant.forms().entrySet()) {
        var names = new ArrayList<String>();
        JSON.readTree(schema.getValue())
            .path("properties")
            .fieldNames()
            .forEachRemaining(names::add);

        assertThat(SchemaForm.read(schema.getValue()).fields())
            .as(schema.getKey())
            .extracting(Field::name)
            .containsExactlyElementsOf(names);
      }
    }
  }

  @Test
  void what_is_filled_in_on_a_form_is_of_the_form_that_the_convenant_gives() {
    for (var road : roads) {
      var stated = stated(road, Sample.of(road));
      for (var category : ComposeForm.categories(road)) {
        assertThat(
                schemas.fits(
                    road.convenant(),
                    road.rule(),
                    category,
                    Objects.requireNonNull(stated.categories().get(category))))
            .as(
                "%s of %s: %s",
                category,
                road.rule().id(),
                FormGaps.of(
                    ComposeForm.schema(road.convenant(), road.rule(), category).fields(),
                    stated.categories().get(category)))
            .isTrue();
      }
    }
  }

  @Test
  void nobody_is_pointed_at_by_a_bsn_and_every_road_about_a_child_can_point_at_it() {
    for (var road : roads) {
      assertThat(ComposeForm.references(road.rule()))
          .as(road.rule().id())
          .doesNotContain(ReferenceKind.BSN)
          .matches(kinds -> kinds.isEmpty() == road.rule().references().isEmpty());
    }
  }

  @Test
  void a_category_that_the_rule_does_not_take_has_no_field_whatever_is_sent() {
    for (var road : roads) {
      var sample = Sample.of(road);
      for (var category : DataCategory.values()) {
        sample.put(category.name() + ".zorg", "Dit hoort hier niet");
      }

      assertThat(stated(road, sample).categories().keySet())
          .as(road.rule().id())
          .allMatch(
              category ->
                  road.rule().categories().containsKey(category)
                      && road.rule().categories().get(category).presence() != Presence.VERBODEN);
    }
  }

  @Test
  void with_everything_stated_nothing_is_missing_on_any_road_that_begins_here() {
    assertThat(composed()).hasSizeGreaterThan(40);
    for (var road : composed()) {
      var stated = stated(road, Sample.of(road));

      assertThat(missing(road, stated).sentences(road.convenant(), road.rule(), stated))
          .as("%s %s to %s", road.convenant().id(), road.rule().id(), road.to())
          .isEmpty();
      assertThat(missing(road, stated).goes())
          .as(road.rule().id())
          .isEqualTo(stated.categories().keySet());
    }
  }

  @Test
  void each_thing_that_is_left_out_is_named_and_nothing_else_is() {
    for (var road : composed()) {
      var rule = road.rule();
      for (var says : rule.categories().entrySet()) {
        if (says.getValue().presence() == Presence.VERPLICHT) {
          var left = stated(road, Sample.of(road).without(says.getKey().name()));
          assertThat(missing(road, left).changes())
              .as(rule.id())
              .containsExactly(new Change.Add(says.getKey()));
        }
      }
      for (var code : rule.conditions()) {
        var condition = road.convenant().conditions().get(code);
        if (condition != null && condition.source() == Source.BEWEERD) {
          var left = stated(road, Sample.of(road).without("voorwaarde." + code));
          assertThat(missing(road, left).changes())
              .as(rule.id())
              .containsExactly(new Change.DoFirst(code));
        }
      }
    }
  }

  @Test
  void without_a_yes_a_road_of_consent_says_so_and_nobody_is_pressed_after_a_no() {
    for (var road : composed()) {
      if (road.rule().consent().isNeeded()) {
        var open = stated(road, Sample.of(road).put(ComposeForm.CONSENT, "nog-niet"));
        var no = stated(road, Sample.of(road).put(ComposeForm.CONSENT, "iemand-zei-nee"));

        assertThat(missing(road, open).changes())
            .as(road.rule().id())
            .singleElement()
            .isInstanceOf(Change.GetConsent.class);
        assertThat(missing(road, no).changes()).singleElement().isInstanceOf(Change.AwaitYes.class);
      }
    }
  }

  @Test
  void without_a_child_a_road_about_a_child_asks_for_it_and_a_bsn_is_no_answer() {
    for (var road : composed()) {
      if (!ComposeForm.references(road.rule()).isEmpty()) {
        var nobody = stated(road, Sample.of(road).without(ComposeForm.CHILD));
        var bsn = stated(road, Sample.of(road).put(ComposeForm.CHILD, "999900018"));

        assertThat(missing(road, nobody).changes())
            .as(road.rule().id())
            .singleElement()
            .isInstanceOf(Change.PointBy.class);
        assertThat(missing(road, bsn).isNothing()).isFalse();
        assertThat(missing(road, bsn).sentences(road.convenant(), road.rule(), bsn).getFirst())
            .contains("BSN")
            .doesNotContain("999900018");
      }
    }
  }

  @Test
  void a_draft_that_is_read_again_states_the_same_and_what_only_helps_does_not_travel() {
    for (var road : roads) {
      var stated = stated(road, Sample.of(road)).following("eerder-3z9hmASpL9tAVxktxD3XSA");

      assertThat(Stated.of(stated.json())).as(road.rule().id()).isEqualTo(stated);
      assertThat(stated.disclosed().keySet())
          .allMatch(
              name ->
                  name.equals("betrokkene")
                      || name.equals("vervolgOp")
                      || name.startsWith("voorwaarde:")
                      || name.startsWith("noodzaak:"));
      assertThat(stated.settled())
          .noneMatch(code -> stated.disclosed().containsKey("voorwaarde:" + code));
    }
  }

  private List<OpenRoad> composed() {
    return roads.stream().filter(road -> Step.of(road) == Step.OPSTELLEN).toList();
  }

  private Missing missing(OpenRoad road, Stated stated) {
    var to = new PartyRole(road.receivers().getFirst().oin(), road.to());
    return Missing.of(stated, road.convenant(), road.rule(), road.from(), to, NOW, content);
  }

  private static Stated stated(OpenRoad road, Sample sample) {
    var asked = new Asked(NOW, Map.of(), sample.sent(), Map.of(), Map.of());
    return ComposeForm.read(asked, road, Stated.nothing(ComposeForm.reference(road.rule())));
  }

  private static List<Convenant> convenanten() {
    try {
      return OwnCheck.of(Optional.empty()).convenanten();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Each rule to each role once, by the first party that may: what differs between those who send
  /// by one rule is whom they know, and not what they fill in.
  private static List<OpenRoad> roads(List<Convenant> convenanten) {
    var roads = new LinkedHashMap<String, OpenRoad>();
    for (var convenant : convenanten) {
      var roles = new HashSet<Role>();
      for (var party : convenant.parties().values()) {
        for (var role : party.everHeld()) {
          if (roles.add(role)) {
            OpenRoad.of(convenant, new PartyRole(party.oin(), role), NOW)
                .forEach(road -> roads.putIfAbsent(road.rule().id() + " " + road.to(), road));
          }
        }
      }
    }
    return List.copyOf(roads.values());
  }
}
