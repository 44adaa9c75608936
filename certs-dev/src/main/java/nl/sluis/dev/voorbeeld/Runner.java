package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;

/// Plays scenarios against a real gateway and compares what it sees with what was expected.
///
/// Used by one thread.
public final class Runner {
  private final DevGateway gateway;
  private final Report report;

  /// @param gateway the gateway under test
  /// @param report tells what happens
  public Runner(DevGateway gateway, Report report) {
    this.gateway = gateway;
    this.report = report;
  }

  /// Plays one scenario among others that share the gateway and its partners: the clock moves only
  /// when it must, and who played before is not made anew.
  ///
  /// @param known the partners that played before, by number; those of this one are added
  Verdict playAmong(Scenario scenario, Map<Oin, SimulatedPartner> known) throws IOException {
    if (!gateway.clock().instant().equals(scenario.start())) {
      gateway.moveClock(scenario.start());
      known.values().forEach(SimulatedPartner::forgetToken);
    }
    report.begin(scenario);
    var partners = new LinkedHashMap<String, SimulatedPartner>();
    for (var party : scenario.parties().values()) {
      var partner = known.get(party.oin());
      if (partner == null) {
        partner = partner(party);
        known.put(party.oin(), partner);
      }
      partners.put(party.label(), partner);
    }
    return play(scenario, partners, (_, _) -> {});
  }

  /// Plays one scenario to its end, also when a step is not as expected.
  public Verdict play(Scenario scenario) throws IOException {
    return play(scenario, (_, _) -> {});
  }

  /// Plays one scenario on a gateway that others use meanwhile: the clock goes on by itself, and of
  /// its partners only the connections are closed afterwards.
  public Verdict playAlong(Scenario scenario) throws IOException {
    report.begin(scenario);
    var partners = new LinkedHashMap<String, SimulatedPartner>();
    try {
      for (var party : scenario.parties().values()) {
        partners.put(party.label(), partner(party));
      }
      return play(scenario, partners, (_, _) -> {});
    } finally {
      partners.values().forEach(SimulatedPartner::close);
    }
  }

  /// The same, with somebody who looks after every step, by its label.
  Verdict play(Scenario scenario, BiConsumer<String, Scene> onlooker) throws IOException {
    gateway.moveClock(scenario.start());
    report.begin(scenario);
    var partners = new LinkedHashMap<String, SimulatedPartner>();
    try {
      for (var party : scenario.parties().values()) {
        partners.put(party.label(), partner(party));
      }
      return play(scenario, partners, onlooker);
    } finally {
      partners.values().forEach(SimulatedPartner::close);
    }
  }

  private SimulatedPartner partner(PartySpec party) {
    return switch (party.kind()) {
      case PARTIJ, LEVERANCIER -> gateway.partner(party.oin(), party.name());
      case VREEMD -> gateway.stranger(party.oin(), party.name());
    };
  }

  private Verdict play(
      Scenario scenario, Map<String, SimulatedPartner> partners, BiConsumer<String, Scene> onlooker)
      throws IOException {
    var run = Long.toString(System.nanoTime(), 36);
    try (var scene = new Scene(gateway, scenario.convenant(), partners, scenario.families(), run)) {
      return play(scenario, scene, onlooker);
    }
  }

  private Verdict play(Scenario scenario, Scene scene, BiConsumer<String, Scene> onlooker)
      throws IOException {
    var differences = new ArrayList<String>();
    announceKeys(scenario, scene, differences);
    announceSignatories(scenario, scene);
    for (var step : scenario.setUp()) {
      var found = play(step, scene);
      if (!found.isEmpty()) {
        report.failedSetUp(step, scene.seen(step.label()), found);
        found.forEach(difference -> differences.add(step.place() + ": " + difference));
      }
    }
    if (scenario.steps().stream()
        .flatMap(s -> s.expected().stream())
        .anyMatch(RowCount.class::isInstance)) {
      scene.startCounting();
    }
    int number = 0;
    for (var step : scenario.steps()) {
      number++;
      var found = play(step, scene);
      report.step(number, step, scene.seen(step.label()), found);
      onlooker.accept(step.label(), scene);
      found.forEach(difference -> differences.add(step.place() + ": " + difference));
    }
    var verdict = new Verdict(scenario.title(), number, differences, scene.heard());
    report.end(verdict);
    return verdict;
  }

  private static void announceKeys(Scenario scenario, Scene scene, List<String> differences) {
    for (var party : scenario.parties().values()) {
      boolean known = party.kind() != PartySpec.Kind.VREEMD;
      if (!known || !scene.gateway().site().firstTime(scene.gateway().database(), party.oin())) {
        continue;
      }
      var until = FactActions.instant("over 1 jaar", scene);
      var owner = scene.partner(party.label());
      var seen = PowerActions.announce(owner, owner.encryptionKey(), scene, until);
      if (!seen.succeeded()) {
        differences.add(
            scenario.place()
                + ": de sleutel van "
                + party.label()
                + " is niet aangemeld: "
                + explained(seen));
      }
    }
  }

  /// Who signs for a sender is known before the first step, wherever a rule asks for it. A sender
  /// that may put nobody on record hears so when it sends.
  private static void announceSignatories(Scenario scenario, Scene scene) {
    var senders = new TreeMap<String, PartyAs>();
    Stream.concat(scenario.setUp().stream(), scenario.steps().stream())
        .map(Step::action)
        .filter(SendAction.class::isInstance)
        .map(SendAction.class::cast)
        .filter(action -> !action.urgent() && !Signatures.asked(action, scene).isEmpty())
        .forEach(action -> senders.putIfAbsent(action.from().party(), action.from()));
    for (var sender : senders.values()) {
      SigningActions.announce(scene, sender, SigningActions.STANDARD);
      SigningActions.announce(scene, sender, SigningActions.ACTING);
    }
  }

  private static List<String> play(Step step, Scene scene) throws IOException {
    scene.begin(step.label());
    step.expected().forEach(expectation -> expectation.before(scene));
    var seen = seen(step, scene);
    scene.remember(seen);
    var differences = new ArrayList<String>();
    for (var expectation : step.expected()) {
      expectation.unmet(seen, scene).ifPresent(differences::add);
    }
    if (step.expected().isEmpty() && step.action().mustSucceed() && !seen.succeeded()) {
      differences.add("deze stap had moeten slagen, maar: " + explained(seen));
    }
    return differences;
  }

  /// A step that rests on one that did not do what it should is told, and the story goes on.
  private static Observed seen(Step step, Scene scene) throws IOException {
    try {
      return step.action().play(scene);
    } catch (MissingResult missing) {
      return Observed.told(missing.sentence()).with("verbinding", "geweigerd");
    }
  }

  private static String explained(Observed seen) {
    return PostbusActions.title(seen) + " " + seen.body();
  }
}
