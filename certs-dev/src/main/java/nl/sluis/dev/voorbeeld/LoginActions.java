package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The people whom a scenario introduces in its head: who they are to whoever tries the pages of
/// families, and a place at each child, by a letter whose code they entered.
final class LoginActions {
  private static final String DESK = "loket";

  private LoginActions() {}

  /// What is done before the first step for one of them.
  ///
  /// @param families who writes the letters: whoever knows the child
  static List<Step> read(Fields fields, Names names, Map<String, Family> families) {
    var place = fields.place();
    if (fields.has("werkt")) {
      return List.of(new Step(fields.text("naam"), "", employed(fields), List.of(), place));
    }
    var person = Fields.textOf(fields.need("persoon"));
    var children =
        Fields.wordsOf(fields.need("over")).stream()
            .map(child -> names.child(word(child, fields.place("over"))))
            .toList();
    var name = fields.text("naam");
    var introduced = new Introduced(person, children, name, fields.text("uitleg"));
    boolean letters = fields.yes("brief", true);
    fields.done();
    var steps = new ArrayList<Step>();
    steps.add(new Step(name, "", introduced, List.of(), place));
    if (letters) {
      children.stream()
          .flatMap(child -> Stream.ofNullable(families.get(child)))
          .forEach(family -> steps.addAll(placeAt(family, person, names, place)));
    }
    return steps;
  }

  private static Employed employed(Fields fields) {
    if (!fields.text("werkt").equals(DESK)) {
      throw new VoorbeeldFault(fields.place("werkt"), "iemand kan alleen bij het `loket` werken");
    }
    var employed = new Employed(fields.text("naam"), fields.text("uitleg"));
    fields.done();
    return employed;
  }

  private static List<Step> placeAt(Family family, String person, Names names, Place place) {
    var by = family.knownBy().entrySet().iterator().next();
    var letter = "brief aan %s van %s".formatted(person, family.child());
    var who = Map.of("persoon", word(person, place), "over", word(family.child(), place));
    var written = new LinkedHashMap<>(who);
    written.put("door", word(by.getKey() + " als " + by.getValue(), place));
    var writing = PersonActions.LETTER.reader().read(block(written, place), names);
    names.addStep(letter, PersonActions.LETTER.name(), place);
    var entered = new LinkedHashMap<>(who);
    entered.put("brief", word(letter, place));
    var entering = PersonActions.CODE.reader().read(block(entered, place), names);
    return List.of(
        new Step(letter, "", writing, List.of(), place),
        new Step("code uit de " + letter, "", entering, List.of(), place));
  }

  private static Tree word(String text, Place place) {
    return new Tree.Text(text, true, place);
  }

  private static Tree block(Map<String, Tree> entries, Place place) {
    return new Tree.Block(entries, Map.of(), place);
  }

  /// From here on the sign-in service lists this person.
  private record Introduced(String person, List<String> children, String name, String about)
      implements Action {
    Introduced {
      children = List.copyOf(children);
    }

    @Override
    public String told() {
      return name + " kan zich aanmelden";
    }

    @Override
    public Observed play(Scene scene) {
      scene.introduce(person, children, name, about);
      return Observed.told(told());
    }
  }

  /// From here on the sign-in service lists this person, who works at a desk.
  private record Employed(String name, String about) implements Action {
    @Override
    public String told() {
      return name + " kan zich aanmelden";
    }

    @Override
    public Observed play(Scene scene) {
      scene.employ(name, about);
      return Observed.told(told());
    }
  }
}
