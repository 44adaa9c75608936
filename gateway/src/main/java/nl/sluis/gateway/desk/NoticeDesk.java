package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.notice.Notice;
import nl.sluis.consent.notice.NoticeAnswer;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;

/// What somebody who logged in was told, and what is done with the answer.
///
/// "Klopt niet" is a dispute by that person: it stops at once, and only the same person takes it
/// back. May be shared between threads.
public final class NoticeDesk {
  private final DataSource database;
  private final Places places;
  private final Notices notices;
  private final PieceDesk pieces;
  private final ConsentDesk consents;
  private final Words words;
  private final Evidence evidence;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param words what follows from a word about a consent
  /// @param keyVersion the version of the key of references
  public NoticeDesk(
      String region,
      DataSource database,
      SubjectRegister subjects,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      Words words,
      int keyVersion) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.notices = new Notices(region, seal, parameters);
    this.pieces = new PieceDesk(region, seal);
    this.consents = new ConsentDesk(region, seal, parameters);
    this.words = words;
    this.evidence = new Evidence(vault, random);
  }

  /// Everything this person was told and may still see, child by child.
  public List<AtChild<Notice>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> seen(tx, who, place, now));
  }

  /// Who may not know where somebody is, is told of no text that tells so (domain 2.7).
  private List<Notice> seen(Connection tx, SignedIn who, Place place, Instant now)
      throws SQLException {
    var cover = places.cover(tx, who);
    var open =
        pieces.about(tx, place.subject()).stream()
            .filter(piece -> !cover.hidesText(piece.purpose(), piece.categories()))
            .map(Piece::id)
            .collect(Collectors.toSet());
    return notices.list(tx, place, now).stream()
        .filter(
            notice ->
                !cover.closed()
                    || notice.kind() != NoticeKind.LEESSTUK
                    || notice.matter().filter(open::contains).isPresent())
        .toList();
  }

  /// About which child this notice is; empty when there is none. Whose it is, is looked at under
  /// the lock.
  public Optional<UUID> subject(UUID notice) throws SQLException {
    try (var connection = database.getConnection()) {
      return notices.subject(connection, notice);
    }
  }

  /// That somebody has read a notice.
  public Work<Outcome> seen(SignedIn who, UUID subject, UUID id) {
    return new PersonFiling(
        who,
        subject,
        EntryKind.NOTICE,
        places,
        (found, place, detail) -> {
          var notice = mine(found.tx(), place, id, found.at());
          if (notice.isEmpty()) {
            return Filing.notThere();
          }
          tell(detail, notice.get(), NoticeAnswer.GEZIEN);
          notices.answer(found.tx(), id, NoticeAnswer.GEZIEN, found.at());
          return new Filing.Result.Filed(id.toString());
        });
  }

  /// That what a notice says was put on record is not so.
  public Work<Outcome> denied(SignedIn who, UUID subject, UUID id) {
    return new PersonFiling(
        who,
        subject,
        EntryKind.CONSENT,
        places,
        (found, place, detail) -> {
          var notice = mine(found.tx(), place, id, found.at());
          if (notice.isEmpty()) {
            return Filing.notThere();
          }
          var ask = notice.get().ask().filter(_ -> notice.get().kind().isAboutWords());
          if (ask.isEmpty()) {
            return Filing.fault(
                "antwoord", "Op deze kennisgeving kunt u alleen gezien antwoorden.");
          }
          tell(detail, notice.get(), NoticeAnswer.KLOPT_NIET);
          detail.put("uitspraak", "betwist").put("kanaal", Channel.PORTAAL.code());
          notices.answer(found.tx(), id, NoticeAnswer.KLOPT_NIET, found.at());
          return dispute(who, found, place, ask.get());
        });
  }

  private Filing.Result dispute(SignedIn who, Found found, Place place, ConsentAsk ask)
      throws SQLException {
    var draft = OwnWord.dispute().by(who, place, ask.subject(), evidence, found.at());
    return words.about(
        found,
        ask,
        () ->
            Filing.Result.of(
                consents.addStatement(
                    found.tx(), ask, draft, new Recorder.Portal(place.person()), found.at())));
  }

  private Optional<Notice> mine(Connection tx, Place place, UUID id, Instant now)
      throws SQLException {
    return notices.list(tx, place, now).stream().filter(n -> n.id().equals(id)).findFirst();
  }

  private static void tell(ObjectNode detail, Notice notice, NoticeAnswer answer) {
    detail.put("kennisgeving", notice.id().toString()).put("over", notice.kind().code());
    detail.put("antwoord", answer.code());
    notice.ask().ifPresent(ask -> detail.put("toestemming", ask.id().toString()));
  }
}
