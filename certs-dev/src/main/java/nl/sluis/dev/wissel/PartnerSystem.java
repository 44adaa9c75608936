package nl.sluis.dev.wissel;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.SluisKeys;

/// The system of one partner, which talks to two gateways and whose keys and certificate are
/// replaced while it does. It learns the keys of Sluis as any partner does: by looking them up.
///
/// May be shared between threads; one of them replaces things.
final class PartnerSystem implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final Rig rig;
  private final List<Integer> ports;
  private final List<Caller> all = new ArrayList<>();
  private final SluisKeys sluis;
  private volatile Shown shown;

  /// Who it is now.
  ///
  /// @param identity its certificate and keys
  /// @param callers its lines to each gateway
  /// @param messages makes what it signs
  private record Shown(DevSite.Identity identity, List<Caller> callers, MessageBuilder messages) {}

  /// @param ports of the gateways, for partners
  PartnerSystem(Rig rig, DevSite.Identity identity, List<Integer> ports) {
    this.rig = rig;
    this.ports = List.copyOf(ports);
    this.sluis = new SluisKeys(this::published, rig.site().clock());
    this.shown = shown(identity);
  }

  private String published() throws IOException {
    var seen = at(0).get("/v1/sleutels").join();
    if (seen.status() != 200) {
      throw new IOException("the keys of Sluis: status " + seen.status());
    }
    return seen.body();
  }

  private Shown shown(DevSite.Identity identity) {
    var callers = ports.stream().map(port -> new Caller(rig, identity, port, CONNECTIONS)).toList();
    all.addAll(callers);
    callers.forEach(Caller::authenticate);
    var site = rig.site();
    return new Shown(
        identity,
        callers,
        new MessageBuilder(
            identity.partner().oin(),
            identity.signing(),
            rig.sluis(),
            sluis,
            site.random(),
            site.clock()));
  }

  /// Who it is.
  DevSite.Identity identity() {
    return shown.identity();
  }

  /// Its line to this gateway.
  Caller at(int gateway) {
    return shown.callers().get(gateway);
  }

  /// Makes its messages, bound to the key that Sluis publishes.
  MessageBuilder messages() {
    return shown.messages();
  }

  /// Asks both gateways for new access tokens.
  void renewTokens() {
    shown.callers().forEach(Caller::authenticate);
  }

  /// Whether both gateways give this identity a token, in a connection of its own.
  boolean isLetIn(DevSite.Identity identity) {
    for (var port : ports) {
      try (var caller = new Caller(rig, identity, port, 1)) {
        caller.authenticate();
      } catch (IllegalStateException _) {
        return false;
      }
    }
    return true;
  }

  /// Whether no gateway gives this identity a token.
  boolean isKeptOut(DevSite.Identity identity) {
    for (var port : ports) {
      try (var caller = new Caller(rig, identity, port, 1)) {
        caller.authenticate();
        return false;
      } catch (IllegalStateException _) {
        // As it should be.
      }
    }
    return true;
  }

  /// Is this from now on: what it began goes on over the lines it was begun on.
  void become(DevSite.Identity next) {
    shown = shown(next);
  }

  /// The same with another certificate.
  DevSite.Identity with(DevPartner certificate) {
    return new DevSite.Identity(certificate, identity().signing(), identity().encryption());
  }

  /// The same with another key to sign with.
  DevSite.Identity signingWith(ECKey key) {
    return new DevSite.Identity(identity().partner(), key, identity().encryption());
  }

  /// The same with another key for which others seal.
  DevSite.Identity openingWith(ECKey key) {
    return new DevSite.Identity(identity().partner(), identity().signing(), key);
  }

  @Override
  public void close() {
    all.forEach(Caller::close);
  }
}
