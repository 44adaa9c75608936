package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// A fault in the convenant sends people to the list of roles; it is whole.
class RolesSpec {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @Test
  void the_page_beside_the_convenant_lists_every_role_and_no_other() {
    var page = House.text(House.TOP.resolve("policies/convenant/LEESMIJ.md"));
    var roles = page.substring(page.indexOf("\n## De rollen\n"));

    assertThat(ROW.matcher(roles).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::code).toList());
  }
}
