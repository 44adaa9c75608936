package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.person.SignedIn;

/// What somebody who logged in says, without paper and without anybody beside. Immutable.
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
        Channel.PORTAAL.code(),
        at.toString(),
        false,
        noExplained,
        withdrawalExplained,
        NO_PAPER,
        evidence.seal(subject, proof(who, place)));
  }

  private static ObjectNode proof(SignedIn who, Place place) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kanaal", Channel.PORTAAL.code())
        .put("persoon", place.person().toString())
        .put("betrouwbaarheid", who.level().name().toLowerCase(Locale.ROOT));
  }
}
