package nl.sluis.gateway.werkplek.opstellen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Condition.Source;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.DataCategory;

/// A form that somebody filled in as it should be, made from the form itself.
final class Sample {
  /// The day on which everything in it happened.
  static final String DAY = "20-11-2026";

  private static final Map<String, String> BY_PATTERN =
      Map.of(
          "^[0-9]{9}$", "999900018",
          "^[1-9][0-9]{3} ?[A-Z]{2}$", "2011 AB",
          "^[+0-9 -]+$", "023 555 0101",
          "^[^@ ]+@[^@ ]+$", "balie@school.example",
          "^[0-9]{4}(-(0[1-9]|1[0-2]|K[1-4]))?$", "2026-K3",
          "^[A-Z][A-Za-z -]*$", "Haarlem",
          "^[0-9A-Z]+$", "45A04");

  private final Map<String, List<String>> sent = new HashMap<>();

  /// Everything of this road filled in, and every category that it takes.
  static Sample of(OpenRoad road) {
    var sample = new Sample();
    sample.put(ComposeForm.BY, ComposeForm.reference(road.rule()).code());
    sample.put(ComposeForm.CHILD, "leerling-4711");
    sample.put(ComposeForm.CONSENT, Stated.Yes.IEDEREEN.code());
    for (var category : ComposeForm.categories(road)) {
      sample.category(road, category);
    }
    for (var code : road.rule().conditions()) {
      var condition = road.convenant().conditions().get(code);
      if (condition != null && condition.source() == Source.BEWEERD) {
        ComposeForm.fields(condition)
            .forEach(field -> sample.field(field, ComposeForm.name(code, field.name())));
      } else if (condition == null || condition.source() != Source.ONDERTEKEND) {
        sample.sent.merge(ComposeForm.SETTLED, List.of(code), Sample::both);
      }
    }
    return sample;
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private void category(OpenRoad road, DataCategory category) {
    for (var field : ComposeForm.schema(road.convenant(), road.rule(), category).fields()) {
      field(field, category.name() + "." + field.name());
    }
    put(
        ComposeForm.necessity(category),
        "De ontvanger moet dit weten om te kunnen helpen, deel " + category);
    if (category == DataCategory.K01) {
      int age = Math.max(road.rule().ages().from(), 9);
      put("K01.geboortedatum", "1-3-" + (2026 - age));
    }
  }

  private void field(Field field, String name) {
    switch (field) {
      case Field.Text text ->
          put(
              name,
              text.pattern()
                  .map(BY_PATTERN::get)
                  .orElse(text.longest() < 20 ? "12" : "Rustig aan het werk"));
      case Field.Day _ -> put(name, DAY);
      case Field.Choice(var _, var _, var words) -> put(name, words.getFirst());
      case Field.Count(var _, var _, var least, var _, var _) ->
          put(name, String.valueOf(Math.max(least, 1)));
      case Field.Truth _ -> put(name, Filled.NO);
      case Field.Many many -> {
        if (many.isOfTexts()) {
          field(many.parts().getFirst(), name + ".0");
        } else {
          many.parts().forEach(part -> field(part, name + ".0." + part.name()));
        }
      }
    }
  }

  /// Fills in one field otherwise.
  Sample put(String name, String text) {
    sent.put(name, List.of(text));
    return this;
  }

  /// Leaves everything open that begins so.
  Sample without(String prefix) {
    sent.keySet().removeIf(name -> name.equals(prefix) || name.startsWith(prefix + "."));
    return this;
  }

  /// As the browser sends it.
  Map<String, List<String>> sent() {
    return Map.copyOf(sent);
  }
}
