package nl.sluis.gateway.boot;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.http.ConnectionEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.token.TokenDiagnosis;

/// Tells partners what Sluis sees of their connection.
///
/// @param endpoints where they ask
record Connecting(ConnectionEndpoints endpoints) {
  static Connecting of(Settings settings, Peering peering, Peering.Tokens tokens, OwnKeys ownKeys) {
    var diagnosis = new TokenDiagnosis(tokens.check(), ownKeys.token(), settings.issuer());
    return new Connecting(
        new ConnectionEndpoints(
            peering.checks(), diagnosis, oin -> peering.partners().partner(oin).isPresent()));
  }

  /// These paths besides.
  List<PartnerRoutes> besides(List<PartnerRoutes> others) {
    var all = new ArrayList<>(others);
    all.add(endpoints);
    return all;
  }
}
