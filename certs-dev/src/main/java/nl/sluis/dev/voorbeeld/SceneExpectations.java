package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;

/// Observations that look further than the answer itself: content, parcels, who has what.
final class SceneExpectations {
  private SceneExpectations() {}

  static Expectation content(Tree tree, Names names) {
    var expected = new LinkedHashMap<DataCategory, Tree>();
    var block = Fields.of(tree);
    block.all().forEach((code, value) -> expected.put(names.category(value.place(), code), value));
    return (seen, _) -> {
      for (var entry : expected.entrySet()) {
        for (var field : Fields.of(entry.getValue()).all().entrySet()) {
          var shown =
              Optional.ofNullable(seen.content().get(entry.getKey()))
                  .map(json -> json.path(field.getKey()).asText());
          var wanted = Fields.textOf(field.getValue());
          if (!shown.equals(Optional.of(wanted))) {
            return Expectation.differs(
                "inhoud " + entry.getKey() + "." + field.getKey(), wanted, shown.orElse("niets"));
          }
        }
      }
      return Optional.empty();
    };
  }

  static Expectation receipt(Tree tree, Names names) {
    var expected = Fields.textOf(tree);
    return (seen, scene) -> {
      var shown =
          seen.fact("ontvangstbewijs")
              .orElseGet(
                  () ->
                      scene.gateway().provesSomething(seen.text("ontvangstbewijs"))
                          ? "klopt"
                          : "klopt niet");
      return Expectation.differs("ontvangstbewijs", expected, shown);
    };
  }

  static Expectation postbus(Tree tree, Names names) {
    var expected = new LinkedHashMap<PartyAs, String>();
    Fields.of(tree)
        .all()
        .forEach(
            (who, count) ->
                expected.put(
                    names.partyAs(new Tree.Text(who, true, count.place())), Fields.textOf(count)));
    return (_, scene) -> {
      for (var entry : expected.entrySet()) {
        var shown =
            PostbusActions.listing(scene, entry.getKey()).fact("pakketten").orElse("onbekend");
        if (!shown.equals(entry.getValue())) {
          return Expectation.differs("postbus van " + entry.getKey(), entry.getValue(), shown);
        }
      }
      return Optional.empty();
    };
  }

  static Expectation whoSeesWhat(Tree tree, Names names) {
    record Look(String party, String child, Set<String> categories) {}
    var looks = new ArrayList<Look>();
    var parties = Fields.of(tree);
    for (var party : parties.all().entrySet()) {
      var label = names.party(new Tree.Text(party.getKey(), true, party.getValue().place()));
      for (var child : Fields.of(party.getValue()).all().entrySet()) {
        looks.add(
            new Look(
                label,
                names.child(new Tree.Text(child.getKey(), true, child.getValue().place())),
                Expectations.names(Set.copyOf(names.categories(child.getValue())))));
      }
    }
    return (_, scene) -> {
      for (var look : looks) {
        var shown = Expectations.names(scene.received(look.party(), look.child()));
        if (!shown.equals(look.categories())) {
          return Expectation.differs(
              "wie ziet wat: %s over %s".formatted(look.party(), look.child()),
              look.categories(),
              shown);
        }
      }
      return Optional.empty();
    };
  }

  static Expectation members(Tree tree, Names names) {
    var expected = new LinkedHashMap<String, String>();
    Fields.of(tree).all().forEach((path, value) -> expected.put(path, Fields.textOf(value)));
    return (seen, _) -> {
      for (var entry : expected.entrySet()) {
        var shown = JsonPath.find(seen.json(), entry.getKey());
        boolean met =
            switch (entry.getValue()) {
              case "aanwezig" -> !shown.isMissingNode();
              case "afwezig" -> shown.isMissingNode();
              default -> entry.getValue().equals(JsonPath.text(shown));
            };
        if (!met) {
          return Expectation.differs(
              "velden: " + entry.getKey(), entry.getValue(), JsonPath.text(shown) + " ");
        }
      }
      return Optional.empty();
    };
  }

  static Expectation headers(Tree tree, Names names) {
    var expected = new LinkedHashMap<String, String>();
    Fields.of(tree)
        .all()
        .forEach(
            (name, value) ->
                expected.put(name.toLowerCase(java.util.Locale.ROOT), Fields.textOf(value)));
    return (seen, _) -> {
      for (var entry : expected.entrySet()) {
        var shown = seen.headers().getOrDefault(entry.getKey(), "afwezig");
        if (!shown.startsWith(entry.getValue())
            && !(entry.getValue().equals("aanwezig") && !shown.equals("afwezig"))) {
          return Expectation.differs("koppen: " + entry.getKey(), entry.getValue(), shown);
        }
      }
      return Optional.empty();
    };
  }

  static ExpectationKind.Reader contains(boolean wanted) {
    return (tree, _) -> {
      var texts = Fields.wordsOf(tree);
      return (seen, _) -> {
        for (var text : texts) {
          if (seen.body().contains(text) != wanted) {
            return Expectation.differs(
                wanted ? "bevat" : "bevat niet", text, PostbusActions.title(seen));
          }
        }
        return Optional.empty();
      };
    };
  }

  static Expectation sameAs(Tree tree, Names names) {
    var earlier = names.step(tree);
    return (seen, scene) -> {
      var first = scene.seen(earlier);
      return Expectation.differs(
          "hetzelfde antwoord als " + earlier, Sameness.of(first), Sameness.of(seen));
    };
  }

  static Expectation newRows(Tree tree, Names names) {
    var expected = String.join(", ", Fields.wordsOf(tree));
    return (seen, _) ->
        Expectation.differs(
            "nieuwe rijen", expected, seen.fact("nieuwe rijen").orElse("niet te zien"));
  }

  static Expectation findings(Tree tree, Names names) {
    var texts = Fields.wordsOf(tree);
    return (seen, _) -> {
      var shown = seen.fact("bevindingen").orElse("");
      return texts.stream().allMatch(shown::contains)
          ? Optional.empty()
          : Expectation.differs("bevindingen", String.join(" en ", texts), shown);
    };
  }
}
