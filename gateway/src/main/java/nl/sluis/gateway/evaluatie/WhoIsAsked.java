package nl.sluis.gateway.evaluatie;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Who may be asked after help, and in which role each would tell it: those who decide about help
/// by age and gezag at this instant, as the convenant has the givers of that rule.
///
/// May be shared between threads; it reads on the connection of its caller.
final class WhoIsAsked {
  private final CurrentLaw law;
  private final FactReader facts;
  private final PersonRegister people;

  /// @param law what is decided by
  /// @param seal opens what singles a person out
  WhoIsAsked(String region, CurrentLaw law, PersonSeal seal) {
    this.law = law;
    this.facts = new FactReader(region, seal);
    this.people = new PersonRegister(region);
  }

  /// Each of them with the role; nobody when it is not known who decides, or the convenant lets
  /// nobody tell it.
  Map<UUID, Role> of(Connection tx, Referral referral, Asking asking, Instant now)
      throws SQLException {
    var rule = asking.rule();
    var query =
        new FactQuery(
            referral.subject(),
            rule.purpose(),
            new PartyRole(referral.by().oin(), Role.JONGERE),
            referral.by(),
            Set.of(Asking.TOLD),
            rule.consent().regimes(),
            "");
    var records = facts.records(tx, List.of(query), now).getFirst();
    var parameters = ConsentParameters.of(asking.convenant());
    var signers = new StateAt(parameters).signers(query, records, now);
    var same = people.same(tx, referral.subject());
    var asked = new LinkedHashMap<UUID, Role>();
    if (signers instanceof Signers.Known known) {
      var age = Optional.ofNullable(records.birth()).map(birth -> Age.at(birth, now));
      for (var person : known.all()) {
        var role = role(referral, person, parameters, records, now);
        if (rule.from().contains(role) && asking.mayTell(law, role, age, now)) {
          asked.put(same.of(person), role);
        }
      }
    }
    return asked;
  }

  private static Role role(
      Referral referral, UUID person, ConsentParameters parameters, Records records, Instant now) {
    if (person.equals(referral.subject())) {
      return Role.JONGERE;
    }
    boolean guardian =
        new CustodyAt(parameters)
            .on(records.custody(), now)
            .filter(
                fact ->
                    fact.situation() == CustodySituation.VOOGDIJ_PERSOON
                        || fact.situation() == CustodySituation.VOOGDIJ_GI)
            .isPresent();
    return guardian ? Role.VOOGD : Role.OUDER_GEZAG;
  }
}
