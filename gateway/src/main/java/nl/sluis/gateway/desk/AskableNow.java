package nl.sluis.gateway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.PartyDraft;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.gateway.decision.Law;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// For what consent of one child may be asked now, under the convenant that governs.
///
/// When several could govern and say the same, it does not matter which; when they differ, the
/// municipality of the child must be known first, for a consent is bound to the text of one of
/// them.
///
/// @param law what is decided by
/// @param at the instant of asking
/// @param lives the municipality of the child; empty when nobody told
record AskableNow(Law law, Instant at, Optional<Municipality> lives) implements Askable.Rules {
  /// What is answered when the municipality must be known first.
  static final Outcome UNCLEAR =
      new Outcome.Faulty(
          List.of(
              new Outcome.Fault(
                  "betrokkene",
                  "Leg eerst vast in welke gemeente het kind woont: daarvan hangt af welk convenant"
                      + " en welke tekst geldt.")));

  @Override
  public Askable find(Purpose purpose, PartyRole sender, PartyRole receiver) {
    return could(purpose, sender, receiver).findFirst().orElseGet(Askable::nothing);
  }

  /// The choices that govern; the safe reading of each when it depends on where the child lives.
  ConsentParameters parameters(Purpose purpose, PartyRole sender, PartyRole receiver) {
    var all = could(purpose, sender, receiver).map(Askable::parameters).distinct().toList();
    return all.size() == 1 ? all.getFirst() : ConsentParameters.strict();
  }

  /// Does it depend on where the child lives, and is that not known?
  boolean isUnclear(ConsentDraft draft) {
    var from = party(draft.sender());
    var to = party(draft.receiver());
    return from.isPresent()
        && to.isPresent()
        && draft.purposes().stream()
            .filter(Purpose::isPurpose)
            .anyMatch(
                code -> could(new Purpose(code), from.get(), to.get()).distinct().count() > 1);
  }

  /// What a question is about, under every regime; empty when that cannot be read in it.
  Optional<FactQuery> reach(ConsentDraft draft) {
    var from = party(draft.sender());
    var to = party(draft.receiver());
    return draft.purposes().stream()
        .filter(Purpose::isPurpose)
        .findFirst()
        .filter(_ -> from.isPresent() && to.isPresent())
        .map(
            code ->
                new FactQuery(
                    draft.subject(),
                    new Purpose(code),
                    from.orElseThrow(),
                    to.orElseThrow(),
                    Set.of(),
                    EnumSet.allOf(Regime.class),
                    ""));
  }

  private Stream<Askable> could(Purpose purpose, PartyRole sender, PartyRole receiver) {
    var all = law.couldGovern(sender, receiver, at);
    var near = all.stream().filter(this::isNear).toList();
    return (near.size() == 1 ? near : all)
        .stream().map(convenant -> Askable.in(convenant).find(purpose, sender, receiver));
  }

  private boolean isNear(Convenant convenant) {
    return lives.filter(m -> convenant.isFor(m, LocalDate.ofInstant(at, Age.CALENDAR))).isPresent();
  }

  private static Optional<PartyRole> party(PartyDraft draft) {
    return Role.of(draft.role())
        .filter(_ -> Oin.isOin(draft.oin()))
        .map(role -> new PartyRole(new Oin(draft.oin()), role));
  }
}
