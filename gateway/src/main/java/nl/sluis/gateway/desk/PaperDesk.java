package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.desk.Request;
import nl.sluis.consent.desk.Requests;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.leesmee.PieceSeal;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// What an organisation can have on paper: its own questions and texts, and nothing of what anybody
/// said to them.
///
/// Of a question that may not be put before a giver there is no paper (design 10.14). That a text
/// was printed is a row before it is. May be shared between threads.
public final class PaperDesk {
  private final DataSource database;
  private final FactDesk facts;
  private final ConsentDesk consents;
  private final Requests requests;
  private final PieceDesk pieces;
  private final Readings readings;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may put something on record
  public PaperDesk(
      String region,
      DataSource database,
      FactDesk facts,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.facts = facts;
    this.consents = new ConsentDesk(region, seal, parameters);
    this.requests = new Requests(region, seal, consents);
    this.pieces = new PieceDesk(region, seal);
    this.readings = new Readings(pieces, new PieceSeal(vault, random));
  }

  /// What this organisation asked in one conversation and can still be answered, line by line.
  ///
  /// @return nothing when there is no such conversation, or nothing of it is left to answer
  public List<ConsentAsk> asked(UUID request, Oin asker, Instant now) throws SQLException {
    var open = new ArrayList<ConsentAsk>();
    try (var connection = database.getConnection()) {
      var found = requests.find(connection, request).filter(r -> r.sender().oin().equals(asker));
      for (var line : found.map(Request::lines).orElseGet(List::of)) {
        if (line.askId().isPresent()) {
          consents
              .find(connection, line.askId().get())
              .filter(ask -> now.isBefore(ask.validUntil()))
              .ifPresent(open::add);
        }
      }
    }
    return open;
  }

  /// The question of this organisation under this identifier.
  public Optional<ConsentAsk> ask(UUID id, Oin asker) throws SQLException {
    try (var connection = database.getConnection()) {
      return consents.find(connection, id).filter(ask -> ask.sender().oin().equals(asker));
    }
  }

  /// The text under this identifier that this organisation laid ready and that people may see.
  public Optional<Piece> piece(UUID id, Oin sender) throws SQLException {
    try (var connection = database.getConnection()) {
      return pieces
          .find(connection, id)
          .filter(piece -> piece.from().oin().equals(sender) && !piece.held());
    }
  }

  /// The texts of this organisation that still count, the newest first, at most two hundred;
  /// nothing of who reads them, and nothing of a text that nobody was shown.
  public List<Piece> laid(Oin sender, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return pieces.ofSender(connection, sender, now);
    }
  }

  /// Puts on record that a text was printed to be read.
  public Work<Outcome> print(Oin caller, PartyRole party, Piece piece) {
    return filed(caller, party, piece, "afgedrukt");
  }

  /// Puts on record that its sender took up a text again, such as to send it as it was read.
  public Work<Outcome> takeUp(Oin caller, PartyRole party, Piece piece) {
    return filed(caller, party, piece, "nagelezen");
  }

  private Work<Outcome> filed(Oin caller, PartyRole party, Piece piece, String done) {
    return new Filing(
        Needs.toWrite(piece.subject()),
        EntryKind.READING,
        facts.onBehalf(caller, party, Optional.of(piece.purpose())),
        (_, detail) -> {
          detail.put("handeling", done);
          ReadingDesk.tell(detail, piece);
          return new Filing.Result.Filed(piece.id().toString());
        });
  }

  /// What a text says that was put on record as printed or taken up; empty once the child was
  /// erased.
  public Optional<JsonNode> content(Piece piece) throws SQLException {
    try (var connection = database.getConnection()) {
      return readings.content(connection, piece);
    }
  }
}
