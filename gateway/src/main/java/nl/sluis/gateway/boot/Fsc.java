package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.fsc.Grants;
import nl.sluis.gateway.fsc.PeerLog;
import nl.sluis.gateway.fsc.TransactionLog;
import nl.sluis.gateway.http.Crossings;
import nl.sluis.gateway.http.FscParts;

/// FSC beside Sluis: under which number a request crosses, its record, and who reads that. The name
/// of the logbook is the name of the group.
///
/// @param log written with every batch
/// @param forPartners what the door for partners needs of it
record Fsc(TransactionLog log, FscParts forPartners) {
  static Fsc of(
      Settings settings,
      CurrentLaw law,
      DataSource database,
      InstantSource clock,
      SecureRandom random)
      throws IOException {
    var region = settings.region();
    var key = keyOf(settings.acute().chain());
    var grants = new Grants(law, settings.oin(), settings.logbookOrigin(), key);
    var log = new TransactionLog(region, database, grants, clock, random);
    var read = new PeerLog(region, settings.oin(), database);
    return new Fsc(log, new FscParts(new Crossings(clock, random, log::record), read));
  }

  /// The SHA-256 of the public key of a certificate in PEM, in hexadecimal.
  private static String keyOf(Path chain) throws IOException {
    try (InputStream in = Files.newInputStream(chain)) {
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      var encoded = certificate.getPublicKey().getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("`" + chain.getFileName() + "` is no certificate", e);
    }
  }
}
