package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.person.Assistance;
import nl.sluis.gateway.person.SignedIn;

/// What somebody says who logged in, without paper and without anybody beside, or who is helped at
/// a desk. Immutable.
///
/// @param utterance the word, such as `gegeven`
/// @param noExplained whether it was shown what follows when the answer is no
/// @param withdrawalExplained whether it was shown how to take a yes back
record OwnWord(String utterance, boolean noExplained, boolean withdrawalExplained) {
  private static final StatementDraft.Proof NO_PAPER = new StatementDraft.Proof("", "", "", "", "");

  /// That something is not so, for which nothing need be explained.
  static OwnWord dispute() {
    return new OwnWord("betwist", false, false);
  }

  /// As a statement; how it is known who spoke is sealed.
  StatementDraft by(SignedIn who, Place place, UUID subject, Evidence evidence, Instant at) {
    return new StatementDraft(
        new Voice.Own(place.person()),
        utterance,
        channel(who).code(),
        at.toString(),
        false,
        noExplained,
        withdrawalExplained,
        who.help().map(help -> atDesk(help, place)).orElse(NO_PAPER),
        evidence.seal(subject, proof(who, place)));
  }

  /// By which road it came: who is helped at a desk says it there.
  static Channel channel(SignedIn who) {
    return who.help().isPresent() ? Channel.MONDELING : Channel.PORTAAL;
  }

  /// Who records what this person says.
  static Recorder recorder(SignedIn who, Place place) {
    return who.help()
        .<Recorder>map(help -> helped(help, place))
        .orElseGet(() -> new Recorder.Portal(place.person()));
  }

  private static Recorder.Helped helped(Assistance help, Place place) {
    return new Recorder.Helped(place.person(), help.id(), help.by().desk());
  }

  private static StatementDraft.Proof atDesk(Assistance help, Place place) {
    var with = "hulp " + help.id();
    return new StatementDraft.Proof(
        help.by().id(), "loket", with, help.way(), "", "", helped(help, place).presence());
  }

  private static ObjectNode proof(SignedIn who, Place place) {
    var proof =
        JsonNodeFactory.instance
            .objectNode()
            .put("kanaal", channel(who).code())
            .put("persoon", place.person().toString())
            .put("betrouwbaarheid", who.sureness());
    who.help().ifPresent(help -> PersonFiling.tell(proof, help));
    return proof;
  }
}
