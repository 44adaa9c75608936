package nl.sluis.gateway.bewijs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Retention;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.PartyRole;

/// What the convenant of a certain instant says about one question, in words for people.
///
/// @param version under which version, such as `zuid-kennemerland/2026-09`; empty for who may not
///   know where: it names a part of the region
/// @param digest SHA-256 over the files of that version; empty likewise
/// @param sentence the purpose as a family reads it
/// @param sender who sends
/// @param receiver who receives
/// @param retention how long the receiver keeps it
/// @param grounds the articles it rests on
/// @param cover what who reads them may read of where others are, and when
record Words(
    String version,
    String digest,
    String sentence,
    Organisation sender,
    Organisation receiver,
    String retention,
    List<LawRef> grounds,
    Cover cover) {
  private static final String UNTOLD = "staat niet in het convenant";
  private static final String ASK_SLUIS = "vraag het bij Sluis";

  Words {
    grounds = List.copyOf(grounds);
  }

  /// An organisation.
  ///
  /// @param who its number and role; empty for who may know its sort only
  /// @param sort what sort it is, as a word
  /// @param name its name, or its sort; empty when the convenant does not know it any more
  /// @param contact how its data protection officer is reached
  record Organisation(Optional<PartyRole> who, String sort, String name, String contact) {
    private static Organisation in(Convenant convenant, PartyRole who, Cover cover) {
      return new Organisation(
          cover.closed() ? Optional.empty() : Optional.of(who),
          cover.sort(who, convenant).key(),
          cover.dutch(who, convenant),
          cover.contact(who, convenant).orElse(cover.closed() ? ASK_SLUIS : UNTOLD));
    }

    /// By which it is pointed at.
    String id() {
      return who.map(known -> "urn:sluis:oin:" + known.oin().value())
          .orElse("urn:sluis:soort:" + sort);
    }
  }

  /// The words for this question as they stood at this instant.
  ///
  /// @param cover what who reads them may read of where others are
  static Words at(Law law, ConsentAsk ask, Cover cover, Instant at) {
    var convenant = law.couldGovern(ask.sender(), ask.receiver(), at).getFirst();
    var rule = convenant.rule(ask.purpose(), ask.sender(), ask.receiver());
    return new Words(
        cover.closed() ? "" : convenant.id() + "/" + convenant.version(),
        cover.closed() ? "" : convenant.digest(),
        convenant.purposes().getOrDefault(ask.purpose(), ""),
        Organisation.in(convenant, ask.sender(), cover),
        Organisation.in(convenant, ask.receiver(), cover),
        rule.map(Rule::retention)
            .map(code -> convenant.arrangements().retentions().get(code))
            .map(Retention::inWords)
            .orElse(UNTOLD),
        rule.map(Rule::grounds).orElse(List.of()),
        cover);
  }
}
