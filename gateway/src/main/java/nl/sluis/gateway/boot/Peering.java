package nl.sluis.gateway.boot;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.TrustAnchors;
import nl.sluis.gateway.token.AccessTokenCheck;
import nl.sluis.gateway.token.AssertionLedger;
import nl.sluis.gateway.token.TokenEndpoint;
import nl.sluis.gateway.token.TokenMint;

/// Who partners are, and by what they are known.
///
/// @param anchors whose certificates count
/// @param lists which of them are revoked
/// @param checks whether a certificate is that of a partner
/// @param partners the partners and their keys
/// @param mandates who may act for whom
/// @param encryptionKeys what partners are sealed to
record Peering(
    TrustAnchors anchors,
    CrlStore lists,
    PeerCheck checks,
    PartnerRegister partners,
    Mandates mandates,
    EncryptionKeyDirectory encryptionKeys) {
  static Peering of(Settings settings, InstantSource clock, DataSource database)
      throws SQLException, IOException {
    var region = settings.region();
    var anchors = TrustAnchors.read(settings.trust());
    var lists = new CrlStore(settings.revocationLists(), anchors, clock);
    var partners = new PartnerRegister(settings.partnerFolder(), clock);
    partners.reload();
    var encryptionKeys = new EncryptionKeyDirectory(region, partners, clock);
    try (var connection = database.getConnection()) {
      encryptionKeys.refresh(connection);
    }
    var checks = new PeerCheck(anchors, lists);
    return new Peering(
        anchors, lists, checks, partners, new Mandates(region, partners), encryptionKeys);
  }

  /// What opens the door for systems, by the issuer of these settings.
  Tokens tokens(
      Settings settings, Vertx vertx, OwnKeys ownKeys, DataSource database, SecureRandom random) {
    var issuer = settings.issuer();
    var check =
        new AccessTokenCheck(
            vertx, issuer, issuer, ownKeys.token(), oin -> partners.partner(oin).isPresent());
    var mint = new TokenMint(issuer, issuer, ownKeys.token(), random);
    var ledger = new AssertionLedger(database, settings.region());
    return new Tokens(check, new TokenEndpoint(issuer, partners, ledger, mint), ledger);
  }

  /// Access tokens.
  ///
  /// @param check whether one is good
  /// @param endpoint where they are given
  /// @param ledger which assertions were used for one
  record Tokens(AccessTokenCheck check, TokenEndpoint endpoint, AssertionLedger ledger) {}
}
