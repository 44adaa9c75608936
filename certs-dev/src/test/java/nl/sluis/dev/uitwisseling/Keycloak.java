package nl.sluis.dev.uitwisseling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevLogin;

/// A Keycloak in a process of its own, with the realm of the manual. Used by one thread.
final class Keycloak implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final byte[] SECRET = "sluis-proef-geheim".getBytes(StandardCharsets.US_ASCII);

  private final Process process;
  private final String issuer;

  private Keycloak(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /// Starts it, and lets the gateway send people there.
  static Keycloak start(Path home, Path realms, DevGateway gateway) throws IOException {
    int port = freePort();
    var issuer = "https://localhost:" + port + "/realms/sluis";
    var site = gateway.site();
    var own = URI.create("https://mijn.sluis.example");
    site.login().instead(DevLogin.line(issuer, own, site));
    // Keycloak has the time of this machine, and nobody else's.
    gateway.followTime();
    var door = gateway.doorway().people();
    var folder = Files.createDirectories(home.resolve("data").resolve("import"));
    var realm =
        Files.readString(realms.resolve("sluis-realm.json"))
            .replace("%OWN%", own.toString())
            .replace("%DOOR%", door.toString());
    Files.writeString(folder.resolve("sluis-realm.json"), realm);
    var shown = site.authority().server();
    var command =
        new ProcessBuilder(
            home.resolve("bin").resolve("kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-enabled=false",
            "--https-port=" + port,
            "--hostname=https://localhost:" + port,
            "--https-certificate-file=" + shown.chainFile(),
            "--https-certificate-key-file=" + shown.keyFile(),
            "--truststore-paths=" + site.authority().trustFile());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.redirectErrorStream(true).redirectOutput(site.folder().resolve("kc.log").toFile());
    var keycloak = new Keycloak(command.start(), issuer);
    keycloak.await(gateway);
    return keycloak;
  }

  private void await(DevGateway gateway) throws IOException {
    var until = Instant.now().plus(PATIENCE);
    var asked =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).build();
    try (var http = HttpClient.newBuilder().sslContext(gateway.site().browser()).build()) {
      while (process.isAlive() && Instant.now().isBefore(until)) {
        try {
          if (http.send(asked, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException _) {
          // Not listening yet.
        }
        process.waitFor(500, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    close();
    throw new IllegalStateException("Keycloak did not come up; see kc.log");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String issuer() {
    return issuer;
  }

  /// The six digits of the second factor at this instant (RFC 6238).
  String code(Instant now) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA1"));
      var step = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / 30).array();
      var hash = mac.doFinal(step);
      int at = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-1 is part of every JDK", e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
