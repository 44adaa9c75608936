package nl.sluis.policies.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.sluis.policies.contact.Wall.Effect;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class WallSpec {
  private static final Wall HELP_AND_ACCESS =
      new Wall(
          "hulp-en-toegang",
          Set.of(Role.CJG_COACH, Role.POH_JEUGD),
          Set.of(Role.CJG_TOEGANG),
          Effect.WEIGEREN,
          "Wie helpt, beslist niet ook over de hulp.");

  @Test
  void a_wall_stands_whichever_side_came_first() {
    assertThat(HELP_AND_ACCESS.isCrossed(Role.CJG_TOEGANG, List.of(Role.CJG_COACH))).isTrue();
    assertThat(HELP_AND_ACCESS.isCrossed(Role.POH_JEUGD, List.of(Role.CJG_TOEGANG))).isTrue();
  }

  @Test
  void roles_on_the_same_side_may_be_mixed() {
    assertThat(HELP_AND_ACCESS.isCrossed(Role.CJG_COACH, List.of(Role.CJG_COACH, Role.POH_JEUGD)))
        .isFalse();
  }

  @Test
  void a_role_at_no_wall_need_not_be_remembered() {
    assertThat(Wall.stands(Role.CJG_COACH, List.of(HELP_AND_ACCESS))).isTrue();
    assertThat(Wall.stands(Role.SCHOOL_IB, List.of(HELP_AND_ACCESS))).isFalse();
  }
}
