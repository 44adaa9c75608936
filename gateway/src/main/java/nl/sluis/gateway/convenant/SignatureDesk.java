package nl.sluis.gateway.convenant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// Where parties sign a version: a JWS with the key of their certificate over name, version and
/// digest. The certificate travels in it, so that the signature can be checked for ever.
///
/// What binds a party is exactly the text of which it signed the digest; it counts from the commit,
/// and is never taken away. May be shared between threads.
public final class SignatureDesk {
  /// The `typ` in the header of a signature under a convenant.
  public static final String TYP = "sluis-convenant+jwt";

  /// What such a statement says, no more and no less.
  static final Set<String> CLAIMS = Set.of("iss", "convenant", "versie", "digest", "jti");

  private final ConvenantTable table;
  private final CurrentLaw law;
  private final PeerCheck peers;

  /// @param peers knows which certificates are good
  public SignatureDesk(ConvenantTable table, CurrentLaw law, PeerCheck peers) {
    this.table = table;
    this.law = law;
    this.peers = peers;
  }

  /// What became of a signature.
  public sealed interface Signed {
    /// It is on record, with its row.
    ///
    /// @param by who signed
    /// @param receipt the C2SP tlog-proof of its row
    record Kept(Oin by, String receipt) implements Signed {}

    /// This party signed this text before.
    record Already(Oin by) implements Signed {}

    /// It was not recorded.
    ///
    /// @param sentence why, and what to do, in Dutch
    record Wrong(String sentence) implements Signed {}

    /// There is no such version.
    record NotThere() implements Signed {}
  }

  /// Keeps the signature of a party; whoever brings it, the signature decides.
  ///
  /// @param id the name of the convenant in the path
  /// @param version its version in the path
  public Work<Signed> sign(Oin caller, String id, String version, String jws) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Signed> plan(Found found) throws SQLException {
        var convenant =
            law.now().shelf().versions().stream()
                .filter(c -> c.id().equals(id) && c.version().equals(version))
                .findFirst();
        if (convenant.isEmpty()) {
          return Plan.known(new Signed.NotThere());
        }
        try {
          return keep(found, caller, convenant.get(), jws);
        } catch (JwsFault fault) {
          return Plan.known(new Signed.Wrong(String.valueOf(fault.getMessage())));
        }
      }
    };
  }

  private Plan<Signed> keep(Found found, Oin caller, Convenant convenant, String jws)
      throws JwsFault, SQLException {
    var certified = SignedStatement.certified(jws, TYP, CLAIMS, peers, found.at());
    var statement = certified.statement();
    if (!statement.text("convenant").equals(convenant.id())
        || !statement.text("versie").equals(convenant.version())) {
      return Plan.known(new Signed.Wrong("De handtekening noemt een andere versie dan het adres."));
    }
    if (!statement.text("digest").equals(convenant.digest())) {
      return Plan.known(
          new Signed.Wrong(
              "De digest hoort niet bij de tekst die hier is geladen; vergelijk de teksten."));
    }
    var by = statement.signer();
    if (!maySign(convenant, by, found.at())) {
      return Plan.known(
          new Signed.Wrong(
              "Alleen een partij bij deze versie, of wie volmacht van een partij heeft, tekent."));
    }
    var kept = table.sign(found.tx(), convenant.digest(), by, statement.jti(), jws, found.at());
    if (kept.isEmpty()) {
      return Plan.known(new Signed.Already(by));
    }
    var entry =
        new Entry(
            EntryKind.CONVENANT, Optional.empty(), detail(caller, certified.peer(), convenant));
    return new Plan<>() {
      @Override
      public List<Entry> entries() {
        return List.of(entry);
      }

      @Override
      public void write(Writes writes, List<Logged> rows) {}

      @Override
      public Signed answer(Written written) {
        return new Signed.Kept(by, written.receipt());
      }
    };
  }

  private static boolean maySign(Convenant convenant, Oin by, Instant at) {
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    return convenant.parties().values().stream()
        .anyMatch(party -> party.oin().equals(by) || party.signatoryOn(day).equals(by));
  }

  private static ObjectNode detail(Oin caller, Peer by, Convenant convenant) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("gebeurtenis", "ondertekend");
    detail.put("afzender", caller.value()).put("partij", by.oin().value());
    detail.put("certificaat", by.thumbprint());
    detail
        .putObject("convenant")
        .put("id", convenant.id())
        .put("versie", convenant.version())
        .put("digest", convenant.digest());
    return detail;
  }
}
