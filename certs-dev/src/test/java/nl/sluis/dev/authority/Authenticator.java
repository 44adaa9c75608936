package nl.sluis.dev.authority;

import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.gateway.peer.TrustAnchors;
import nl.sluis.gateway.token.AccessTokenCheck;
import nl.sluis.gateway.token.AssertionLedger;
import nl.sluis.gateway.token.TokenEndpoint;
import nl.sluis.gateway.token.TokenMint;
import nl.sluis.policies.terms.Oin;

/// Token endpoint and token check with one registered partner, whose keys the spec holds.
final class Authenticator implements AutoCloseable {
  static final String ISSUER = "https://sluis.example";
  static final String AUDIENCE = "https://sluis.example/v1";

  final MovableClock clock = new MovableClock();
  final ECKey partnerKey = Jws.newKey("school-1");
  final ECKey tokenKey = Jws.newKey("token-1");
  final Peer peer;
  final Peer samePartnerOtherCertificate;
  final AccessTokenCheck check;
  final Set<String> inUse = ConcurrentHashMap.newKeySet();
  Standing standing = Standing.TOEGELATEN;
  Instant lastWithdrawal = Instant.MIN;
  private final Vertx vertx = Vertx.vertx();
  private final Standing.Of partners =
      new Standing.Of() {
        @Override
        public Standing standing(Oin oin) {
          return oin.equals(Door.SCHOOL) ? standing : Standing.VERWIJDERD;
        }

        @Override
        public Instant lastWithdrawal(Oin oin) {
          return lastWithdrawal;
        }
      };
  private final SenderKeys keys =
      (signer, kid) ->
          signer.equals(Door.SCHOOL) && kid.equals("school-1")
              ? Optional.of(partnerKey.toPublicJWK())
              : Optional.empty();

  Authenticator(Path folder) throws PeerFault {
    var authority = DevAuthority.create(folder, clock);
    var anchors = TrustAnchors.read(authority.trustFile());
    var lists = new CrlStore(authority.crlFiles(), anchors, clock);
    lists.reload();
    var peers = new PeerCheck(anchors, lists);
    peer = peerOf(authority, peers);
    samePartnerOtherCertificate = peerOf(authority, peers);
    SigningKeys<ECKey> own = SigningKeys.of(List.of(tokenKey));
    check = new AccessTokenCheck(vertx, ISSUER, AUDIENCE, own, partners);
  }

  private Peer peerOf(DevAuthority authority, PeerCheck peers) throws PeerFault {
    var partner = authority.partner(Door.SCHOOL, "Basisschool De Sluis");
    return peers.check(partner.identity().chain(), clock.instant());
  }

  /// A new endpoint, as after a restart.
  TokenEndpoint endpoint(DataSource database) {
    var mint =
        new TokenMint(ISSUER, AUDIENCE, SigningKeys.of(List.of(tokenKey)), new SecureRandom());
    var ledger = new AssertionLedger(database, "kennemerland");
    return new TokenEndpoint(ISSUER, keys, partners, (_, kid) -> inUse.add(kid), ledger, mint);
  }

  static Map<String, List<String>> form(String assertion) {
    return Map.of(
        "grant_type", List.of("client_credentials"),
        "client_assertion_type", List.of("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        "client_assertion", List.of(assertion));
  }

  String assertion(String jti) {
    return assertion(Door.SCHOOL, jti, ISSUER, 50);
  }

  String assertion(Oin who, String jti, String audience, long secondsAhead) {
    var expiry = clock.instant().getEpochSecond() + secondsAhead;
    var payload =
        """
        {"iss":"%s","sub":"%s","aud":"%s","jti":"%s","exp":%d}\
        """
            .formatted(who, who, audience, jti, expiry);
    return Jws.es256("{\"alg\":\"ES256\",\"kid\":\"school-1\"}", payload, partnerKey);
  }

  /// The claims of a good token for this peer.
  String claims() {
    var now = clock.instant().getEpochSecond();
    return """
    {"iss":"%s","sub":"%s","aud":"%s","iat":%d,"exp":%d,"jti":"abc","cnf":{"x5t#S256":"%s"}}\
    """
        .formatted(ISSUER, Door.SCHOOL, AUDIENCE, now, now + 300, peer.thumbprint());
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
