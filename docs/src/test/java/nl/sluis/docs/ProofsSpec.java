package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsSpec {
  /// A proof is a type that only the step which proved it can make.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nl.sluis.policies.decision.Permitted",
        "nl.sluis.gateway.logbook.Logged",
        "nl.sluis.gateway.message.SignedMessage",
        "nl.sluis.gateway.message.Presentation",
        "nl.sluis.gateway.peer.Peer",
        "nl.sluis.gateway.token.Authenticated",
        "nl.sluis.gateway.exchange.Identified",
        "nl.sluis.gateway.exchange.Admitted",
        "nl.sluis.gateway.logbook.Appended",
      })
  void a_proof_cannot_be_made_by_who_needs_it(String name) {
    var proof = proof(name);

    assertThat(proof.stream().flatMap(type -> type.getConstructors().stream()))
        .as("constructors of `%s` that anyone may call", name)
        .noneMatch(ProofsSpec::isOpenToAll);
  }

  @Test
  void leave_to_disclose_is_made_by_the_decider_alone() {
    var makers =
        House.CLASSES.get("nl.sluis.policies.decision.Permitted").getConstructors().stream()
            .flatMap(constructor -> constructor.getCallsOfSelf().stream())
            .map(call -> call.getOriginOwner().getPackageName())
            .distinct()
            .toList();

    assertThat(makers).isSubsetOf(List.of("nl.sluis.policies.decision"));
  }

  private static boolean isOpenToAll(JavaConstructor constructor) {
    return constructor.getModifiers().contains(JavaModifier.PUBLIC)
        && constructor.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static Optional<JavaClass> proof(String name) {
    return House.CLASSES.contain(name) ? Optional.of(House.CLASSES.get(name)) : Optional.empty();
  }
}
