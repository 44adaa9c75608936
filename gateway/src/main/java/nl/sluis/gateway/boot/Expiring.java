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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.aansluiting.OwnEnds;
import nl.sluis.gateway.peer.Revocation.Basis;
import nl.sluis.gateway.peer.Revocation.Freshness;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What ends soon: the certificates of partners and of Sluis itself, keys with which partners sign
/// and for which others seal, convenanten, and lists of what authorities took back. Said in the
/// process log at 60, 30, 14, 7 and 1 days, and of a list when three quarters of its time is over;
/// each once per gateway.
///
/// One thread looks at a time; any may ask how much is left.
final class Expiring {
  private static final Logger LOG = LoggerFactory.getLogger(Expiring.class);
  private static final Duration REST = Duration.ofHours(1);

  private final Settings settings;
  private final OwnEnds partners;
  private final Function<Instant, List<Convenant>> inForce;
  private final Supplier<List<Basis>> revocation;
  private final InstantSource clock;
  private final Set<String> told = new HashSet<>();
  private Instant last = Instant.MIN;
  private volatile List<Expiry> known = List.of();

  /// @param partners what of partners comes to an end
  /// @param inForce the convenanten at an instant
  /// @param revocation by what is known what authorities took back
  Expiring(
      Settings settings,
      OwnEnds partners,
      Function<Instant, List<Convenant>> inForce,
      Supplier<List<Basis>> revocation,
      InstantSource clock) {
    this.settings = settings;
    this.partners = partners;
    this.inForce = inForce;
    this.revocation = revocation;
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
    for (var basis : revocation.get()) {
      // An answer of a responder is asked anew whenever somebody comes in.
      if (basis.manner().equals("crl")
          && basis.freshness(now) == Freshness.BIJNA_OP
          && told.add(basis.toString())) {
        LOG.warn(
            "revocation list of `{}` from `{}` ends at {} and no newer one came",
            basis.issuer(),
            basis.address(),
            basis.nextUpdate().orElseThrow());
      }
    }
  }

  /// Everything of which the end is known, whenever that is.
  List<Expiry> all(Connection connection) throws SQLException {
    var theirs =
        partners.all(connection).entrySet().stream()
            .flatMap(each -> each.getValue().stream().map(end -> end.of(each.getKey())));
    var own =
        Stream.of(settings.partners().chain(), settings.people().chain(), settings.acute().chain())
            .distinct()
            .flatMap(Expiring::own);
    return Stream.of(theirs, own, agreed(clock.instant())).flatMap(all -> all).toList();
  }

  /// The convenanten in force, but for those that another version follows.
  private Stream<Expiry> agreed(Instant now) {
    return inForce.apply(now).stream()
        .map(
            one ->
                new Expiry(
                    "convenant",
                    one.id() + " " + one.version(),
                    one.validUntil().atStartOfDay(Age.CALENDAR).toInstant()))
        .filter(
            end ->
                inForce.apply(end.at().plus(Duration.ofDays(1))).stream()
                    .noneMatch(next -> follows(next, end)));
  }

  private static boolean follows(Convenant next, Expiry end) {
    return end.name().startsWith(next.id() + " ") && !end.name().endsWith(" " + next.version());
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
