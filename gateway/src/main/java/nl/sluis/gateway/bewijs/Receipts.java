package nl.sluis.gateway.bewijs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluis.consent.desk.AskRecord;
import nl.sluis.consent.desk.AskRecord.Happened;
import nl.sluis.consent.desk.AskRecords;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.EventRows;
import nl.sluis.gateway.desk.EventRows.Tied;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.policies.terms.Oin;

/// Makes receipts of consent: one signed text per event and per side, with the proof that its row
/// stands in the logbook.
///
/// A receipt opens nothing: Sluis looks at what is on record, never at a receipt. It is made when
/// it is asked for, and is the same every time for as long as one key signs. May be shared between
/// threads.
public final class Receipts {
  private final Oin own;
  private final AskRecords asks;
  private final EventRows rows;
  private final CurrentLaw law;
  private final Logbook logbook;
  private final SigningKeys<ReceiptSigner> signers;

  /// @param own the number of Sluis, which signs
  /// @param region in whose part of the database the consents live
  /// @param signers sign receipts, one at a time
  public Receipts(
      Oin own, String region, CurrentLaw law, Logbook logbook, SigningKeys<ReceiptSigner> signers) {
    this.own = own;
    this.asks = new AskRecords(region);
    this.rows = new EventRows(region);
    this.law = law;
    this.logbook = logbook;
    this.signers = signers;
  }

  /// For whom a receipt is.
  public enum Side {
    /// Who spoke.
    PERSOON,
    /// The partner that wrote it down.
    PARTNER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A receipt that can be had.
  ///
  /// @param id by which name
  /// @param event what happened, in a Dutch word
  /// @param at when it was said
  /// @param index the place of its row in the logbook, from 0
  /// @param seq the number of what happened
  public record Listed(UUID id, String event, String at, long index, long seq) {}

  /// A question with everything that happened to it.
  Optional<AskRecord> record(Connection tx, UUID askId) throws SQLException {
    return asks.find(tx, askId);
  }

  /// Which receipts there are of a question, in order.
  ///
  /// @param cover what the reader may read of where others are
  /// @param mayHave of which events the reader may have one
  List<Listed> list(Connection tx, AskRecord asked, Cover cover, Predicate<Happened> mayHave)
      throws SQLException {
    return rows.of(tx, asked.asked().ask().id()).stream()
        .flatMap(
            tied ->
                asked.event(tied.seq()).stream()
                    .filter(mayHave)
                    .map(happened -> listed(tied, happened, cover)))
        .toList();
  }

  private static Listed listed(Tied tied, Happened happened, Cover cover) {
    var event = happened.event();
    return new Listed(
        tied.receipt(),
        EventWord.dutch(event.type()),
        cover.at(event.occurredAt()).toString(),
        tied.index(),
        event.seq());
  }

  /// The receipt under this name as a compact JWS.
  ///
  /// @param cover what the reader may read of where others are
  /// @param mayHave of which events the reader may have one
  Optional<String> find(
      Connection tx,
      AskRecord asked,
      UUID receipt,
      Side side,
      Cover cover,
      Predicate<Happened> mayHave)
      throws SQLException {
    for (var tied : rows.of(tx, asked.asked().ask().id())) {
      var happened = asked.event(tied.seq()).filter(mayHave);
      if (tied.receipt().equals(receipt) && happened.isPresent()) {
        return Optional.of(sign(asked, tied, happened.get(), side, cover));
      }
    }
    return Optional.empty();
  }

  private String sign(AskRecord asked, Tied tied, Happened happened, Side side, Cover cover)
      throws SQLException {
    // The convenant of the moment it was written down: a later version changes no receipt.
    var words = Words.at(law.now(), asked.asked().ask(), cover, happened.recordedAt());
    // What is covered is another text, and has another name.
    var id = tied.receipt() + "/" + side.code() + (cover.closed() ? "/afgedekt" : "");
    var recorded = cover.at(happened.recordedAt());
    var receipt = ConsentJsonLd.document("urn:sluis:bewijs:" + id, "dpv:ConsentReceipt", "receipt");
    receipt.put("iss", ConsentJsonLd.oin(own.value())).put("jti", id);
    receipt.put("iat", recorded.getEpochSecond());
    receipt.put("dpv:hasIdentifier", id).put("dct:created", recorded.toString());
    receipt.putObject("dct:publisher").put("@id", ConsentJsonLd.oin(own.value()));
    receipt.put("sluis:zijde", side.code());
    receipt
        .putArray("dpv:hasRecordOfActivity")
        .add(ConsentJsonLd.record(asked, words, List.of(happened)));
    receipt.put("sluis:logboek", logbook.receiptFor(tied.index(), tied.size()));
    return signers.current().sign(receipt);
  }
}
