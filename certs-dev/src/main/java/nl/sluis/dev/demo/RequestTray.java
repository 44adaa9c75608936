package nl.sluis.dev.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.dev.partner.DevGateway;

/// A folder in which whoever plays a party of the demo lays a certificate request and a public
/// signing key, and finds the certificate. The toy authority signs, and the key counts from then on
/// beside the one that the party has.
///
/// In life an authority of PKIoverheid and the operator do this, each by its own procedure.
public final class RequestTray implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ASKED = ".aanvraag.json";
  private static final String ANSWERED = ".antwoord.json";
  private static final long PATIENCE_MILLIS = 200;
  private static final int LONGEST = 100;

  private final Path folder;
  private final DevGateway gateway;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private RequestTray(Path folder, DevGateway gateway) {
    this.folder = folder;
    this.gateway = gateway;
    this.thread = Thread.ofVirtual().name("aanvragen").unstarted(this::answerAll);
  }

  /// Answers what is laid in this folder until it is closed.
  public static RequestTray open(Path folder, DevGateway gateway) throws IOException {
    Files.createDirectories(folder);
    var tray = new RequestTray(folder, gateway);
    tray.thread.start();
    return tray;
  }

  /// Lays a request in the tray of a demo that runs, and waits for what comes of it.
  ///
  /// @param request PKCS#10, PEM
  /// @param key the public signing key, PEM, P-256
  /// @param kid the name by which it signs
  /// @return the certificate and the intermediate above it, PEM
  /// @throws IllegalArgumentException in Dutch, saying what stands in the way
  static String ask(Path folder, String request, String key, String kid) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("er draait geen demo; start haar met ./sluis demo");
    }
    var id = UUID.randomUUID().toString();
    var asked = JSON.createObjectNode().put("aanvraag", request).put("sleutel", key);
    write(folder.resolve(id + ASKED), asked.put("kid", kid));
    var answer = folder.resolve(id + ANSWERED);
    for (int i = 0; i < LONGEST && !Files.exists(answer); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
    }
    if (!Files.exists(answer)) {
      throw new IllegalArgumentException("de demo geeft geen antwoord; draait zij nog?");
    }
    var said = JSON.readTree(Files.readString(answer));
    Files.delete(answer);
    if (said.has("fout")) {
      throw new IllegalArgumentException(said.path("fout").asText());
    }
    return said.path("certificaat").asText();
  }

  private void answerAll() {
    try {
      do {
        lookOnce();
      } while (!closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(ASKED)).toList()) {
        var asked = JSON.readTree(Files.readString(file));
        Files.delete(file);
        var name = String.valueOf(file.getFileName());
        var id = name.substring(0, name.length() - ASKED.length());
        write(folder.resolve(id + ANSWERED), answer(asked));
      }
    }
  }

  private ObjectNode answer(JsonNode asked) {
    try {
      var site = gateway.site();
      var signed = site.authority().sign(asked.path("aanvraag").asText());
      var party = gateway.convenant().parties().get(signed.oin());
      if (party == null) {
        throw new IllegalArgumentException("dit OIN is van geen partij van het convenant");
      }
      var key = signingKey(asked.path("sleutel").asText(), asked.path("kid").asText());
      var _ = site.identity(party.oin(), party.name(), true);
      site.signsWith(party.oin(), key);
      gateway.reload();
      return JSON.createObjectNode().put("certificaat", signed.chain());
    } catch (IllegalArgumentException e) {
      return JSON.createObjectNode().put("fout", String.valueOf(e.getMessage()));
    }
  }

  private static ECKey signingKey(String pem, String kid) {
    if (!kid.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("de naam van de sleutel bestaat uit letters en cijfers");
    }
    try {
      if (JWK.parseFromPEMEncodedObjects(pem) instanceof ECKey key && !key.isPrivate()) {
        return new ECKey.Builder(key).keyID(kid).algorithm(JWSAlgorithm.ES256).build();
      }
    } catch (JOSEException _) {
      // Said below.
    }
    throw new IllegalArgumentException("dit is geen publieke sleutel op P-256 (PEM)");
  }

  private static void write(Path file, ObjectNode what) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".deel");
    Files.writeString(draft, what.toString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
