package nl.sluis.gateway.fsc;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// The contracts of FSC that follow from a convenant for one of its parties: one by which it calls
/// Sluis, and one for each receiver to whom Sluis may hand over what it sends. May be shared
/// between threads.
///
/// @param convenant what they carry
/// @param group the name of the group of FSC
/// @param sluis Sluis, with the key with which it calls others
public record Contracts(Convenant convenant, String group, Caller sluis) {
  /// Who calls.
  ///
  /// @param oin its number
  /// @param key the SHA-256 of the public key of its certificate, in hexadecimal
  public record Caller(Oin oin, String key) {}

  /// The contracts that this party signs, each by a name for its file; empty when the convenant
  /// does not know it.
  public SortedMap<String, Contract> of(Caller party) {
    var contracts = new TreeMap<String, Contract>();
    var own = convenant.parties().get(party.oin());
    if (own == null) {
      return contracts;
    }
    contracts.put("naar-sluis", contract(calling(party)));
    for (var receiver : convenant.parties().values()) {
      if (maySend(own, receiver)) {
        contracts.put("naar-" + receiver.key(), contract(handing(party.oin(), receiver.oin())));
      }
    }
    return contracts;
  }

  private Contract contract(Connection connection) {
    return Contract.of(convenant, group, connection);
  }

  private Connection calling(Caller party) {
    return new Connection(
        party.oin(), party.key(), Optional.empty(), sluis.oin(), Grants.EXCHANGE, Optional.empty());
  }

  private Connection handing(Oin sender, Oin receiver) {
    return new Connection(
        sluis.oin(), sluis.key(), Optional.of(sender), receiver, Grants.RECEIPT, Optional.empty());
  }

  private boolean maySend(Party sender, Party receiver) {
    for (var purpose : convenant.purposes().keySet()) {
      for (var from : sender.everHeld()) {
        for (var to : receiver.everHeld()) {
          var one = new PartyRole(sender.oin(), from);
          var other = new PartyRole(receiver.oin(), to);
          if (convenant.rule(purpose, one, other).isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
