package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.PresenceCodes;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeDraft.Matter;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Where a professional asks that somebody who sits beside be sent a code, to give it back.
///
/// The code goes to the own place of that person and nowhere else; whoever asked hears the same
/// whether or not it came there. Who may not know of a receiver gets none (design 10.14). May be
/// shared between threads.
public final class PresenceDesk {
  private static final int MOST = 5;

  private final FactDesk facts;
  private final CurrentLaw law;
  private final SubjectReference references;
  private final PersonRegister people;
  private final PresenceCodes codes;
  private final Notices notices;

  /// @param seal opens what singles a person out
  /// @param facts knows who may put something on record
  /// @param references makes the codes
  public PresenceDesk(
      String region,
      PersonSeal seal,
      FactDesk facts,
      CurrentLaw law,
      SubjectReference references,
      ConsentParameters parameters) {
    this.facts = facts;
    this.law = law;
    this.references = references;
    this.people = new PersonRegister(region);
    this.codes = new PresenceCodes(region);
    this.notices = new Notices(region, seal, parameters);
  }

  /// A code for one person.
  ///
  /// @param receivers who would receive on what that person says
  /// @param voice the person, as the partner knows that person
  public Work<Outcome> ask(
      Oin caller,
      PartyRole party,
      AliasKey alias,
      Purpose purpose,
      List<Oin> receivers,
      Voice voice) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.NOTICE,
        facts.onBehalf(caller, party, Optional.of(purpose)),
        (found, detail) -> {
          if (law.now().shelf().versions().stream()
              .noneMatch(v -> v.purposes().containsKey(purpose))) {
            return Filing.fault("doel", "Noem een doel uit het convenant.");
          }
          var subject = found.subject().orElseThrow();
          var person = person(found.tx(), subject, party.oin(), voice);
          if (person.isEmpty()) {
            return Filing.fault(
                "persoon", "Deze persoon is niet bekend; leg eerst de gezinsfeiten vast.");
          }
          if (codes.asked(found.tx(), subject, party.oin(), found.at()) >= MOST) {
            return Filing.fault(
                "persoon", "Er zijn net al vijf codes gevraagd; wacht een kwartier.");
          }
          var id = fresh(found, party, purpose);
          var until = found.at().plus(PresenceCodes.TERM);
          var hash = keyed(id);
          var code = new PresenceCodes.Code(id, person.get());
          codes.add(found.tx(), code, subject, party.oin(), purpose, hash, found.at());
          detail.put("aanwezigheidscode", id.toString()).put("doel", purpose.code());
          detail.put("kennisgevingen", tell(found, code, party, receivers) ? 1 : 0);
          return new Filing.Result.Filed(id.toString(), Map.of("geldigTot", until.toString()));
        });
  }

  private boolean tell(Found found, PresenceCodes.Code code, PartyRole party, List<Oin> receivers)
      throws SQLException {
    if (!notices.mayTell(found.tx(), draft(found, code, party.oin()), found.at())) {
      return false;
    }
    for (var receiver : receivers) {
      if (!notices.mayTell(found.tx(), draft(found, code, receiver), found.at())) {
        return false;
      }
    }
    var draft = draft(found, code, receivers.getFirst());
    return notices.give(found.tx(), draft, found.at()).isPresent();
  }

  private static NoticeDraft draft(Found found, PresenceCodes.Code code, Oin receiver) {
    return new NoticeDraft(
        found.subject().orElseThrow(),
        code.person(),
        NoticeKind.AANWEZIGHEIDSCODE,
        null,
        found.at().plus(PresenceCodes.TERM),
        new Matter(code.id(), receiver));
  }

  /// An identifier whose code is none that can be used now.
  private UUID fresh(Found found, PartyRole party, Purpose purpose) throws SQLException {
    var subject = found.subject().orElseThrow();
    var open = codes.open(found.tx(), subject, party.oin(), purpose, found.at());
    var id = UUID.randomUUID();
    while (open.containsKey(keyed(id))) {
      id = UUID.randomUUID();
    }
    return id;
  }

  private Hmac keyed(UUID id) {
    return Hmac.of(references.keyedPresence(references.presenceCode(id)));
  }

  private Optional<UUID> person(Connection tx, UUID subject, Oin partner, Voice voice)
      throws SQLException {
    return switch (voice) {
      case Voice.Youth _ -> Optional.of(subject);
      case Voice.Own _ -> Optional.empty();
      case Voice.Labelled(Hmac label) ->
          Optional.ofNullable(people.find(tx, subject, partner, Set.of(label)).get(label));
    };
  }
}
