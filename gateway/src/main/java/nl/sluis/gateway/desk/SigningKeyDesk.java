package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.sluis.gateway.aansluiting.Announced;
import nl.sluis.gateway.aansluiting.CertificateBook;
import nl.sluis.gateway.aansluiting.KeyBook;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;

/// The signing keys of a partner over the years: it announces a new one with the old, both count
/// for a while, and one that was withdrawn counts never again. Each change is a row.
///
/// May be shared between threads.
public final class SigningKeyDesk {
  private static final int MOST = 20;

  private final DataSource database;
  private final PartnerRegister partners;
  private final KeyBook keys;
  private final CertificateBook certificates;
  private final Look look;
  private final InstantSource clock;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /// What lets this gateway take over at once what it just recorded.
  @FunctionalInterface
  public interface Look {
    /// Reads everything about partners again.
    void refresh(Connection connection) throws SQLException;
  }

  /// @param partners the register that this gateway asks at every request
  /// @param keys what partners announced
  /// @param certificates with which they came in
  /// @param look takes over at once what was recorded here
  public SigningKeyDesk(
      DataSource database,
      PartnerRegister partners,
      KeyBook keys,
      CertificateBook certificates,
      Look look,
      InstantSource clock) {
    this.database = database;
    this.partners = partners;
    this.keys = keys;
    this.certificates = certificates;
    this.look = look;
    this.clock = clock;
  }

  /// Notes that a partner came in over this connection with this key: a renewal is done when it
  /// worked.
  public void used(Sequencer sequencer, Peer peer, String kid) throws SQLException {
    if (!known.contains(peer.thumbprint())) {
      try (var connection = database.getConnection()) {
        certificates.note(connection, peer, clock.instant());
      }
      var _ = known.add(peer.thumbprint());
    }
    var key = peer.oin() + " " + kid;
    if (partners.isAnnounced(peer.oin(), kid) && !known.contains(key)) {
      var _ = sequencer.submit(firstUse(peer.oin(), kid)).join();
      var _ = known.add(key);
      takeOver();
    }
  }

  /// Only the first use of a key is a row.
  private Work<Boolean> firstUse(Oin owner, String kid) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) throws SQLException {
        if (!keys.use(found.tx(), owner, kid, found.at())) {
          return Plan.known(false);
        }
        var detail = JsonNodeFactory.instance.objectNode().put("waarvoor", "ondertekenen");
        detail.put("eigenaar", owner.value()).put("wijziging", "IN_USE").put("kenmerk", kid);
        return Plan.of(List.of(new Entry(EntryKind.KEY, Optional.empty(), detail)), true);
      }
    };
  }

  /// A new key that its owner announces with a key that counts now.
  public Work<Outcome> announce(Oin caller, String jws) {
    return new Change() {
      @Override
      String change(Found found) throws JwsFault, SQLException {
        var announced = Announced.read(jws, partners, found.at());
        if (!announced.owner().equals(caller)) {
          throw new JwsFault("`iss` is not the OIN of your certificate");
        }
        if (!keys.isSame(found.tx(), announced)) {
          refuseUsed(found.tx(), announced, jws);
        }
        var change = keys.add(found.tx(), announced, found.at());
        if (change == KeyBook.Change.TAKEN) {
          throw new JwsFault("this key, or its `kid`, was used before; make a new one");
        }
        detail().put("eigenaar", caller.value()).put("wijziging", change.name());
        detail().put("vervangt", announced.replaces());
        told().put("vervangtTot", announced.overlapEnds().toString());
        return announced.key().getKeyID();
      }
    };
  }

  /// What this gateway remembers may be a moment old; what was withdrawn is read anew.
  private void refuseUsed(Connection tx, Announced announced, String jws)
      throws JwsFault, SQLException {
    var key = announced.key();
    var owner = announced.owner();
    var gone = keys.withdrawn(tx);
    if (gone.stream().anyMatch(one -> one.thumbprint().equals(Listed.thumbprint(key)))) {
      throw new JwsFault("this key was withdrawn, and counts never again");
    }
    var signer = CompactJws.parse(jws, jws.length()).kid();
    if (gone.stream().anyMatch(one -> one.owner().equals(owner) && one.kid().equals(signer))) {
      throw new JwsFault("the key that signed was withdrawn");
    }
    var own = partners.partner(owner).map(Partner::keys).orElse(Map.of());
    if (partners.isSignedWith(key) || own.containsKey(key.getKeyID())) {
      throw new JwsFault("this key, or its `kid`, is in use; make a new one");
    }
    if (own.size() >= MOST) {
      throw new JwsFault("you have " + MOST + " keys; withdraw those that you do not use");
    }
  }

  /// Withdraws a key of the caller for ever, and with it every token that was given until now.
  public Work<Outcome> withdraw(Oin caller, String kid) {
    return new Change() {
      @Override
      String change(Found found) throws SQLException {
        var own = partners.partner(caller).map(Partner::keys).orElse(Map.of());
        var key = own.get(kid);
        if (key == null || !keys.withdraw(found.tx(), caller, key, found.at())) {
          return "";
        }
        var left = own.values().stream().filter(one -> !one.equals(key)).count();
        detail().put("eigenaar", caller.value()).put("wijziging", "WITHDRAWN");
        told().put("blijven", Long.toString(left));
        return kid;
      }
    };
  }

  /// Lets this gateway take over at once what was recorded; the others hear it from the database.
  public void takeOver() throws SQLException {
    try (var connection = database.getConnection()) {
      look.refresh(connection);
    }
  }

  /// A change of a key that is kept with its row, or not at all.
  private abstract static class Change implements Work<Outcome> {
    private ObjectNode detail = JsonNodeFactory.instance.objectNode();
    private Map<String, String> told = new HashMap<>();

    /// What the key is called; empty when there is none like it.
    abstract String change(Found found) throws JwsFault, SQLException;

    ObjectNode detail() {
      return detail;
    }

    Map<String, String> told() {
      return told;
    }

    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Outcome> plan(Found found) throws SQLException {
      detail = JsonNodeFactory.instance.objectNode().put("waarvoor", "ondertekenen");
      told = new HashMap<>();
      try {
        var kid = change(found);
        if (kid.isEmpty()) {
          return Plan.known(new Outcome.NotThere());
        }
        detail.put("kenmerk", kid);
        return new Kept(List.of(new Entry(EntryKind.KEY, Optional.empty(), detail)), kid, told);
      } catch (JwsFault fault) {
        return Plan.known(
            new Outcome.Faulty(List.of(new Outcome.Fault("", String.valueOf(fault.getMessage())))));
      }
    }
  }
}
