package nl.sluis.gateway.leesmee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.ReadingEvent;
import nl.sluis.consent.leesmee.ReadingState;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;

/// What is known of texts that a family reads before they go: what they say, and how they stand.
///
/// May be shared between threads; every method reads in the transaction of its caller.
public final class Readings {
  private final PieceDesk pieces;
  private final PieceSeal seal;

  /// @param pieces where the texts lie
  /// @param seal opens what they say
  public Readings(PieceDesk pieces, PieceSeal seal) {
    this.pieces = pieces;
    this.seal = seal;
  }

  /// The precondition of this rule that is met by reading first; empty when it has none.
  public static Optional<Condition> condition(Convenant convenant, Rule rule) {
    return rule.conditions().stream()
        .map(convenant.conditions()::get)
        .filter(Objects::nonNull)
        .filter(condition -> condition.readFirst().isPresent())
        .findFirst();
  }

  /// What readers can do with this text under this convenant; empty when that says nothing of it
  /// any more.
  public static Optional<ReadFirst> first(Convenant convenant, Piece piece) {
    return Optional.ofNullable(convenant.conditions().get(piece.condition()))
        .flatMap(Condition::readFirst);
  }

  /// How a text stands now.
  public PieceDesk.Stand stand(
      Connection tx, Piece piece, ReadFirst first, Convenant convenant, Instant now)
      throws SQLException {
    return pieces.stand(tx, piece, first, ConsentParameters.of(convenant), now);
  }

  /// What a text says, category by category; empty once the child was erased.
  public Optional<JsonNode> content(Connection tx, Piece piece) throws SQLException {
    return seal.open(piece.subject(), pieces.content(tx, piece));
  }

  /// Is what a message discloses, category by category, exactly what this text says?
  boolean isOf(Connection tx, Piece piece, Map<String, JsonNode> disclosed) throws SQLException {
    var sent = JsonNodeFactory.instance.objectNode();
    disclosed.forEach(
        (name, value) -> {
          if (DataCategory.of(name).isPresent()) {
            sent.set(name, value);
          }
        });
    var read = content(tx, piece);
    return read.isPresent() && isSame(read.get(), sent);
  }

  private static boolean isSame(JsonNode read, JsonNode sent) {
    try {
      return Arrays.equals(CanonicalJson.encode(read), CanonicalJson.encode(sent));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// What is to go along with a text, in the words of the family: of each person the last.
  public List<ReadProof.Remark> remarks(Connection tx, Piece piece) throws SQLException {
    var remarks = new ArrayList<ReadProof.Remark>();
    for (var remark : pieces.remarks(tx, piece)) {
      var text = text(piece, remark);
      if (!text.isEmpty()) {
        remarks.add(new ReadProof.Remark(text, ReadProof.Remark.hex(remark.commitment())));
      }
    }
    return remarks;
  }

  /// What this person wants to go along; empty when nothing.
  public String remark(Connection tx, Piece piece, UUID person) throws SQLException {
    for (var remark : pieces.remarks(tx, piece)) {
      if (remark.person().equals(person)) {
        return text(piece, remark);
      }
    }
    return "";
  }

  private String text(Piece piece, PieceDesk.Remark remark) {
    return seal.open(piece.subject(), remark.sealed())
        .map(opened -> opened.path("opmerking").asText(""))
        .orElse("");
  }

  /// May what was accepted with this exchange still go, as far as reading is concerned?
  public boolean isStillRead(Connection tx, UUID transaction, Convenant convenant, Instant now)
      throws SQLException {
    var piece = pieces.ofExchange(tx, transaction);
    var first = piece.flatMap(p -> first(convenant, p));
    return first.isPresent()
        && stand(tx, piece.orElseThrow(), first.get(), convenant, now).state()
            instanceof ReadingState.Done;
  }

  /// What its receiver hears of the reading of what was accepted with this exchange; empty when
  /// nobody had to read it.
  public Optional<ReadProof> proof(
      Connection tx, UUID transaction, Convenant convenant, Instant now) throws SQLException {
    var piece = pieces.ofExchange(tx, transaction);
    var first = piece.flatMap(p -> first(convenant, p));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var stand = stand(tx, piece.orElseThrow(), first.get(), convenant, now);
    return Optional.of(
        new ReadProof(
            piece.get().id(),
            first.get().kind().code(),
            stand.events().stream().anyMatch(ReadingEvent::onPaper),
            remarks(tx, piece.get())));
  }

  /// Remembers that what was accepted with this exchange was handed over.
  public void given(Connection tx, UUID transaction, Instant now) throws SQLException {
    var piece = pieces.ofExchange(tx, transaction);
    if (piece.isPresent()) {
      pieces.went(tx, piece.get(), transaction, "verstrekt", now);
    }
  }

  PieceDesk pieces() {
    return pieces;
  }
}
