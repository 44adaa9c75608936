package nl.sluis.gateway.boot;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.Sightings;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.AccessTokenCheck;
import nl.sluis.gateway.token.AssertionLedger;
import nl.sluis.gateway.token.TokenEndpoint;
import nl.sluis.gateway.token.TokenMint;

/// Who partners are, and by what they are known.
///
/// @param trusting whose certificates count, and which of them are revoked
/// @param noting which partners were at the door
/// @param partners the partners and their keys
/// @param mandates who may act for whom
/// @param encryptionKeys what partners are sealed to
/// @param admitting who all gateways know together
/// @param shares how much each of them may ask
record Peering(
    Trusting trusting,
    Noting noting,
    PartnerRegister partners,
    Mandates mandates,
    EncryptionKeyDirectory encryptionKeys,
    Admitting admitting,
    Shares shares) {
  static Peering of(
      Settings settings, InstantSource clock, DataSource database, KeyVault vault, CurrentLaw law)
      throws SQLException, IOException {
    var region = settings.region();
    var partners = new PartnerRegister(settings.partnerFolder(), clock);
    partners.reload();
    var trusting = Trusting.of(settings, clock);
    var encryptionKeys =
        new EncryptionKeyDirectory(region, partners, partners::isReached, clock, database);
    var admitting = Admitting.of(settings, clock, partners, encryptionKeys, trusting, law, vault);
    try (var connection = database.getConnection()) {
      encryptionKeys.refresh(connection);
      admitting.refresh(connection);
    }
    return new Peering(
        trusting,
        new Noting(new Sightings(oin -> partners.partner(oin).isPresent()), region, database),
        partners,
        new Mandates(region, partners),
        encryptionKeys,
        admitting,
        new Shares(settings.operations().tempo()));
  }

  /// Whether a certificate is that of a partner.
  PeerCheck checks() {
    return trusting.checks();
  }

  /// What opens the door for systems, by the issuer of these settings.
  Tokens tokens(
      Settings settings,
      Vertx vertx,
      OwnKeys ownKeys,
      DataSource database,
      SecureRandom random,
      Sequencer sequencer) {
    var issuer = settings.issuer();
    var check = new AccessTokenCheck(vertx, issuer, issuer, ownKeys.token(), partners);
    var mint = new TokenMint(issuer, issuer, ownKeys.token(), random);
    var ledger = new AssertionLedger(database, settings.region());
    var uses = admitting.uses(sequencer, database);
    return new Tokens(
        check, new TokenEndpoint(issuer, partners, partners, uses, ledger, mint), ledger);
  }

  /// Access tokens.
  ///
  /// @param check whether one is good
  /// @param endpoint where they are given
  /// @param ledger which assertions were used for one
  record Tokens(AccessTokenCheck check, TokenEndpoint endpoint, AssertionLedger ledger) {}
}
