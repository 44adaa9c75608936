package nl.sluis.gateway.boot.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.bereik.MailLine;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.diagnose.Judges;
import nl.sluis.gateway.diagnose.Probe;
import nl.sluis.gateway.diagnose.Why;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.peer.PeerFault.Cause;
import nl.sluis.gateway.tijdstempel.StampFault;
import nl.sluis.gateway.tijdstempel.StampLine;
import nl.sluis.gateway.tijdstempel.TimestampAuthority;

/// Looks whether the services that Sluis was told of answer: who signs along, sets timestamps, logs
/// people in, takes mail and lines, and knows gezag. Sends nothing about anybody. One thread.
final class ServicesCheck {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String FIREWALL = "Controleer adres, poort en firewall.";

  private final Settings settings;
  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  ServicesCheck(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  List<Finding> look() {
    settings.witnesses().lines().forEach(this::witness);
    settings.timestamps().ifPresent(this::timestamps);
    settings.login().ifPresent(line -> provider("aanmelden", line));
    var pages = settings.pages();
    pages.counter().ifPresent(line -> provider("aanmelden aan het loket", line.provider()));
    pages.officers().ifPresent(posts -> provider("aanmelden bij toezicht", posts.provider()));
    pages.mail().ifPresent(this::mail);
    settings
        .lines()
        .collector()
        .ifPresent(l -> mutual("verzamelaar", l.address(), l.chain(), l.key(), l.trust()));
    settings.brp().ifPresent(l -> mutual("gezagsbron", l.address(), l.chain(), l.key(), l.trust()));
    return findings;
  }

  /// Whatever it answers, it is there; what it signs is checked elsewhere.
  private void witness(WitnessLine line) {
    var about = "getuige " + line.name();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var question = HttpRequest.newBuilder(line.address()).timeout(PATIENCE).GET().build();
      var answer = client.send(question, BodyHandlers.discarding());
      findings.add(Finding.good(about, "antwoordt (" + answer.statusCode() + ")"));
    } catch (IOException e) {
      findings.add(Finding.wrong(about, cause(line.address().toString(), e)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void timestamps(StampLine line) {
    var about = "tijdstempeldienst";
    try {
      var stamp =
          new TimestampAuthority(line, new SecureRandom())
              .stamp("sluis doctor".getBytes(StandardCharsets.UTF_8), clock.instant());
      findings.add(Finding.good(about, "stempelt, om " + stamp.at()));
    } catch (StampFault fault) {
      findings.add(
          Finding.wrong(
              about,
              new Diagnose.OfService(
                  line.address().toString(), fault.reason().sentence(), FIREWALL, true)));
    }
  }

  private void provider(String about, ProviderLine line) {
    if (line.metadata().isPresent()) {
      findings.add(Finding.good(about, "gegevens uit een bestand"));
      return;
    }
    var issuer = line.issuer();
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    var address = URI.create(base + DISCOVERY);
    var seen = call(about, address, Optional.empty(), line.trust());
    if (seen.isPresent()
        && (seen.get().status() != 200 || !issuer.equals(issuer(seen.get().body())))) {
      findings.add(
          Finding.wrong(
              about,
              new Diagnose.OfService(
                  address.toString(),
                  "gaf geen gegevens van `" + issuer + "` (status " + seen.get().status() + ")",
                  "Schrijf `uitgever` precies zoals de dienst zichzelf noemt.",
                  false)));
    }
  }

  private static String issuer(String metadata) {
    try {
      return JSON.readTree(metadata).path("issuer").asText();
    } catch (JsonProcessingException _) {
      return "";
    }
  }

  private void mutual(String about, URI address, Path chain, Path key, Path trust) {
    var papers = new Papers(clock.instant()).identity(about + ", certificaat", chain, key);
    findings.addAll(papers);
    if (papers.stream().noneMatch(Finding::isFault)) {
      var shown = ServerIdentity.read(chain, key, clock.instant());
      var _ = call(about, address, Optional.of(shown), trust);
    }
  }

  /// @return what was seen when the connection works
  private Optional<Probe.Seen> call(
      String about, URI address, Optional<ServerIdentity> shown, Path trust) {
    Probe.Judge judge;
    try {
      judge = Judges.authorities(trust);
    } catch (IllegalArgumentException _) {
      var file = new Diagnose.OfFile(trust.toString(), "bevat geen uitgevers in PEM");
      findings.add(Finding.wrong(about, file));
      return Optional.empty();
    }
    var seen = Probe.call(address, shown, judge, true, path(address));
    if (seen.wrong().isPresent()) {
      findings.add(Finding.wrong(about, seen.wrong().get()));
      return Optional.empty();
    }
    findings.add(Finding.good(about, seen.protocol() + ", " + seen.suite()));
    return Optional.of(seen);
  }

  private static String path(URI address) {
    var path = address.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private void mail(MailLine line) {
    var about = "mailserver";
    var address = line.host() + ":" + line.port();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(line.host(), line.port()), (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      // One that speaks TLS at once says nothing before that.
      var greeting = line.direct() ? new byte[0] : socket.getInputStream().readNBytes(3);
      var said = new String(greeting, StandardCharsets.US_ASCII);
      findings.add(
          line.direct() || said.equals("220")
              ? Finding.good(about, address + " neemt verbindingen aan")
              : Finding.wrong(
                  about,
                  new Diagnose.OfService(address, "groet niet als mailserver", FIREWALL, true)));
    } catch (IOException e) {
      findings.add(Finding.wrong(about, cause(address, e)));
    }
  }

  private static Diagnose cause(String address, IOException e) {
    return switch (e) {
      case UnknownHostException _ -> new Diagnose.Unreachable(address, Why.NAME);
      case ConnectException c when c.getCause() instanceof UnresolvedAddressException ->
          new Diagnose.Unreachable(address, Why.NAME);
      case SocketTimeoutException _ -> new Diagnose.Unreachable(address, Why.SILENT);
      case HttpTimeoutException _ -> new Diagnose.Unreachable(address, Why.SILENT);
      case ConnectException _ -> new Diagnose.Unreachable(address, Why.REFUSED);
      case SSLException _ -> new Diagnose.OfCertificate(Cause.UNKNOWN_ISSUER);
      default -> new Diagnose.Unreachable(address, Why.BROKEN);
    };
  }
}
