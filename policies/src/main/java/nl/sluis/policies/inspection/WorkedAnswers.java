package nl.sluis.policies.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// Worked examples that get another answer than the parties agreed on: either the rule or the
/// example does not say what was meant.
final class WorkedAnswers {
  private WorkedAnswers() {}

  static List<ConvenantFault> faults(Convenant convenant) {
    var decider = new Decider(convenant.asIfAdopted());
    var faults = new ArrayList<ConvenantFault>();
    for (var example : convenant.examples()) {
      var agreed = agreed(example);
      var given = given(decider.decide(example.question()));
      if (!agreed.equals(given)) {
        faults.add(fault(example, agreed, given));
      }
    }
    return faults;
  }

  private static ConvenantFault fault(Example example, String agreed, String given) {
    var source = example.source();
    int colon = source.lastIndexOf(':');
    return new ConvenantFault(
        source.substring(0, colon),
        Integer.parseInt(source.substring(colon + 1)),
        "Volgens dit voorbeeld is het antwoord "
            + agreed
            + ", maar de regels geven "
            + given
            + ". Verander de regel of het voorbeeld.");
  }

  private static String agreed(Example example) {
    return told(
        example.outcome(), example.because(), example.withheld().keySet(), example.obligations());
  }

  private static String given(Decision decision) {
    var outcome = decision.outcome().name();
    return switch (decision) {
      case Permit permit ->
          told(outcome, Set.of(), permit.withheld().keySet(), permit.obligations());
      case Hold hold -> told(outcome, reasons(hold.reasons()), Set.of(), Set.of());
      case Refusal refusal -> told(outcome, reasons(refusal.reasons()), Set.of(), Set.of());
    };
  }

  private static Set<Reason> reasons(NonEmpty<Reason.Told> told) {
    return told.items().stream().map(Reason.Told::reason).collect(Collectors.toSet());
  }

  private static String told(
      String outcome, Set<Reason> because, Set<?> withheld, Set<Obligation> obligations) {
    return outcome
        + part(" omdat ", because.stream().map(Reason::code).toList())
        + part(" zonder ", withheld.stream().map(String::valueOf).toList())
        + part(" met ", obligations.stream().map(Obligation::code).toList());
  }

  private static String part(String before, Collection<String> words) {
    return words.isEmpty()
        ? ""
        : before + words.stream().sorted().collect(Collectors.joining(", "));
  }
}
