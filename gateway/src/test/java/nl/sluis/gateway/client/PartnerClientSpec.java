package nl.sluis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.message.Partners;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The client against a plain server; over mutual TLS it is exercised with the gateway itself.
class PartnerClientSpec {
  private final Partners partners = new Partners();
  private final List<String> seen = new ArrayList<>();
  private Instant now = Partners.NOW;
  private int tokenStatus = 200;
  private final HttpServer server;
  private final PartnerClient client;

  PartnerClientSpec() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    client =
        new PartnerClient(
            URI.create("http://localhost:" + server.getAddress().getPort()),
            SSLContext.getDefault(),
            Partners.SCHOOL,
            partners.schoolKey,
            "https://sluis.example/",
            new SecureRandom(),
            () -> now);
  }

  @BeforeEach
  void open() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    client.close();
    server.stop(0);
  }

  @Test
  void a_message_is_handed_in_with_a_token() throws Exception {
    var sent = partners.signal().sign();

    var answer = client.send(sent);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.isOk()).isTrue();
    assertThat(answer.header("API-Version")).contains("1.0.0");
    assertThat(seen.getLast())
        .isEqualTo("POST /v1/berichten Bearer token-1 application/sd-jwt " + sent.text());
  }

  @Test
  void a_token_is_used_until_shortly_before_it_expires() throws Exception {
    client.get("/v1/adresboek");
    client.get("/v1/adresboek");
    now = now.plusSeconds(291);
    client.get("/v1/adresboek");

    assertThat(seen.stream().filter(line -> line.contains("/v1/token"))).hasSize(2);
    assertThat(seen.getLast()).startsWith("GET /v1/adresboek Bearer token-2");
  }

  @Test
  void an_assertion_is_signed_for_one_issuer_and_less_than_a_minute() throws Exception {
    var assertion = SignedJWT.parse(client.assertion());
    var claims = assertion.getJWTClaimsSet();

    assertThat(assertion.verify(new ECDSAVerifier(partners.schoolKey.toPublicJWK()))).isTrue();
    assertThat(claims.getIssuer()).isEqualTo(claims.getSubject()).isEqualTo("" + Partners.SCHOOL);
    assertThat(claims.getAudience()).containsExactly("https://sluis.example/");
    assertThat(claims.getExpirationTime().toInstant()).isBefore(now.plusSeconds(60));
    assertThat(SignedJWT.parse(client.assertion()).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(claims.getJWTID());
  }

  @Test
  void a_refused_token_is_an_error_that_names_the_status_only() {
    tokenStatus = 401;

    assertThatThrownBy(client::token)
        .isInstanceOf(IOException.class)
        .hasMessage("no access token: status 401");
  }

  @Test
  void the_postbus_of_another_party_is_asked_for_by_name() throws Exception {
    client.postbus(new PartyRole(Partners.SCHOOL, Role.SCHOOL_IB));
    client.postbus(new PartyRole(Partners.CJG, Role.CJG_COACH));
    client.handOver("a/b");
    client.acknowledge("7");

    assertThat(seen.get(1)).startsWith("GET /v1/postbus?rol=school-ib ");
    assertThat(seen.get(2)).startsWith("GET /v1/postbus?rol=cjg-coach&namens=" + Partners.CJG);
    assertThat(seen.get(3)).startsWith("POST /v1/postbus/a%2Fb/uitreikingen ");
    assertThat(seen.get(4)).startsWith("POST /v1/postbus/7/bevestigingen ");
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var uri = exchange.getRequestURI().toString();
    seen.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            uri,
            "" + headers.getFirst("Authorization"),
            "" + headers.getFirst("Content-Type"),
            body));
    boolean token = uri.equals("/v1/token");
    long number = seen.stream().filter(line -> line.contains("/v1/token")).count();
    var json =
        token ? "{\"access_token\":\"token-" + number + "\",\"expires_in\":300}" : "{\"ok\":true}";
    exchange.getResponseHeaders().add("API-Version", "1.0.0");
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(token ? tokenStatus : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
