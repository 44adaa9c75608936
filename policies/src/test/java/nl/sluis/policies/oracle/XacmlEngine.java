package nl.sluis.policies.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import nl.sluis.policies.export.Asked;
import nl.sluis.policies.export.Stated;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.value.AttributeBag;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.BooleanValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/// AuthzForce, asked through its own Java interface: no XML per question.
final class XacmlEngine implements Engine {
  private static final String CATEGORY = "urn:oasis:names:tc:xacml:3.0:attribute-category:";
  private static final AttributeFqn SENDER =
      fqn("urn:oasis:names:tc:xacml:1.0:subject-category:access-subject", "afzender");
  private static final AttributeFqn ACTION = fqn(CATEGORY + "action", "doel");
  private static final AttributeFqn KIND = fqn(CATEGORY + "resource", "soort");
  private static final AttributeFqn WORD = fqn(CATEGORY + "resource", "wat");

  private final BasePdpEngine engine;

  /// @param text the exported policy set
  XacmlEngine(String text) {
    try {
      var folder = Files.createTempDirectory("xacml");
      var policies = folder.resolve("convenant.xml");
      var settings = folder.resolve("pdp.xml");
      Files.writeString(policies, text);
      Files.writeString(settings, settings(policies, rootOf(text)));
      engine =
          new BasePdpEngine(
              PdpEngineConfiguration.getInstance(
                  settings.toString(), (String) null, (String) null));
      Files.delete(policies);
      Files.delete(settings);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rootOf(String text) {
    int at = text.indexOf("PolicySetId=\"") + "PolicySetId=\"".length();
    return text.substring(at, text.indexOf('"', at));
  }

  private static String settings(Path policies, String root) {
    return """
    <pdp xmlns="http://authzforce.github.io/core/xmlns/pdp/8"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="8.0">
      <policyProvider id="provider" xsi:type="StaticPolicyProvider">
        <policyLocation>%s</policyLocation>
      </policyProvider>
      <rootPolicyRef policySet="true">%s</rootPolicyRef>
    </pdp>
    """
        .formatted(policies.toUri(), root);
  }

  @Override
  public String name() {
    return "AuthzForce";
  }

  @Override
  public Session on(Stated stated) {
    var attributes = new HashMap<AttributeFqn, AttributeBag<?>>();
    attributes.put(SENDER, word(stated.sender()));
    attributes.put(ACTION, word(stated.action()));
    var environment = CATEGORY + "environment";
    stated.words().forEach((fact, w) -> attributes.put(fqn(environment, fact.key()), word(w)));
    stated
        .flags()
        .forEach(
            (fact, yes) ->
                attributes.put(
                    fqn(environment, fact.key()),
                    Bags.singletonAttributeBag(
                        StandardDatatypes.BOOLEAN, BooleanValue.valueOf(yes))));
    stated
        .sets()
        .forEach(
            (fact, words) -> {
              if (!words.isEmpty()) {
                attributes.put(fqn(environment, fact.key()), words(words));
              }
            });
    return asked -> ask(attributes, asked);
  }

  private Answer ask(Map<AttributeFqn, AttributeBag<?>> attributes, Asked asked) {
    var request = engine.newRequestBuilder(4, attributes.size() + 2);
    attributes.forEach(request::putNamedAttributeIfAbsent);
    request.putNamedAttributeIfAbsent(KIND, word(asked.kind()));
    request.putNamedAttributeIfAbsent(WORD, word(asked.word()));
    var result = engine.evaluate(request.build(false));
    if (result.getDecision() == DecisionType.INDETERMINATE) {
      throw new AssertionError("AuthzForce could not decide: " + result.getCauseForIndeterminate());
    }
    var ids = new HashSet<String>();
    for (var action : result.getPepActions()) {
      action.getAttributeAssignments().forEach(a -> ids.add(a.getValue().toString()));
    }
    return new Answer(result.getDecision() == DecisionType.PERMIT, ids);
  }

  private static AttributeBag<StringValue> word(String word) {
    return Bags.singletonAttributeBag(StandardDatatypes.STRING, new StringValue(word));
  }

  private static AttributeBag<StringValue> words(SortedSet<String> words) {
    var values = new ArrayList<StringValue>();
    words.forEach(word -> values.add(new StringValue(word)));
    return Bags.newAttributeBag(StandardDatatypes.STRING, values);
  }

  private static AttributeFqn fqn(String category, String key) {
    return AttributeFqns.newInstance(category, Optional.empty(), "urn:sluis:" + key);
  }

  @Override
  public void close() {
    try {
      engine.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
