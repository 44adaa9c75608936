package nl.sluis.gateway.postbus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.sluis.gateway.leesmee.ReadProof;
import nl.sluis.gateway.sequencer.ParcelRow;

/// What a receiver gets when it asks for a parcel.
public sealed interface HandedOver {
  /// The message, bound to this receiver.
  ///
  /// @param message the sender's SD-JWT, minimised, with Sluis' key binding
  /// @param receipt the C2SP tlog-proof of the `verstrekt` row
  /// @param read what we say of its reading by the family; empty when nobody had to read it
  record Message(String message, String receipt, Optional<ReadProof> read) implements HandedOver {
    /// What its receiver reads, whether it came for it or has it brought.
    public ObjectNode body(ParcelRow parcel) {
      var body = JsonNodeFactory.instance.objectNode().put("pakket", parcel.id().toString());
      body.put("transactie", parcel.transaction().toString());
      body.put("bericht", message).put("ontvangstbewijs", receipt);
      read.ifPresent(proof -> body.set("gelezen", proof.told()));
      return body;
    }
  }

  /// There is nothing for this receiver under this name; the reason is nobody's business.
  record NotThere() implements HandedOver {}
}
