package nl.sluis.gateway.bewijs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.decision.Law;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Officers;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Retention;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.PartyRole;

/// What the convenant of a certain instant says about one question, in words for people.
///
/// @param version under which version, such as `zuid-kennemerland/2026-09`
/// @param digest SHA-256 over the files of that version
/// @param sentence the purpose as a family reads it
/// @param sender who sends
/// @param receiver who receives
/// @param retention how long the receiver keeps it
/// @param grounds the articles it rests on
record Words(
    String version,
    String digest,
    String sentence,
    Organisation sender,
    Organisation receiver,
    String retention,
    List<LawRef> grounds) {
  private static final String UNTOLD = "staat niet in het convenant";

  Words {
    grounds = List.copyOf(grounds);
  }

  /// An organisation.
  ///
  /// @param who its number and role
  /// @param name its name; empty when the convenant does not know it any more
  /// @param contact how its data protection officer is reached
  record Organisation(PartyRole who, String name, String contact) {
    private static Organisation in(Convenant convenant, PartyRole who) {
      var party = Optional.ofNullable(convenant.parties().get(who.oin()));
      return new Organisation(
          who,
          party.map(Party::name).orElse(""),
          party.map(Party::officers).flatMap(Officers::dataProtection).orElse(UNTOLD));
    }
  }

  /// The words for this question as they stood at this instant.
  static Words at(Law law, ConsentAsk ask, Instant at) {
    var convenant = law.couldGovern(ask.sender(), ask.receiver(), at).getFirst();
    var rule = convenant.rule(ask.purpose(), ask.sender(), ask.receiver());
    return new Words(
        convenant.id() + "/" + convenant.version(),
        convenant.digest(),
        convenant.purposes().getOrDefault(ask.purpose(), ""),
        Organisation.in(convenant, ask.sender()),
        Organisation.in(convenant, ask.receiver()),
        rule.map(Rule::retention)
            .map(code -> convenant.arrangements().retentions().get(code))
            .map(Retention::inWords)
            .orElse(UNTOLD),
        rule.map(Rule::grounds).orElse(List.of()));
  }
}
