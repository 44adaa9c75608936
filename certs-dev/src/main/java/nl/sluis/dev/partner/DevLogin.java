package nl.sluis.dev.partner;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.sluis.dev.aanbieder.DevProvider;
import nl.sluis.dev.aanbieder.ProviderClient;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.gateway.aanmelding.CounterLine;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.UseKeys;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.toezicht.Posts;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// Where people log in with a browser at the gateways of one site: one provider, which stands for
/// as long as one of them does. Thread-safe.
public final class DevLogin {
  /// Under which name browsers find gateways whose port is not known before they listen.
  private static final URI NAME = URI.create("https://mijn.sluis.example");

  /// Whose desk there is: that of the I&A team of the CJG.
  private static final PartyRole DESK = new PartyRole(new Oin("00000099000000101000"), Role.CJG_IA);

  /// Where somebody may be logged in who logs out at the provider.
  private static final List<String> BACK_CHANNELS = List.of("", StaffSignIn.Desk.TOEZICHT.path());

  private static final String CLAIM = "urn:nl-eid-gdi:1.0:id:BSN";

  private final DevSite site;
  private final TestPeople people = new TestPeople();
  private final Map<String, Supplier<Doorway>> gateways = new TreeMap<>();
  private @Nullable DevProvider provider;
  private Optional<ProviderLine> instead = Optional.empty();
  private int port;

  DevLogin(DevSite site) {
    this.site = site;
  }

  /// The provider will stand at this port.
  public synchronized void at(int newPort) {
    port = newPort;
  }

  /// Gateways that start from now on send people to another provider.
  public synchronized void instead(ProviderLine line) {
    instead = Optional.of(line);
  }

  /// Who can log in.
  public TestPeople people() {
    return people;
  }

  /// The provider.
  ///
  /// @throws IllegalStateException when no gateway runs
  public synchronized DevProvider provider() {
    if (provider == null) {
      throw new IllegalStateException("no gateway runs, so there is no provider");
    }
    return provider;
  }

  /// A gateway begins, which may be in a process of its own.
  public synchronized void enter(String gateway, Supplier<Doorway> doorway) {
    gateways.put(gateway, doorway);
    if (provider == null) {
      provider = start();
    }
    for (var desk : BACK_CHANNELS) {
      provider.tells(
          gateway + desk, () -> doorway.get().people().resolve(desk + ProviderLine.BACK_CHANNEL));
    }
  }

  /// A gateway is gone.
  public synchronized void leave(String gateway) {
    gateways.remove(gateway);
    if (provider != null) {
      for (var desk : BACK_CHANNELS) {
        provider.tellsNoMore(gateway + desk);
      }
      if (gateways.isEmpty()) {
        provider.close();
        provider = null;
      }
    }
  }

  private DevProvider start() {
    var shown = site.server();
    var identity = ServerIdentity.read(shown.chainFile(), shown.keyFile(), site.clock().instant());
    return DevProvider.start(
        port,
        OutgoingTls.context(identity, site.authority().trustFile()),
        site.browser(),
        people,
        new ProviderClient(
            DevProvider.CLIENT,
            UseKeys.ec(site.keys(), KeyUse.LOGIN, site.clock()),
            List.of("", StaffSignIn.Desk.LOKET.path(), StaffSignIn.Desk.TOEZICHT.path())),
        site.clock());
  }

  /// How a gateway at these ports knows the provider; a gateway in a process of its own, with no
  /// other of this site beside it, knows none.
  synchronized Optional<ProviderLine> line(DevGateway.Ports ports) {
    if (instead.isPresent() || provider == null) {
      return instead;
    }
    var own = own(ports);
    provider.knows(own);
    return Optional.of(line(provider.issuer(), own, site));
  }

  /// How gateways here know a provider that trusts the authority of this site.
  public static ProviderLine line(String issuer, URI own, DevSite site) {
    return new ProviderLine(
        issuer,
        DevProvider.CLIENT,
        own,
        site.authority().trustFile(),
        Optional.empty(),
        CLAIM,
        Map.of(
            SignedIn.Level.SUBSTANTIEEL.acr(),
            SignedIn.Level.SUBSTANTIEEL,
            SignedIn.Level.HOOG.acr(),
            SignedIn.Level.HOOG));
  }

  /// The desk of the CJG, whose professionals log in at the same provider; empty when there is
  /// none.
  static Optional<CounterLine> counter(Optional<ProviderLine> people) {
    return people.map(
        line ->
            new CounterLine(
                new ProviderLine(
                    line.issuer(),
                    line.client(),
                    URI.create(line.own() + StaffSignIn.Desk.LOKET.path()),
                    line.trust(),
                    line.metadata(),
                    "roles",
                    line.levels()),
                DevProvider.DESK_ROLE,
                DESK));
  }

  /// The desk of privacy officers, who log in at the same provider; empty when there is none.
  static Optional<Posts> officers(Optional<ProviderLine> people) {
    return people.map(
        line ->
            new Posts(
                new ProviderLine(
                    line.issuer(),
                    line.client(),
                    URI.create(line.own() + StaffSignIn.Desk.TOEZICHT.path()),
                    line.trust(),
                    line.metadata(),
                    "roles",
                    line.levels()),
                "medewerker",
                DevOfficer.posts()));
  }

  private static URI own(DevGateway.Ports ports) {
    return ports.people() == 0 ? NAME : URI.create("https://localhost:" + ports.people());
  }
}
