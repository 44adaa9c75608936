package nl.sluis.gateway.boot.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleFileSpec {
  private static final Set<String> MEANING = Set.of("ib", "aandacht");
  private static final String TWO =
      """
      mensen:
        - medewerker: med-008
          rollen: [ib, aandacht]
        - medewerker: med-021
          rollen: [ib]
      """;

  @TempDir private Path folder;

  @Test
  void who_stands_in_the_list_has_those_roles_and_nobody_else_has_any() throws IOException {
    var roles = new RoleFile(written(TWO, 1), MEANING);

    assertThat(roles.of("med-008", List.of())).containsExactly("aandacht", "ib");
    assertThat(roles.of("med-999", List.of("ib"))).isEmpty();
    assertThat(roles.stand("med-021", "aandacht")).isFalse();
  }

  @Test
  void who_is_struck_out_has_no_role_at_the_next_click() throws IOException {
    var roles = new RoleFile(written(TWO, 1), MEANING);
    var before = roles.stand("med-021", "ib");

    written(TWO.replace("med-021", "med-022"), 2);

    assertThat(before).isTrue();
    assertThat(roles.stand("med-021", "ib")).isFalse();
    assertThat(roles.stand("med-022", "ib")).isTrue();
  }

  @Test
  void a_list_that_cannot_be_read_gives_nobody_anything() throws IOException {
    var roles = new RoleFile(written(TWO, 1), MEANING);
    var before = roles.stand("med-021", "ib");

    written("mensen: [", 2);
    var broken = roles.stand("med-021", "ib");
    Files.delete(folder.resolve("rollen.yaml"));

    assertThat(before).isTrue();
    assertThat(broken).isFalse();
    assertThat(roles.stand("med-021", "ib")).isFalse();
  }

  @Test
  void what_is_wrong_in_the_list_is_said_without_saying_who_stands_in_it() {
    var faults = new ArrayList<String>();

    RoleFile.parse(
        """
        mensen:
          - medewerker: med-008
            rollen: [directeur]
          - medewerker: med-008
            rollen: [ib]
            naam: Jansen
        """,
        MEANING,
        faults);

    assertThat(faults)
        .hasSize(3)
        .noneMatch(fault -> fault.contains("med-008") || fault.contains("Jansen"));
  }

  private Path written(String text, long second) throws IOException {
    var file = Files.writeString(folder.resolve("rollen.yaml"), text);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
  }
}
