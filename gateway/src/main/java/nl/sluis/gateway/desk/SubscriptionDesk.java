package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.notificatie.Subject;
import nl.sluis.gateway.notificatie.Subscription;
import nl.sluis.gateway.notificatie.Subscriptions;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Where an organisation, or its supplier, says at which address it wants to be told that something
/// lies ready; each change is a row.
///
/// An address is only taken at a host where the operator knows whoever is told: nobody makes Sluis
/// knock elsewhere. May be shared between threads.
public final class SubscriptionDesk {
  private static final int HTTPS = 443;

  private final DataSource database;
  private final Subscriptions subscriptions;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final Function<Oin, Doors> doors;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param doors where the operator knows an organisation to be
  public SubscriptionDesk(
      DataSource database,
      Subscriptions subscriptions,
      CurrentLaw law,
      Mandates mandates,
      Function<Oin, Doors> doors) {
    this.database = database;
    this.subscriptions = subscriptions;
    this.law = law;
    this.mandates = mandates;
    this.doors = doors;
  }

  /// Where the operator knows an organisation to be.
  ///
  /// @param told where it is told when it names no address itself; empty when there is none
  /// @param besides other addresses at which its own certificate is shown, such as those to which
  ///   its parcels are brought; told there it is only at an address that it names
  public record Doors(Optional<URI> told, List<URI> besides) {
    /// Copies its list.
    public Doors {
      besides = List.copyOf(besides);
    }

    private boolean isAt(URI address) {
      return Stream.concat(told.stream(), besides.stream()).anyMatch(one -> isSame(one, address));
    }

    private static boolean isSame(URI one, URI other) {
      return one.getHost().equalsIgnoreCase(other.getHost()) && port(one) == port(other);
    }

    private static int port(URI address) {
      return address.getPort() < 0 ? HTTPS : address.getPort();
    }
  }

  /// What somebody wants to be told.
  ///
  /// @param purpose for a supplier: one of the purposes of its mandate, by which it may ask this
  /// @param address where; empty for [Doors#told]
  /// @param subjects of what
  public record Wish(Optional<Purpose> purpose, Optional<URI> address, Set<Subject> subjects) {
    /// Copies its set.
    public Wish {
      subjects = Set.copyOf(subjects);
    }
  }

  /// The work of subscribing.
  public Work<Outcome> subscribe(Oin caller, PartyRole party, Wish wish) {
    var onBehalf =
        new OnBehalf(caller, party, wish.purpose(), EnumSet.allOf(Role.class), law, mandates);
    return new Filing(
        Needs.nothing(),
        EntryKind.SUBSCRIPTION,
        onBehalf,
        (found, detail) -> {
          var address = at(caller, wish.address());
          if (address.isEmpty()) {
            return Filing.fault(
                "adres",
                "Op deze computer kent Sluis u niet; laat de beheerder uw adres inschrijven, of"
                    + " noem een adres op een computer die er staat.");
          }
          var one =
              new Subscription(
                  UUID.randomUUID(),
                  party,
                  caller,
                  address.get(),
                  wish.subjects(),
                  found.at(),
                  Optional.empty());
          subscriptions.add(found.tx(), one);
          detail.put("kenmerk", one.id().toString()).put("adres", one.address().toString());
          var told = detail.putArray("soorten");
          one.subjects().stream().map(Subject::code).sorted().forEach(told::add);
          return new Filing.Result.Filed(one.id().toString());
        });
  }

  private Optional<URI> at(Oin caller, Optional<URI> asked) {
    var known = doors.apply(caller);
    return asked.isEmpty() ? known.told() : asked.filter(known::isAt);
  }

  /// The work of ending one, by who holds it or by the organisation that it is about.
  public Work<Outcome> end(Oin caller, UUID id) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Outcome> plan(Found found) throws SQLException {
        if (!subscriptions.end(found.tx(), id, caller, found.at())) {
          return Plan.known(new Outcome.NotThere());
        }
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("afzender", caller.value());
        detail.put("kenmerk", id.toString()).put("opgezegd", true);
        var row = new Entry(EntryKind.SUBSCRIPTION, Optional.empty(), detail);
        return new Kept(row, id.toString());
      }
    };
  }

  /// What this organisation is told, and who is told what is for it.
  public List<Subscription> of(Oin who) throws SQLException {
    try (var connection = database.getConnection()) {
      return subscriptions.of(connection, who);
    }
  }
}
