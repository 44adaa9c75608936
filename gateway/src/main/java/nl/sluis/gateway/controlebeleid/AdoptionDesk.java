package nl.sluis.gateway.controlebeleid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.ControlPolicy;

/// Where an organisation adopts a version of a control policy: a JWS with the key of its
/// certificate over name, version, digest and the first day (AVG 5(2), 24). The certificate travels
/// in it, so that the signature can be checked for ever.
///
/// It binds that organisation alone, never before the day on which it is put on record, and is
/// never taken away: another takes its place. May be shared between threads.
public final class AdoptionDesk {
  /// The `typ` in the header of a signature under a control policy.
  public static final String TYP = "sluis-controlebeleid+jwt";

  /// What such a statement says, no more and no less.
  static final Set<String> CLAIMS =
      Set.of("iss", "controlebeleid", "versie", "digest", "vanaf", "jti");

  private final PolicyTable table;
  private final PolicyShelf shelf;
  private final Adopted adopted;
  private final DataSource database;
  private final CurrentLaw law;
  private final PeerCheck peers;

  /// @param region in whose part of the database it all lives
  /// @param database for looking; what is signed is put on record by the sequencer
  /// @param law knows who is a party to anything
  /// @param peers knows which certificates are good
  public AdoptionDesk(
      String region,
      PolicyShelf shelf,
      Adopted adopted,
      DataSource database,
      CurrentLaw law,
      PeerCheck peers) {
    this.table = new PolicyTable(region);
    this.shelf = shelf;
    this.adopted = adopted;
    this.database = database;
    this.law = law;
    this.peers = peers;
  }

  /// What became of a signature.
  public sealed interface Signed {
    /// It is on record, with its row.
    ///
    /// @param receipt the C2SP tlog-proof of its row
    record Kept(Adoption adoption, String receipt) implements Signed {}

    /// It was on record already.
    record Already(Oin by) implements Signed {}

    /// It was not recorded.
    ///
    /// @param sentence why, and what to do, in Dutch
    record Wrong(String sentence) implements Signed {}

    /// There is no such version.
    record NotThere() implements Signed {}
  }

  /// What an organisation can adopt and did adopt; of another organisation nothing.
  ///
  /// @param versions every version that is here
  /// @param adopted what it adopted, in the order in which it begins
  /// @param now what counts today; empty when nothing that it adopted does
  public record Standing(
      List<ControlPolicy> versions, List<Adoption> adopted, Optional<Adoption> now) {
    /// Copies its lists.
    public Standing {
      versions = List.copyOf(versions);
      adopted = List.copyOf(adopted);
    }
  }

  /// How it stands with this organisation.
  ///
  /// @param today on which day
  public Standing standing(Oin organisation, LocalDate today) throws SQLException {
    try (var connection = database.getConnection()) {
      var counts = adopted.on(connection, organisation, today);
      return new Standing(
          shelf.policies().all(),
          table.of(connection, organisation),
          counts.isEmpty() ? Optional.empty() : adopted.adoption(connection, organisation, today));
    }
  }

  /// Keeps the signature of an organisation; whoever brings it, the signature decides.
  ///
  /// @param id the name of the policy in the path
  /// @param version its version in the path
  public Work<Signed> sign(Oin caller, String id, String version, String jws) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Signed> plan(Found found) throws SQLException {
        var policy = shelf.policies().find(id, version);
        if (policy.isEmpty()) {
          return Plan.known(new Signed.NotThere());
        }
        try {
          return keep(found, caller, policy.get(), jws);
        } catch (JwsFault fault) {
          return Plan.known(new Signed.Wrong(String.valueOf(fault.getMessage())));
        }
      }
    };
  }

  private Plan<Signed> keep(Found found, Oin caller, ControlPolicy policy, String jws)
      throws JwsFault, SQLException {
    var certified = SignedStatement.certified(jws, TYP, CLAIMS, peers, found.at());
    var statement = certified.statement();
    var by = statement.signer();
    var from = day(statement.text("vanaf"));
    var today = found.at().atZone(Age.CALENDAR).toLocalDate();
    if (!statement.text("controlebeleid").equals(policy.id())
        || !statement.text("versie").equals(policy.version())) {
      return wrong("De handtekening noemt een andere versie dan het adres.");
    }
    if (!statement.text("digest").equals(policy.digest())) {
      return wrong("De digest hoort niet bij de tekst die hier is geladen; vergelijk de teksten.");
    }
    if (law.now().known(by, found.at()).isEmpty()) {
      return wrong("Alleen wie partij is bij een convenant stelt hier een controlebeleid vast.");
    }
    if (from.isEmpty() || from.get().isBefore(today) || !policy.holdsOn(from.get())) {
      return wrong(
          "`vanaf` is een dag als 2026-12-01, niet voor vandaag, waarop deze versie geldt.");
    }
    var adoption =
        new Adoption(by, policy.id(), policy.version(), policy.digest(), from.get(), found.at());
    if (!isKept(found.tx(), policy, adoption, statement.jti(), jws)) {
      return Plan.known(new Signed.Already(by));
    }
    var entry =
        new Entry(
            EntryKind.CONTROL_POLICY, Optional.empty(), detail(caller, certified.peer(), adoption));
    return new Keeping(entry, adoption);
  }

  private boolean isKept(
      Connection tx, ControlPolicy policy, Adoption adoption, String jti, String jws)
      throws SQLException {
    boolean stands =
        table.latest(tx, adoption.by(), adoption.from()).stream()
            .anyMatch(
                last ->
                    last.from().equals(adoption.from()) && last.digest().equals(adoption.digest()));
    if (stands) {
      return false;
    }
    table.keep(tx, policy.digest(), shelf.texts(policy));
    return table.sign(tx, adoption, jti, jws);
  }

  private static Plan<Signed> wrong(String sentence) {
    return Plan.known(new Signed.Wrong(sentence));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static ObjectNode detail(Oin caller, Peer by, Adoption adoption) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("gebeurtenis", "vastgesteld");
    detail.put("afzender", caller.value()).put("partij", adoption.by().value());
    detail.put("certificaat", by.thumbprint()).put("vanaf", adoption.from().toString());
    detail
        .putObject("beleid")
        .put("id", adoption.id())
        .put("versie", adoption.version())
        .put("digest", adoption.digest());
    return detail;
  }
}
