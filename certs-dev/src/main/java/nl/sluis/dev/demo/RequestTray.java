package nl.sluis.dev.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.sluis.dev.partner.DevGateway;

/// A folder in which whoever plays a party of the demo lays a certificate request and a public
/// signing key, and finds the certificate. The toy authority signs, and the key counts from then on
/// beside the one that the party has.
///
/// In life an authority of PKIoverheid and the operator do this, each by its own procedure.
public final class RequestTray implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 100;

  private final DevGateway gateway;
  private final Tray.Answering answering;

  private RequestTray(Path folder, DevGateway gateway) {
    this.gateway = gateway;
    this.answering = tray(folder).answering("aanvragen", this::answer);
  }

  private static Tray tray(Path folder) {
    return new Tray(folder, ".aanvraag.json", ".antwoord.json");
  }

  /// Answers what is laid in this folder until it is closed.
  public static RequestTray open(Path folder, DevGateway gateway) throws IOException {
    Files.createDirectories(folder);
    return new RequestTray(folder, gateway);
  }

  /// Lays a request in the tray of a demo that runs, and waits for what comes of it.
  ///
  /// @param request PKCS#10, PEM
  /// @param key the public signing key, PEM, P-256
  /// @param kid the name by which it signs
  /// @return the certificate and the intermediate above it, PEM
  /// @throws IllegalArgumentException in Dutch, saying what stands in the way
  static String ask(Path folder, String request, String key, String kid) throws IOException {
    var tray = tray(folder);
    var asked = JSON.createObjectNode().put("aanvraag", request).put("sleutel", key);
    var said = tray.answer(tray.lay(asked.put("kid", kid)), LONGEST);
    if (said.has("fout")) {
      throw new IllegalArgumentException(said.path("fout").asText());
    }
    return said.path("certificaat").asText();
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

  @Override
  public void close() {
    answering.close();
  }
}
