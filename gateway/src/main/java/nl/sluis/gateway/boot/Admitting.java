package nl.sluis.gateway.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import nl.sluis.gateway.aansluiting.CertificateBook;
import nl.sluis.gateway.aansluiting.KeptPartners;
import nl.sluis.gateway.aansluiting.KeyBook;
import nl.sluis.gateway.aansluiting.Known;
import nl.sluis.gateway.aansluiting.OwnEnds;
import nl.sluis.gateway.aansluiting.OwnRecord;
import nl.sluis.gateway.aansluiting.PartnerBook;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.SigningKeyDesk;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.http.SigningKeyEndpoints;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.TokenEndpoint;

/// Who was admitted, shut out or removed, and with which keys, as all gateways know it together.
///
/// May be shared between threads.
///
/// @param region in whose part of the database it lives
/// @param clock what time it is
/// @param partners the register that this gateway asks at every request
/// @param book what operators said
/// @param keys what partners announced
/// @param kept what lies on the disk of this gateway for a start without a database
/// @param ends what of partners comes to an end
/// @param expiring what ends soon
record Admitting(
    String region,
    InstantSource clock,
    PartnerRegister partners,
    PartnerBook book,
    KeyBook keys,
    KeptPartners kept,
    OwnEnds ends,
    Expiring expiring) {
  /// @param encryptionKeys what partners are sealed to
  /// @param trusting what authorities took back
  static Admitting of(
      Settings settings,
      InstantSource clock,
      PartnerRegister partners,
      EncryptionKeyDirectory encryptionKeys,
      Trusting trusting,
      CurrentLaw law,
      KeyVault vault) {
    var region = settings.region();
    var keys = new KeyBook(region);
    var ends = new OwnEnds(partners, keys, new CertificateBook(region), encryptionKeys::list);
    return new Admitting(
        region,
        clock,
        partners,
        new PartnerBook(region),
        keys,
        kept(settings, vault),
        ends,
        new Expiring(
            settings,
            ends,
            now -> law.now().inForce(now),
            () -> trusting.revocation().standing(trusting.anchors()),
            clock));
  }

  /// What this gateway noted of partners before.
  static KeptPartners kept(Settings settings, KeyVault vault) {
    return new KeptPartners(settings.acute().waitingRoom(), vault.waitingRoomKey());
  }

  /// Takes over what changed.
  void refresh(Connection connection) throws SQLException {
    // One thread hears of a change while another looks by the clock: the later look counts.
    var turn = partners.beginReading();
    var known = Known.read(book, keys, connection).listed();
    if (partners.take(turn, known)) {
      kept.remember(known);
    }
    expiring.look(connection);
  }

  /// The same, and then this.
  Gateway.Following and(Gateway.Following next) {
    return connection -> {
      refresh(connection);
      next.refresh(connection);
    };
  }

  /// Hears with which key a partner came in.
  TokenEndpoint.KeyUse uses(Sequencer sequencer, DataSource database) {
    var desk = desk(database);
    return (peer, kid) -> desk.used(sequencer, peer, kid);
  }

  /// Where a partner announces and withdraws its keys, and sees what is known of it.
  PartnerRoutes endpoints(Sequencer sequencer, DataSource database) {
    return new SigningKeyEndpoints(desk(database), new OwnRecord(database, ends), sequencer);
  }

  private SigningKeyDesk desk(DataSource database) {
    return new SigningKeyDesk(database, partners, keys, ends.certificates(), this::refresh, clock);
  }
}
