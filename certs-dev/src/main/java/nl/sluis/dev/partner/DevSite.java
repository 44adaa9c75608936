package nl.sluis.dev.partner;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import nl.sluis.dev.authority.DevAuthority;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.gateway.bereik.MailLine;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.edge.Tempo;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.peer.Delivery;
import nl.sluis.gateway.peer.RevocationLine;
import nl.sluis.policies.terms.Oin;

/// One folder with everything that gateways share: authority, partners' keys, their own keys.
///
/// Several gateways may run on it at the same time. Thread-safe.
public final class DevSite {
  private final Path folder;
  private final MovableClock clock;
  private final SecureRandom random = new SecureRandom();
  private final DevAuthority authority;
  private final DevCertificate server;
  private final DevCertificate caller;
  private final SSLContext browser;
  private final DevSignIn signIn;
  private final DevLogin login = new DevLogin(this);
  private final Map<Oin, Identity> identities = new HashMap<>();
  private final Map<Oin, URI> addresses = new HashMap<>();
  private final Map<Oin, Delivery.Push> doors = new HashMap<>();
  private final Map<Oin, ECKey> besides = new HashMap<>();
  private final AtomicInteger gateways = new AtomicInteger();
  private volatile String logbookName = DevSettings.ORIGIN;
  private final Set<String> announced = new HashSet<>();
  private Optional<MailLine> post = Optional.empty();
  private final Map<String, String> unopened = new LinkedHashMap<>();
  private Optional<Path> convenanten = Optional.empty();
  private volatile RevocationLine revocation = RevocationLine.FILES;

  /// Who a partner is for as long as the site stands.
  ///
  /// @param partner its certificate
  /// @param signing its signing key
  /// @param encryption its key for which others seal
  public record Identity(DevPartner partner, ECKey signing, ECKey encryption) {}

  private volatile Tempo tempo = DevOperations.WITHOUT_END;

  private DevSite(Path folder, MovableClock clock) {
    this.folder = folder;
    this.clock = clock;
    // First of all: the JDK caches certificates, and a key of one provider is never equal to the
    // same key of another.
    CryptoProvider.install();
    this.authority = DevAuthority.create(made(folder.resolve("uitgever")), clock);
    this.server = authority.server();
    var sluis = authority.partner(DevSettings.SLUIS, "Sluis");
    this.caller = sluis.identity();
    this.browser = sluis.anonymousContext();
    made(folder.resolve("partners"));
    this.signIn = DevSignIn.in(made(folder.resolve("aanmelding")), clock);
  }

  /// A site in this folder; keys of Sluis that are there already stay, certificates are made anew.
  public static DevSite in(Path folder, Instant start) {
    return new DevSite(folder, new MovableClock(start));
  }

  /// A site in a folder of its own.
  public static DevSite temporary(Instant start) {
    return in(PassingFolder.of("voorbeeld"), start);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gateways that start from now on mail here.
  synchronized void post(MailLine line) {
    post = Optional.of(line);
  }

  /// Where gateways mail; empty when they do not.
  synchronized Optional<MailLine> post() {
    return post;
  }

  /// A letter with this code lies on somebody's mat.
  ///
  /// @param letter what it is called
  public synchronized void posted(String letter, String code) {
    unopened.put(letter, code);
  }

  /// Somebody read the code of this letter.
  public synchronized void opened(String letter) {
    unopened.remove(letter);
  }

  /// The codes of the letters that nobody opened yet, by what they are called, oldest first.
  public synchronized Map<String, String> unopened() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(unopened));
  }

  /// Gateways that start from now on read the texts of the convenanten in this folder, unless they
  /// have one of their own.
  public synchronized void convenanten(Path folder) {
    convenanten = Optional.of(folder);
  }

  /// Where those texts are; empty for those of this release.
  synchronized Optional<Path> convenanten() {
    return convenanten;
  }

  /// Gateways that start from now on know by these rules what authorities took back.
  public void revocation(RevocationLine line) {
    revocation = line;
  }

  /// By which they know it.
  RevocationLine revocation() {
    return revocation;
  }

  /// The clock of every gateway and partner here.
  public MovableClock clock() {
    return clock;
  }

  /// The authority of every certificate here.
  public DevAuthority authority() {
    return authority;
  }

  /// Where the files are.
  public Path folder() {
    return folder;
  }

  /// What each partner keeps to itself, as files for curl and openssl: a folder per number.
  public Path ownFolder() {
    return folder.resolve("eigen");
  }

  /// The certificate that gateways here show.
  public DevCertificate server() {
    return server;
  }

  /// Under which name the logbook of its gateways is signed.
  public String logbookName() {
    return logbookName;
  }

  /// After a backup was put back it is signed under another name; counts for the next start.
  public void nameLogbook(String name) {
    logbookName = name;
  }

  String nameForGateway() {
    return "gateway-" + gateways.incrementAndGet();
  }

  /// The certificate that gateways here show when they call somebody.
  public DevCertificate caller() {
    return caller;
  }

  /// Where people log in.
  public DevSignIn signIn() {
    return signIn;
  }

  /// Where people log in with a browser.
  public DevLogin login() {
    return login;
  }

  /// What every browser shows at a door: no certificate, and trust in the authority here. One for
  /// all, so that who comes again need not begin to know the server anew.
  public SSLContext browser() {
    return browser;
  }

  /// The logbook of a gateway here as anybody reads it.
  public OpenLog publicLog(Doorway door) {
    return new OpenLog(door.people().resolve("/logboek"), browser());
  }

  /// Where gateways here find who their partners are.
  public Path partnerFolder() {
    return folder.resolve("partners");
  }

  /// Where gateways here keep their keys.
  public Path keyFolder() {
    return folder.resolve("sleutels");
  }

  /// The file of the key that wraps those keys.
  public Path keyEncryptionKey() {
    return folder.resolve("kek").resolve("kek.bin");
  }

  /// The keys of gateways here, made when they are not there yet.
  public KeyVault keys() {
    try {
      made(folder.resolve("kek"));
      return KeyVault.open(keyFolder(), keyEncryptionKey(), random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where everything here gets its randomness.
  public SecureRandom random() {
    return random;
  }

  /// Who this partner is; the first time its keys are made and, unless it is a stranger,
  /// registered.
  public synchronized Identity identity(Oin oin, String name, boolean registered) {
    var known = identities.get(oin);
    if (known != null) {
      return known;
    }
    var tag = Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    var identity =
        new Identity(
            authority.partner(oin, name),
            PartnerKeys.newKey("sig-" + tag, JWSAlgorithm.ES256),
            PartnerKeys.newKey("enc-" + tag, JWEAlgorithm.ECDH_ES_A256KW));
    if (registered) {
      register(oin, name, identity.signing());
      OwnFiles.write(made(ownFolder().resolve(oin.value())), identity);
    }
    identities.put(oin, identity);
    return identity;
  }

  /// Is this the first scenario in which the partner plays on this database?
  public synchronized boolean firstTime(DevDatabase database, Oin oin) {
    return announced.add(database.name() + "/" + oin);
  }

  /// From now on this partner can be called here with reports of acute danger.
  public synchronized void reachable(Oin oin, URI address) {
    addresses.put(oin, address);
    registerAgain(oin);
  }

  /// Reports are brought to this organisation no longer.
  public synchronized void unreachable(Oin oin) {
    addresses.remove(oin);
    registerAgain(oin);
  }

  /// From now on parcels are brought to this partner at the door of who runs its system.
  public synchronized void broughtTo(Oin oin, URI address, Oin server) {
    doors.put(oin, new Delivery.Push(address, server));
    registerAgain(oin);
  }

  /// From now on this partner comes for its parcels.
  public synchronized void fetchesItself(Oin oin) {
    doors.remove(oin);
    registerAgain(oin);
  }

  /// From now on this partner may also sign with this key, which it made itself.
  public synchronized void signsWith(Oin oin, ECKey key) {
    besides.put(oin, key.toPublicJWK());
    registerAgain(oin);
  }

  private void registerAgain(Oin oin) {
    var known = identities.get(oin);
    if (known != null) {
      register(oin, known.partner().name(), known.signing());
    }
  }

  private void register(Oin oin, String name, ECKey key) {
    var own = Optional.ofNullable(besides.get(oin)).stream();
    var all = Stream.concat(Stream.of((JWK) key.toPublicJWK()), own).toList();
    var keys = new JWKSet(all).toString();
    var push =
        Optional.ofNullable(addresses.get(oin))
            .map(address -> ",\"pushEndpoint\":\"" + address + "\"")
            .orElse("");
    var brought =
        Optional.ofNullable(doors.get(oin))
            .map(
                door ->
                    ",\"aflevering\":{\"wijze\":\"push\",\"adres\":\"%s\",\"bij\":\"%s\"}"
                        .formatted(door.address(), door.server()))
            .orElse("");
    var json =
        "{\"oin\":\"%s\",\"naam\":\"%s\",\"sleutels\":%s%s%s}"
            .formatted(oin, name, keys, push, brought);
    try {
      Files.writeString(partnerFolder().resolve(oin + ".json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How much each partner may ask of gateways that start from now on.
  public void letPartnersAsk(Tempo most) {
    tempo = most;
  }

  Tempo tempo() {
    return tempo;
  }
}
