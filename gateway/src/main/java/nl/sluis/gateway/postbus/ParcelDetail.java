package nl.sluis.gateway.postbus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.terms.Oin;

/// What every row about a parcel tells: which exchange, from whom, for whom, what for.
public final class ParcelDetail {
  private ParcelDetail() {}

  /// The row, without its kind and its time.
  public static ObjectNode of(ParcelRow parcel) {
    var row = JsonNodeFactory.instance.objectNode();
    row.put("transactie", parcel.transaction().toString());
    row.put("pakket", parcel.id().toString());
    row.put("ondertekenaar", parcel.signer().value());
    row.put("doel", parcel.purpose().code());
    row.put("regel", parcel.rule());
    row.set("van", QuestionJson.party(parcel.sender()));
    row.set("aan", QuestionJson.party(parcel.receiver()));
    row.put("aangenomenInRij", parcel.acceptedRow());
    parcel.releasedRow().ifPresent(released -> row.put("verstrektInRij", released));
    return row;
  }

  /// Who collected or confirmed it, where that is not the receiver itself but whom it gave a
  /// mandate: both stand in the row (10.4).
  static void by(ObjectNode row, Oin who, ParcelRow parcel) {
    if (!who.equals(parcel.receiver().oin())) {
      row.put("gemachtigde", who.value());
    }
  }
}
