package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.peer.OwnEncryptionKeys;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// Mandates and encryption keys: statements that their owners signed; each change is a row (10.2,
/// 10.4).
///
/// May be shared between threads.
public final class PowerDesk {
  private final Mandates mandates;
  private final EncryptionKeyDirectory encryptionKeys;
  private final CurrentLaw law;

  /// @param law which purposes exist
  /// @param encryptionKeys the directory in which each key is signed by its owner
  public PowerDesk(CurrentLaw law, Mandates mandates, EncryptionKeyDirectory encryptionKeys) {
    this.law = law;
    this.mandates = mandates;
    this.encryptionKeys = encryptionKeys;
  }

  /// A mandate that its party signed; whoever brings it, the signature decides.
  public Work<Outcome> mandate(Oin caller, String jws) {
    return new Statement(EntryKind.MANDATE) {
      @Override
      String file(Found found) throws JwsFault, SQLException {
        var mandate = mandates.register(found.tx(), jws, found.at(), PowerDesk.this::exists);
        detail().put("afzender", caller.value());
        detail().put("volmachtgever", mandate.party().value());
        detail().put("gemachtigde", mandate.supplier().value());
        return mandate.id().toString();
      }
    };
  }

  private boolean exists(Purpose purpose) {
    return law.now().shelf().versions().stream().anyMatch(v -> v.purposes().containsKey(purpose));
  }

  /// Takes a mandate back, by its party or its supplier.
  public Work<Outcome> revokeMandate(Oin caller, UUID mandate) {
    return new Statement(EntryKind.MANDATE) {
      @Override
      String file(Found found) throws SQLException {
        if (!mandates.revoke(found.tx(), mandate, caller, found.at())) {
          return "";
        }
        detail().put("afzender", caller.value()).put("ingetrokken", true);
        return mandate.toString();
      }
    };
  }

  /// An encryption key that its owner signed.
  public Work<Outcome> encryptionKey(Oin caller, String jws) {
    return new Statement(EntryKind.KEY) {
      @Override
      String file(Found found) throws JwsFault, SQLException {
        var change = encryptionKeys.register(found.tx(), jws, found.at());
        detail().put("afzender", caller.value());
        detail().put("eigenaar", change.owner().value());
        detail().put("wijziging", change.kind().name());
        return change.kid();
      }
    };
  }

  /// Withdraws a key of the caller: nothing is sealed for it any more, and its name is never free
  /// again. To say it twice changes nothing.
  public Work<Outcome> withdrawEncryptionKey(Oin caller, String kid) {
    var own = new OwnEncryptionKeys(encryptionKeys.region());
    return new Withdrawal(encryptionKeys, own, caller, kid);
  }

  private record Withdrawal(
      EncryptionKeyDirectory keys, OwnEncryptionKeys own, Oin caller, String kid)
      implements Work<Outcome> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Outcome> plan(Found found) throws SQLException {
      var tx = found.tx();
      if (!own.exists(tx, caller, kid)) {
        return Plan.known(new Outcome.NotThere());
      }
      var change = keys.withdraw(tx, caller, kid, found.at());
      var left = Map.of("blijven", Integer.toString(own.left(tx, caller, found.at())));
      if (change.kind() == EncryptionKeyDirectory.ChangeKind.NOTHING) {
        return Plan.known(new Outcome.Done(kid, "", left));
      }
      var detail = JsonNodeFactory.instance.objectNode().put("afzender", caller.value());
      detail.put("eigenaar", caller.value()).put("wijziging", change.kind().name());
      detail.put("kenmerk", kid);
      return new Kept(List.of(new Entry(EntryKind.KEY, Optional.empty(), detail)), kid, left);
    }
  }

  /// A signed statement that is kept with its row, or not at all.
  private abstract static class Statement implements Work<Outcome> {
    private final EntryKind kind;
    private ObjectNode detail = JsonNodeFactory.instance.objectNode();

    Statement(EntryKind kind) {
      this.kind = kind;
    }

    /// What it is known by; empty when there is nothing under that name.
    abstract String file(Found found) throws JwsFault, SQLException;

    ObjectNode detail() {
      return detail;
    }

    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Outcome> plan(Found found) throws SQLException {
      detail = JsonNodeFactory.instance.objectNode();
      try {
        var id = file(found);
        if (id.isEmpty()) {
          return Plan.known(new Outcome.NotThere());
        }
        detail.put("kenmerk", id);
        return new Kept(new Entry(kind, Optional.empty(), detail), id);
      } catch (JwsFault fault) {
        return Plan.known(
            new Outcome.Faulty(List.of(new Outcome.Fault("", String.valueOf(fault.getMessage())))));
      }
    }
  }
}
