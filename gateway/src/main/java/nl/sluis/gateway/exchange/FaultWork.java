package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.terms.Oin;

/// Records a refusal of a message whose signature was proved but whose form is wrong.
final class FaultWork implements Work<Boolean> {
  private final Oin caller;
  private final MessageFault fault;

  FaultWork(Oin caller, MessageFault fault) {
    this.caller = caller;
    this.fault = fault;
  }

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Boolean> plan(Found found) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", caller.value());
    fault
        .origin()
        .ifPresent(
            origin -> {
              detail.put("ondertekenaar", origin.signer().value());
              origin.jti().ifPresent(jti -> detail.put("jti", jti));
            });
    detail.put("fout", fault.code().code());
    detail.put("over", fault.about());
    if (fault.parts().size() > 1) {
      var also = detail.putArray("fouten");
      fault
          .parts()
          .forEach(one -> also.addObject().put("fout", one.code().code()).put("over", one.about()));
    }
    var entry = new Entry(EntryKind.REFUSED, Optional.empty(), detail);
    return new Plan<>() {
      @Override
      public List<Entry> entries() {
        return List.of(entry);
      }

      @Override
      public void write(Writes writes, List<Logged> rows) {}

      @Override
      public Boolean answer(Written written) {
        return true;
      }
    };
  }
}
