package nl.sluis.gateway.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.CertificateBook;
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.peer.PartnerRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What ends soon: the certificates of partners and of Sluis itself, and keys with which partners
/// sign. Said in the process log at 60, 30, 14, 7 and 1 days, each once per gateway.
///
/// One thread looks at a time; any may ask how much is left.
final class Expiring {
  private static final Logger LOG = LoggerFactory.getLogger(Expiring.class);
  private static final Duration REST = Duration.ofHours(1);

  private final Settings settings;
  private final CertificateBook certificates;
  private final PartnerRegister partners;
  private final InstantSource clock;
  private final Set<String> told = new HashSet<>();
  private Instant last = Instant.MIN;
  private volatile List<Expiry> known = List.of();

  Expiring(
      Settings settings,
      CertificateBook certificates,
      PartnerRegister partners,
      InstantSource clock) {
    this.settings = settings;
    this.certificates = certificates;
    this.partners = partners;
    this.clock = clock;
  }

  /// Looks again when an hour has passed, and says what was not said yet.
  synchronized void look(Connection connection) throws SQLException {
    var now = clock.instant();
    if (now.isBefore(last.plus(REST)) && !now.isBefore(last)) {
      return;
    }
    known = all(connection);
    last = now;
    for (var end : Expiry.near(known.stream(), now)) {
      var days = end.threshold(now).orElseThrow();
      if (told.add(end.what() + " " + end.name() + " " + end.at() + " " + days)) {
        LOG.warn(
            "{} `{}` ends at {}, in {} days", end.what(), end.name(), end.at(), end.daysLeft(now));
      }
    }
  }

  /// Everything of which the end is known, whenever that is.
  List<Expiry> all(Connection connection) throws SQLException {
    var seen =
        certificates.all(connection).stream()
            .filter(one -> partners.partner(one.oin()).isPresent())
            .toList();
    var keys =
        partners.all().stream()
            .flatMap(
                partner ->
                    partner.keys().values().stream()
                        .filter(key -> key.getExpirationTime() != null)
                        .map(
                            key ->
                                new Expiry(
                                    "ondertekensleutel",
                                    partner.oin() + " " + key.getKeyID(),
                                    key.getExpirationTime().toInstant())));
    var own =
        Stream.of(settings.partners().chain(), settings.people().chain(), settings.acute().chain())
            .distinct()
            .flatMap(Expiring::own);
    return Stream.of(Expiry.certificates(seen).stream(), keys, own).flatMap(all -> all).toList();
  }

  private static Stream<Expiry> own(Path pem) {
    try (var in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .filter(X509Certificate.class::isInstance)
          .map(X509Certificate.class::cast)
          .limit(1)
          .map(
              one ->
                  new Expiry(
                      "eigen certificaat",
                      String.valueOf(pem.getFileName()),
                      one.getNotAfter().toInstant()));
    } catch (IOException | CertificateException _) {
      // Whoever reads it to show it says what is wrong with it.
      return Stream.empty();
    }
  }

  /// How many days the first thing to end has left, for a gauge; empty before the first look.
  OptionalLong fewestDays() {
    return Expiry.fewestDays(known, clock.instant());
  }
}
