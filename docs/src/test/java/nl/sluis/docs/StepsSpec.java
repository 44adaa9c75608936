package nl.sluis.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepsSpec {
  private static final String GATEWAY = "nl.sluis.gateway.";

  @Test
  void every_step_has_its_place_in_the_table_and_on_the_map() {
    var map = House.text(House.TOP.resolve("docs/architecture.md"));

    assertThat(steps())
        .allMatch(step -> Steps.MAY_KNOW.containsKey(step) || Steps.LAST.contains(step))
        .allMatch(step -> map.contains("| `" + step + "` |"));
  }

  @Test
  void a_step_knows_the_steps_before_it_and_none_after_it() {
    Steps.MAY_KNOW.forEach(
        (step, known) ->
            assertThat(knownBy(step))
                .as("packages of the gateway that `%s` knows", step)
                .isSubsetOf(known));
  }

  @Test
  void nobody_knows_the_wiring() {
    for (var step : steps()) {
      if (!step.equals("boot")) {
        assertThat(knownBy(step)).as("packages known by `%s`", step).doesNotContain("boot");
      }
    }
  }

  @Test
  void only_the_wiring_knows_the_routes() {
    for (var step : steps()) {
      if (!step.equals("boot") && !step.equals("http")) {
        assertThat(knownBy(step)).as("packages known by `%s`", step).doesNotContain("http");
      }
    }
  }

  private static Set<String> knownBy(String step) {
    return House.CLASSES.stream()
        .filter(type -> stepOf(type).equals(step))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(StepsSpec::stepOf)
        .filter(other -> !other.isEmpty() && !other.equals(step))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> steps() {
    return House.CLASSES.stream()
        .map(StepsSpec::stepOf)
        .filter(step -> !step.isEmpty())
        .collect(toCollection(TreeSet::new));
  }

  private static String stepOf(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(GATEWAY) ? name.substring(GATEWAY.length()).split("\\.", 2)[0] : "";
  }
}
