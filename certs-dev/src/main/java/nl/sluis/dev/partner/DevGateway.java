package nl.sluis.dev.partner;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.gateway.boot.Gateway;
import nl.sluis.gateway.boot.OwnKeys;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.Wiring;
import nl.sluis.gateway.boot.convenant.Replayed;
import nl.sluis.gateway.gezagsbron.BrpPersonen;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.sequencer.Unavailable;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;

/// A real gateway in this process, with development certificates and a clock that can be moved.
/// Used by one thread; several may run on one [DevSite] and one database.
public final class DevGateway implements AutoCloseable {
  private final DevSite site;
  private final DevDatabase database;
  private final Convenant convenant = DevConvenant.newest();
  private final Ports ports;
  private final DevRules rules;
  private final String name;
  private final DevBrp brp;
  private final Settings.Witnesses witnesses;
  private final DevTimestampAuthority timestamps;
  private final Set<String> calls = ConcurrentHashMap.newKeySet();
  private Witness witness = Witness.NOBODY;
  private Gateway gateway;
  private LogKey logKey;
  private final OwnKeys ownKeys;
  private boolean listsComeOut = true;
  private Optional<BrpPersonen.Line> brpLine;
  private Optional<DevCollector> collector = Optional.empty();

  /// The ports to listen at, for systems and for browsers; 0 for any that is free.
  public record Ports(int partners, int people) {
    /// Any that are free.
    public static final Ports ANY = new Ports(0, 0);
  }

  private DevGateway(
      DevSite site,
      DevDatabase database,
      Ports ports,
      DevRules rules,
      Settings.Witnesses witnesses) {
    this.witnesses = witnesses;
    this.site = site;
    this.database = database;
    this.ports = ports;
    this.rules = rules;
    this.name = site.nameForGateway();
    this.brp = DevBrp.start(site);
    this.timestamps = DevTimestampAuthority.start(site);
    this.brpLine = Optional.of(brp.line());
    site.login().enter(name, this::doorway);
    this.gateway = run();
    this.ownKeys = OwnKeys.of(site.keys(), site.clock());
    this.logKey = LogKey.of(DevSettings.ORIGIN, site.keys().logKey());
  }

  /// Starts a gateway on this site and database.
  public static DevGateway start(DevSite site, DevDatabase database, Ports ports) {
    return start(site, database, ports, DevRules.SHIPPED);
  }

  /// Starts a gateway on this site and database that decides by these convenanten.
  public static DevGateway start(DevSite site, DevDatabase database, Ports ports, DevRules rules) {
    return start(site, database, ports, rules, Settings.Witnesses.NONE);
  }

  /// Starts a gateway that decides and answers by these rules, signed for by these witnesses.
  public static DevGateway start(
      DevSite site,
      DevDatabase database,
      Ports ports,
      DevRules rules,
      Settings.Witnesses witnesses) {
    return new DevGateway(site, database, ports, rules, witnesses);
  }

  /// The settings by which it runs.
  public Settings settings() {
    var stamps = Optional.of(timestamps.line());
    var lines = collector.map(DevCollector::line);
    return DevSettings.of(site, database, ports, rules, name, brpLine, witnesses, stamps, lines);
  }

  /// Sends the lines of its logbook to a collector from now on; starts anew.
  public DevCollector connectCollector() {
    collector = Optional.of(DevCollector.start(site));
    restart();
    return collector.orElseThrow();
  }

  /// Whether it can ask the stand-in of the BRP who has gezag, or people look it up; starts anew.
  public void connectBrp(boolean connected) {
    brpLine = connected ? Optional.of(brp.line()) : Optional.empty();
    restart();
  }

  private Gateway run() {
    site.keys();
    try {
      return Wiring.build(settings(), site.clock()).start();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the gateway did not start", e);
    }
  }

  /// The clock of this gateway and its partners.
  public MovableClock clock() {
    return site.clock();
  }

  /// Sets the clock, and gives out new revocation lists, because old ones may be over by then.
  public void moveClock(Instant instant) {
    site.clock().set(instant);
    giveOutLists();
  }

  /// Whether the authority gives out new revocation lists from now on; if so, it does at once.
  public void letListsComeOut(boolean comeOut) {
    listsComeOut = comeOut;
    giveOutLists();
  }

  private void giveOutLists() {
    if (listsComeOut) {
      site.authority().writeCrls();
    }
    var faults = gateway.reload();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the gateway did not take over: " + faults);
    }
  }

  /// Lets the clock run with the time of this machine from now on; starts the gateway anew, for it
  /// takes no revocation list older than the one it has.
  public void followTime() {
    site.clock().follow(InstantSource.system());
    startWithNewLists();
  }

  /// Sets the clock to before what it shows, and starts anew for the same reason.
  public void turnBack(Instant instant) {
    site.clock().set(instant);
    startWithNewLists();
  }

  private void startWithNewLists() {
    site.authority().writeCrls();
    restart();
  }

  /// Takes over what changed in the files of its partners.
  public void reload() {
    gateway.reload();
  }

  /// Where who runs it looks after it.
  public URI management() {
    return URI.create("http://127.0.0.1:" + gateway.managementPort().orElseThrow());
  }

  /// What a partner must know to talk to it.
  public Doorway doorway() {
    return new Doorway(
        URI.create("https://localhost:" + gateway.partnerPort()),
        URI.create("https://localhost:" + gateway.peoplePort()),
        DevSettings.ISSUER,
        DevSettings.SLUIS,
        Doorway.bindingKeys(ownKeys));
  }

  /// The convenant by which it decides.
  public Convenant convenant() {
    return convenant;
  }

  /// Its database.
  public DevDatabase database() {
    return database;
  }

  /// Its site.
  public DevSite site() {
    return site;
  }

  /// Lets somebody see every request of the partners that are made from now on.
  public void watchedBy(Witness eyes) {
    witness = eyes;
  }

  /// A partner that Sluis knows, in this role of the play from now on.
  public SimulatedPartner partner(Oin oin, String name) {
    var partner = simulated(site.identity(oin, name, true));
    gateway.reload();
    return partner;
  }

  /// Every party signs this version with its own key; says how many signatures there are then.
  public int haveSigned(Convenant version) {
    var signers =
        version.parties().values().stream()
            .map(party -> simulated(site.identity(party.oin(), party.name(), true)))
            .toList();
    gateway.reload();
    return ConvenantSigning.all(signers, version);
  }

  /// Somebody with this number who logs in and uses the port for people.
  public SimulatedPerson person(String number) {
    return new SimulatedPerson(site, this::doorway, number, calls::add, witness);
  }

  /// Every call that its partners made, such as `GET /v1/postbus?rol=school-ib`.
  public Set<String> calls() {
    return Set.copyOf(calls);
  }

  /// The paths of its two doors for programs, each with its method: `GET /v1/berichten/{id}`.
  public List<String> routes() {
    return Stream.concat(gateway.partnerRoutes().stream(), gateway.peopleRoutes().stream())
        .distinct()
        .toList();
  }

  /// Its pages for people, each with its method, such as `POST /taal`.
  public List<String> pages() {
    return gateway.pageRoutes();
  }

  /// A partner with a certificate that Sluis does not know otherwise.
  public SimulatedPartner stranger(Oin oin, String name) {
    return simulated(site.identity(oin, name, false));
  }

  private SimulatedPartner simulated(DevSite.Identity identity) {
    return new SimulatedPartner(
        identity.partner(),
        identity.signing(),
        identity.encryption(),
        this::doorway,
        site.clock(),
        site.random(),
        calls::add,
        witness);
  }

  /// Lets a partner show something else at the door.
  public void show(SimulatedPartner partner, Shown shown) {
    partner.show(shown.context(site.authority(), partner, site.clock().instant()));
    gateway.reload();
  }

  /// Stops it and starts it again on the same database.
  public void restart() {
    gateway.close();
    gateway = run();
  }

  /// Does now what it does every minute.
  ///
  /// @return false when the database did not confirm; it is done again the next time
  public boolean runHousekeeping() {
    try {
      gateway.runHousekeeping();
      return true;
    } catch (SQLException _) {
      return false;
    } catch (CompletionException e) {
      if (e.getCause() instanceof Unavailable) {
        return false;
      }
      throw e;
    }
  }

  /// Brings to one receiver now what may go; false when that takes long.
  public boolean bringNow(Oin receiver) throws SQLException {
    return gateway.bringNow(receiver);
  }

  /// Shows the newest checkpoint to its witnesses now.
  public void askWitnesses() {
    gateway.askWitnesses();
  }

  /// Its logbook, with every right and every key.
  public DevLogbook logbook() {
    return new DevLogbook(DevSettings.REGION, database, site.keys());
  }

  /// The keys with which gateways here sign, private halves included, for forging wrong ones.
  public OwnKeys ownKeys() {
    return ownKeys;
  }

  /// Who sets timestamps over its logbook.
  public DevTimestampAuthority timestamps() {
    return timestamps;
  }

  /// The public key of the logbook, in the form `name+hex+base64`.
  public String logbookKey() {
    return logKey.toString();
  }

  /// Checks the whole logbook from its rows; every finding is a Dutch sentence.
  public List<String> checkLogbook() {
    return logbook().check(logKey);
  }

  /// Asks every decision of the logbook again, of the version that it cites.
  public Replayed replayDecisions() {
    return logbook().replay(rules);
  }

  /// Does this receipt prove that some row stands in the logbook that was seen here before?
  public boolean provesSomething(String receipt) {
    return SeenLog.proves(site, doorway(), database, logKey, receipt);
  }

  @Override
  public void close() {
    gateway.close();
    brp.close();
    collector.ifPresent(DevCollector::close);
    timestamps.close();
    site.login().leave(name);
  }
}
