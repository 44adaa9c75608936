package nl.sluis.policies.oracle;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.policies.export.Stated;

/// Cedar, by its binding for Java: one crossing to native code with JSON both ways per question.
final class CedarEngine implements Engine {
  private static final PolicySet NONE = new PolicySet(new HashSet<>());
  // Cedar forgets a set some time after we did; those of every convenant may be there at once.
  private static final int MOST_SETS = 4_096;
  private static final Pattern ACTION = Pattern.compile("action == Action::\"([^\"]+)\"");

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final Map<String, PolicySet> policies = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  /// @param text the exported policies
  /// @param schema by which Cedar checks that no policy can end in an error
  CedarEngine(String text, String schema) {
    try {
      PolicySet.setCacheMaxPolicySets(MOST_SETS);
      var all = PolicySet.parsePolicies(text);
      var checked =
          engine.validate(
              new ValidationRequest(Schema.parse(Schema.JsonOrCedar.Cedar, schema), all));
      if (!checked.validationPassed()) {
        throw new AssertionError("cedar does not accept the policies: " + checked);
      }
      // Cedar looks at every policy of a set; a set for each purpose spares it most of them.
      for (var policy : all.policies) {
        ids.put(policy.getID(), policy.getAnnotation("id"));
        policies
            .computeIfAbsent(action(policy), _ -> new PolicySet(new HashSet<>()))
            .policies
            .add(policy);
      }
      for (var set : policies.values()) {
        set.cache();
      }
    } catch (AuthException | CacheException e) {
      throw new AssertionError("cedar does not take the exported text", e);
    }
  }

  private static String action(Policy policy) {
    var found = ACTION.matcher(policy.getSource());
    if (!found.find()) {
      throw new AssertionError("a policy for no purpose: " + policy.getSource());
    }
    return found.group(1);
  }

  @Override
  public String name() {
    return "cedar-java";
  }

  @Override
  public Session on(Stated stated) {
    var context = new HashMap<String, Value>();
    stated.words().forEach((fact, word) -> context.put(fact.key(), new PrimString(word)));
    stated.flags().forEach((fact, yes) -> context.put(fact.key(), new PrimBool(yes)));
    stated
        .sets()
        .forEach(
            (fact, words) -> {
              var list = new CedarList();
              words.forEach(word -> list.add(new PrimString(word)));
              context.put(fact.key(), list);
            });
    var principal = entity("Rol", stated.sender());
    var action = entity("Action", stated.action());
    var speaking = policies.getOrDefault(stated.action(), NONE);
    return asked ->
        ask(
            new AuthorizationRequest(
                principal, action, entity(asked.kind(), asked.word()), context),
            speaking);
  }

  private Answer ask(AuthorizationRequest request, PolicySet speaking) {
    try {
      var answer = engine.isAuthorized(request, speaking, Set.<Entity>of());
      var success =
          answer.success.orElseThrow(() -> new AssertionError("cedar gave an error: " + answer));
      if (!success.getErrors().isEmpty()) {
        throw new AssertionError("cedar skipped a policy: " + success.getErrors());
      }
      return new Answer(
          success.isAllowed(),
          success.getReason().stream().map(this::id).collect(Collectors.toSet()));
    } catch (AuthException e) {
      throw new AssertionError("cedar broke off", e);
    }
  }

  private String id(String policy) {
    var id = ids.get(policy);
    if (id == null) {
      throw new AssertionError("cedar names a policy that it was not given: " + policy);
    }
    return id;
  }

  private static EntityUID entity(String type, String word) {
    return new EntityUID(
        EntityTypeName.parse(type).orElseThrow(() -> new AssertionError(type)), word);
  }

  @Override
  public void close() {
    // The cached policies are dropped when they are collected.
  }
}
