package nl.sluis.gateway.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.gateway.aansluiting.CertificateBook;
import nl.sluis.gateway.aansluiting.KeptPartners;
import nl.sluis.gateway.aansluiting.KeyBook;
import nl.sluis.gateway.aansluiting.Known;
import nl.sluis.gateway.aansluiting.OwnRecord;
import nl.sluis.gateway.aansluiting.PartnerBook;
import nl.sluis.gateway.desk.SigningKeyDesk;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.http.SigningKeyEndpoints;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.TokenEndpoint;
import nl.sluis.policies.terms.Oin;

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
/// @param expiring what ends soon
record Admitting(
    String region,
    InstantSource clock,
    PartnerRegister partners,
    PartnerBook book,
    KeyBook keys,
    KeptPartners kept,
    Expiring expiring) {
  static Admitting of(
      Settings settings, InstantSource clock, PartnerRegister partners, KeyVault vault) {
    return new Admitting(
        settings.region(),
        clock,
        partners,
        new PartnerBook(settings.region()),
        new KeyBook(settings.region()),
        kept(settings, vault),
        new Expiring(settings, new CertificateBook(settings.region()), partners, clock));
  }

  /// The partner as all gateways know it now, for who looks now and then; empty when it is none, or
  /// that cannot be read now.
  static Optional<Partner> known(Settings settings, DataSource database, Oin oin) {
    var inFile = PartnerRegister.inFile(settings.partnerFolder(), oin);
    try (var connection = database.getConnection()) {
      var region = settings.region();
      var one =
          Known.read(new PartnerBook(region), new KeyBook(region), connection).listed().get(oin);
      return one == null ? inFile : one.partner(inFile);
    } catch (SQLException _) {
      return Optional.empty();
    }
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
    return new SigningKeyEndpoints(
        desk(database),
        new OwnRecord(database, partners, keys, new CertificateBook(region)),
        sequencer);
  }

  private SigningKeyDesk desk(DataSource database) {
    return new SigningKeyDesk(
        database, partners, keys, new CertificateBook(region), this::refresh, clock);
  }
}
