package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import nl.sluis.policies.export.Fact;
import org.junit.jupiter.api.Test;

class ExportPageSpec {
  private static final String PAGE = House.text(House.TOP.resolve("docs/uitvoer.md"));

  @Test
  void every_fact_that_a_party_must_state_is_on_the_page() {
    for (var fact : Fact.values()) {
      var kind =
          switch (fact.kind()) {
            case WOORD -> "woord";
            case JA_NEE -> "ja of nee";
            case VERZAMELING -> "verzameling";
          };
      assertThat(PAGE).contains("| `" + fact.key() + "` | " + kind + ": " + fact.meaning() + " |");
    }
  }

  @Test
  void engines_of_others_are_never_where_real_children_are() {
    for (var module : List.of("gateway", "certs-dev")) {
      var path = House.text(House.TOP.resolve(module + "/target/klassenpad.txt"));

      assertThat(path.strip().split(File.pathSeparator))
          .as("the class path of " + module)
          .noneMatch(entry -> entry.contains("hapi"))
          .noneMatch(entry -> entry.contains("org.hl7.fhir"))
          .noneMatch(entry -> entry.contains("cedar"))
          .noneMatch(entry -> entry.contains("authzforce"))
          .noneMatch(entry -> entry.contains("spring-core"));
    }
  }
}
