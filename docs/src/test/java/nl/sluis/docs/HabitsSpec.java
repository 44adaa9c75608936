package nl.sluis.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitsSpec {
  private static final Set<String> WALL_CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime");

  @Test
  void policies_touch_nothing_outside_themselves() {
    noClasses()
        .that()
        .resideInAPackage("nl.sluis.policies..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "javax.sql..",
            "io.vertx..",
            "com.fasterxml.jackson..",
            "tools.jackson..",
            "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(InstantSource.class)
        .because("a decision rests on the question and the convenant, and on nothing else")
        .check(House.CLASSES);
  }

  @Test
  void nobody_asks_the_machine_what_time_it_is() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "the wall clock is read",
                (JavaCall<?> call) ->
                    (call.getName().equals("now")
                            && WALL_CLOCKS.contains(call.getTargetOwner().getName()))
                        || call.getName().equals("currentTimeMillis")))
        .because("time comes in through the constructor, so that a test can move it")
        .check(House.CLASSES);
  }

  @Test
  void only_the_ends_of_the_house_make_a_clock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("nl.sluis.gateway.boot..", "nl.sluis.dev..")
        .should()
        .callMethodWhere(
            describe(
                "a system clock is made",
                (JavaCall<?> call) ->
                    call.getName().startsWith("system")
                        && (call.getTargetOwner().isEquivalentTo(Clock.class)
                            || call.getTargetOwner().isEquivalentTo(InstantSource.class))))
        .because("one clock for the whole gateway is given out by its wiring")
        .check(House.CLASSES);
  }

  @Test
  void libraries_are_silent() {
    noClasses()
        .that()
        .resideOutsideOfPackages("nl.sluis.gateway.boot..", "nl.sluis.dev..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("what is printed was never weighed for personal data")
        .check(House.CLASSES);
  }

  @Test
  void nobody_sleeps_and_nobody_uses_old_dates() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "Thread.sleep is called",
                (JavaCall<?> call) ->
                    call.getTarget() instanceof MethodCallTarget
                        && call.getName().equals("sleep")
                        && call.getTargetOwner().isEquivalentTo(Thread.class)))
        .because("waiting has a reason, and the reason can be awaited")
        .check(House.CLASSES);
  }

  @Test
  void old_dates_stay_at_the_libraries_that_ask_for_them() {
    noClasses()
        .that()
        .resideInAnyPackage("nl.sluis.policies..", "nl.sluis.consent..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Date|Calendar)")
        .because("a birthday has no time zone")
        .check(House.CLASSES);
  }

  @Test
  void nothing_is_injected_behind_our_backs() {
    noFields()
        .should()
        .beAnnotatedWith(
            describe("an injection", type -> type.getRawType().getName().endsWith(".Inject")))
        .because("the wiring can be read in one place")
        .check(House.CLASSES);
  }

  @Test
  void yaml_is_read_in_six_places_only() {
    noClasses()
        .that(
            areNot(
                "nl.sluis.policies.convenant",
                "nl.sluis.dev.voorbeeld",
                "nl.sluis.gateway.boot",
                "nl.sluis.gateway.partner",
                "nl.sluis.gateway.vorm"))
        .and()
        .doNotHaveFullyQualifiedName("nl.sluis.gateway.http.Description")
        .and()
        .doNotHaveFullyQualifiedName("nl.sluis.gateway.http.Published")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "tools.jackson.dataformat.yaml..")
        .because(
            "the convenant, a scenario, the settings, what a partner writes, the texts and the"
                + " interface have one reader each")
        .check(House.CLASSES);
  }

  @Test
  void vertx_stays_at_the_edge() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "nl.sluis.gateway.logbook..",
            "nl.sluis.gateway.message..",
            "nl.sluis.gateway.keys..",
            "nl.sluis.gateway.exchange..",
            "nl.sluis.gateway.postbus..",
            "nl.sluis.gateway.sequencer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .because("what happens to a request does not depend on how it came in")
        .check(House.CLASSES);
  }

  @Test
  void only_the_edge_answers_in_status_codes() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "nl.sluis.gateway.http..", "nl.sluis.gateway.edge..", "nl.sluis.dev..")
        .should()
        .callMethodWhere(
            describe(
                "a status code is set",
                (JavaCall<?> call) -> call.getName().equals("setStatusCode")))
        .because("inside we speak our own words for what went wrong")
        .check(House.CLASSES);
  }

  @Test
  void a_bsn_is_seen_only_where_it_becomes_a_key_or_a_question_to_the_brp() {
    classes()
        .that()
        .haveFullyQualifiedName("nl.sluis.gateway.subject.Bsn")
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage("nl.sluis.gateway.subject..", "nl.sluis.gateway.gezagsbron..")
        .because("a number that is nowhere else cannot leak from anywhere else")
        .check(House.CLASSES);
  }

  @Test
  void keys_never_pass_through_the_database() {
    noClasses()
        .that()
        .resideInAPackage("nl.sluis.gateway.keys..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..")
        .because("a key that stood in the database stands in every backup of it")
        .check(House.CLASSES);
  }

  private static DescribedPredicate<JavaClass> areNot(String... packages) {
    var names = Set.of(packages);
    return describe(
        "stand outside " + names,
        type -> names.stream().noneMatch(name -> type.getPackageName().startsWith(name)));
  }
}
