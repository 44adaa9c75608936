package nl.sluis.gateway.werkplek.overleg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Minutes are written once and go per receiver, and to each goes what the rule of the convenant
/// between exactly these two lets through: tried over every kind of table and every two seats at
/// it.
final class WhatGoesToWhomSpec {
  private static final Oin ONE = new Oin("00000099000000201000");
  private static final Oin OTHER = new Oin("00000099000000101000");
  private static final Set<DataCategory> ALL = EnumSet.allOf(DataCategory.class);

  private static List<Convenant> convenanten;

  /// Two seats at a table, for one purpose.
  private record Pair(Convenant convenant, Purpose purpose, PartyRole from, PartyRole to) {
    Share share() {
      return Share.of(convenant, purpose, from, to);
    }

    @Override
    public String toString() {
      return convenant.id() + " " + purpose + " " + from.role() + " > " + to.role();
    }
  }

  @BeforeAll
  static void read() throws IOException {
    convenanten = OwnCheck.of(Optional.empty()).convenanten();
  }

  private static List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    for (var convenant : convenanten) {
      for (var kind : convenant.arrangements().tables().values()) {
        var roles = new TreeSet<Role>(kind.fixed());
        roles.addAll(kind.possible());
        roles.addAll(kind.separate());
        for (var purpose : kind.purposes()) {
          for (var from : roles) {
            for (var to : roles) {
              pairs.add(
                  new Pair(convenant, purpose, new PartyRole(ONE, from), new PartyRole(OTHER, to)));
            }
          }
        }
      }
    }
    return pairs;
  }

  /// Somebody who writes something in every form that there is.
  private static Map<String, ObjectNode> everything(Convenant convenant) {
    var written = new TreeMap<String, ObjectNode>();
    for (var form : convenant.forms().keySet()) {
      written.put(form, JsonNodeFactory.instance.objectNode().put("tekst", form));
    }
    return written;
  }

  @Test
  void whatever_is_written_and_chosen_nothing_goes_that_the_rule_does_not_name() {
    assertThat(pairs()).hasSizeGreaterThan(150);
    for (var pair : pairs()) {
      var rule = pair.convenant().rule(pair.purpose(), pair.from(), pair.to());
      switch (pair.share()) {
        case Share.None _ -> assertThat(rule).as(pair.toString()).isEmpty();
        case Share.Some share -> {
          var goes = share.of(everything(pair.convenant()), ALL);
          var named = rule.orElseThrow().categories();
          assertThat(goes.keySet())
              .as(pair.toString())
              .allSatisfy(
                  category ->
                      assertThat(named.get(category))
                          .isNotNull()
                          .satisfies(
                              says -> assertThat(says.presence()).isNotEqualTo(Presence.VERBODEN)));
          goes.forEach(
              (category, content) ->
                  assertThat(content.path("tekst").asText())
                      .as(pair + " " + category + " in the form of this rule")
                      .isEqualTo(Objects.requireNonNull(named.get(category)).form()));
        }
      }
    }
  }

  @Test
  void what_the_rule_requires_always_goes_along_and_the_rest_only_when_it_was_chosen() {
    for (var pair : pairs()) {
      if (pair.share() instanceof Share.Some share) {
        var written = everything(pair.convenant());

        assertThat(share.of(written, Set.of()).keySet())
            .as(pair.toString())
            .isEqualTo(share.required());
        for (var category : share.parts().keySet()) {
          var expected = EnumSet.of(category);
          expected.addAll(share.required());
          assertThat(share.of(written, Set.of(category)).keySet())
              .as(pair + " " + category)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void of_what_was_written_each_receiver_is_told_either_that_it_goes_or_that_it_stays() {
    for (var pair : pairs()) {
      if (pair.share() instanceof Share.Some share) {
        var written = everything(pair.convenant());
        for (var chosen : List.of(Set.<DataCategory>of(), ALL)) {
          var told = new TreeSet<>(share.stays(written, chosen));
          share
              .of(written, chosen)
              .keySet()
              .forEach(
                  category ->
                      assertThat(
                              told.add(Objects.requireNonNull(share.parts().get(category)).form()))
                          .as(pair + " says of one form that it goes and that it stays")
                          .isTrue());
          assertThat(told).as(pair.toString()).isEqualTo(written.keySet());
        }
      }
    }
  }

  @Test
  void what_nobody_wrote_goes_to_nobody() {
    for (var pair : pairs()) {
      if (pair.share() instanceof Share.Some share) {
        assertThat(share.of(Map.of(), ALL)).isEmpty();
        assertThat(share.stays(Map.of(), ALL)).isEmpty();
      }
    }
  }

  @Test
  void of_a_kernteam_the_school_may_read_what_help_is_given_and_leerplicht_never() {
    var kernteam = new Purpose("kernteam-casusoverleg");
    var coach = new PartyRole(OTHER, Role.CJG_COACH);
    for (var convenant : convenanten) {
      if (convenant.rule("X04e").isPresent()) {
        var school = Share.of(convenant, kernteam, coach, new PartyRole(ONE, Role.SCHOOL_IB));
        var leerplicht = Share.of(convenant, kernteam, coach, new PartyRole(ONE, Role.LPA));
        var written = everything(convenant);

        assertThat(((Share.Some) school).of(written, ALL)).containsKey(DataCategory.K14);
        assertThat(((Share.Some) leerplicht).of(written, ALL))
            .containsKey(DataCategory.K01)
            .doesNotContainKeys(DataCategory.K14, DataCategory.K11);
        assertThat(((Share.Some) leerplicht).stays(written, ALL)).contains("K14");
      }
    }
  }
}
