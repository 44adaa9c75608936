package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.inspection.Inspection;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;

/// Every code that Sluis answers stands in `docs/redencodes.md`, and no code is answered elsewhere.
class CodesSpec {
  private static final String PAGE = House.text(House.TOP.resolve("docs/redencodes.md"));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  /// What a scenario expects to be answered: one code, or a list of reasons.
  private static final Pattern EXPECTED =
      Pattern.compile(
          "[{ ](?:code|redenen\\.\\d\\.code|context\\.reason\\.codes\\.\\d): *([a-z][a-z0-9-]+)"
              + "|(?:redenen|minstens redenen): *\\[([^\\]]*)\\]");

  @Test
  void every_code_that_a_scenario_expects_is_explained() {
    var expected = new TreeSet<String>();
    House.texts().stream()
        .filter(file -> file.toString().matches(".*/voorbeelden/.*\\.ya?ml"))
        .flatMap(file -> EXPECTED.matcher(House.text(file)).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .forEach(codes -> expected.addAll(Set.of(codes.split("[ ,]+", -1))));

    assertThat(expected).contains("niet-de-vaste-ontvanger", "jti-botsing");
    assertThat(explained()).containsAll(expected);
  }

  @Test
  void a_code_is_explained_in_its_group_once() {
    for (var group : PAGE.split("\n## ", -1)) {
      assertThat(ROW.matcher(group).results().map(found -> found.group(1))).doesNotHaveDuplicates();
    }
  }

  @Test
  void problems_are_made_in_one_place() {
    var makers =
        House.javaSources().stream()
            .filter(file -> file.toString().contains("/gateway/src/main/"))
            .filter(file -> House.text(file).contains("\"application/problem+json\""))
            .map(file -> file.getFileName().toString());

    assertThat(makers).containsExactly("Problem.java");
  }

  @Test
  void the_worked_examples_are_held_for_the_reasons_that_the_page_says() {
    var held = new TreeSet<Reason>();
    for (var example : examples()) {
      if (example.outcome().equals("AANHOUDEN")) {
        held.addAll(example.because());
      }
    }

    assertThat(held).isNotEmpty().isSubsetOf(CodesPage.HOLDING);
    assertThat(examples())
        .filteredOn(example -> example.outcome().equals("WEIGEREN"))
        .as("what is refused has a reason that cannot be supplied")
        .noneMatch(example -> CodesPage.HOLDING.containsAll(example.because()));
  }

  private static Set<String> explained() {
    var codes = new TreeSet<String>();
    ROW.matcher(PAGE).results().forEach(found -> codes.add(found.group(1)));
    return codes;
  }

  private static Iterable<Example> examples() {
    var top = House.TOP.resolve("policies");
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(House.text(top.resolve(ConvenantFiles.INDEX)))) {
      files.put(path, House.text(top.resolve(path)));
    }
    return Inspection.of(files, Optional.empty()).whole().values().stream()
        .flatMap(convenant -> convenant.examples().stream())
        .toList();
  }
}
