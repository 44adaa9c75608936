package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.PartyRole;

/// Gathers what a statement is held against: who is known, and what was said before.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class Contexts {
  private final PersonRegister people;
  private final FactReader facts;
  private final HeardNo noes;
  private final PresenceCodes codes;

  Contexts(String region, PersonSeal seal) {
    this.people = new PersonRegister(region);
    this.facts = new FactReader(region, seal);
    this.noes = new HeardNo(region);
    this.codes = new PresenceCodes(region);
  }

  StatementCheck.Context of(
      Connection tx, ConsentAsk ask, Recorder recorder, Voice voice, Instant now)
      throws SQLException {
    var query = FactQuery.about(ask);
    return new StatementCheck.Context(
        ask.subject(),
        known(tx, ask.subject(), recorder, List.of(voice)),
        records(tx, query, now),
        ask.categories(),
        heardNo(tx, recorder, query),
        codes(tx, recorder, query, now));
  }

  /// The codes that whoever records can use now; who is logged in needs none.
  Map<Hmac, PresenceCodes.Code> codes(
      Connection tx, Recorder recorder, FactQuery query, Instant now) throws SQLException {
    return switch (recorder) {
      case Recorder.Partner(PartyRole party) ->
          codes.open(tx, query.subject(), party.oin(), query.purpose(), now);
      case Recorder.Helped helped ->
          Map.of(helped.presence(), new PresenceCodes.Code(helped.help(), helped.person()));
      case Recorder.Portal _, Recorder.Calendar _ -> Map.of();
    };
  }

  Set<UUID> heardNo(Connection tx, Recorder recorder, FactQuery query) throws SQLException {
    return noes.by(tx, recorder, query);
  }

  Records records(Connection tx, FactQuery query, Instant now) throws SQLException {
    return facts.records(tx, List.of(query), now).getFirst();
  }

  /// Who is logged in, or helped at a desk, speaks for itself and for nobody else. To a partner the
  /// person concerned is always known; others only by a label of that partner.
  Map<Voice, UUID> known(Connection tx, UUID subject, Recorder recorder, Collection<Voice> voices)
      throws SQLException {
    var known = new HashMap<Voice, UUID>();
    if (recorder instanceof Recorder.Portal(UUID person)) {
      known.put(new Voice.Own(person), person);
      return known;
    }
    if (recorder instanceof Recorder.Helped helped) {
      known.put(new Voice.Own(helped.person()), helped.person());
      return known;
    }
    known.put(new Voice.Youth(), subject);
    if (recorder instanceof Recorder.Partner(PartyRole party)) {
      var labels =
          voices.stream()
              .filter(Voice.Labelled.class::isInstance)
              .map(Voice.Labelled.class::cast)
              .map(Voice.Labelled::label)
              .toList();
      Map<Hmac, UUID> found = people.find(tx, subject, party.oin(), labels);
      found.forEach((label, person) -> known.put(new Voice.Labelled(label), person));
    }
    return known;
  }
}
