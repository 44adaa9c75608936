package nl.sluis.gateway.boot.doctor;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.diagnose.Judges;
import nl.sluis.gateway.diagnose.Probe;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.Delivery;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.SightingTable;
import nl.sluis.gateway.peer.Sightings;
import nl.sluis.policies.terms.Oin;

/// Looks at each partner: is its file good, does it have a key that counts, and can Sluis deliver
/// at its door. Delivers nothing. One thread.
final class PartnersCheck {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Settings settings;
  private final PeerCheck peers;
  private final InstantSource clock;
  private final Optional<Oin> only;
  private final List<Finding> findings = new ArrayList<>();

  /// @param only the one partner that is meant; empty for all
  PartnersCheck(Settings settings, PeerCheck peers, InstantSource clock, Optional<Oin> only) {
    this.settings = settings;
    this.peers = peers;
    this.clock = clock;
    this.only = only;
  }

  List<Finding> look() {
    var register = new PartnerRegister(settings.partnerFolder(), clock);
    for (var fault : register.reload()) {
      if (only.isEmpty() || fault.file().startsWith(only.get().value())) {
        var file =
            new Diagnose.OfFile(fault.file(), "kan niet worden gebruikt: " + fault.problem());
        findings.add(Finding.wrong("partnerbestand", file));
      }
    }
    var meant =
        register.all().stream()
            .filter(partner -> only.isEmpty() || only.get().equals(partner.oin()))
            .sorted(Comparator.comparing(partner -> partner.oin().value()))
            .toList();
    if (meant.isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.wrong(
              only.map(oin -> "partner " + oin).orElse("partners"),
              new Diagnose.OfFile(
                  settings.partnerFolder().toString(),
                  only.isPresent() ? "noemt deze partner niet" : "noemt geen enkele partner")));
    }
    var seen = seen();
    for (var each : meant) {
      partner(each);
      findings.add(atTheDoor(each, Optional.ofNullable(seen.get(each.oin()))));
    }
    return findings;
  }

  private void partner(Partner partner) {
    var about = "partner " + partner.oin() + " (" + partner.name() + ")";
    var now = clock.instant();
    long count =
        partner.keys().keySet().stream().filter(k -> partner.key(k, now).isPresent()).count();
    findings.add(
        count > 0
            ? Finding.good(about, count + " sleutels om mee te tekenen")
            : Finding.wrong(
                about,
                new Diagnose.OfService(
                    "sleutels",
                    "geen enkele sleutel geldt nu",
                    "Vraag de partner om een nieuwe sleutel en zet hem in het partnerbestand.",
                    false)));
    partner
        .pushEndpoint()
        .ifPresent(address -> call(about + ", acuut gevaar", partner.oin(), address));
    switch (partner.delivery()) {
      case Delivery.Push(var address, var server) -> call(about + ", bezorgen", server, address);
      case Delivery.Pull() -> findings.add(Finding.good(about + ", bezorgen", "haalt zelf op"));
    }
  }

  /// Empty when the database cannot tell, which is told where it is looked at.
  private Map<Oin, Sightings.Seen> seen() {
    var login = settings.database().gateway();
    try (var connection =
        DriverManager.getConnection(settings.database().url(), login.user(), login.password())) {
      return new SightingTable(settings.region()).all(connection);
    } catch (SQLException _) {
      return Map.of();
    }
  }

  /// A partner that is turned away now, and was let in before, has something to mend.
  private static Finding atTheDoor(Partner partner, Optional<Sightings.Seen> seen) {
    var about = "partner " + partner.oin() + ", aan de deur";
    var came = seen.flatMap(Sightings.Seen::came);
    var refused = seen.flatMap(Sightings.Seen::refused);
    var text = "laatst binnen " + came.map(Instant::toString).orElse("nooit");
    if (refused.isEmpty()) {
      return Finding.good(about, text);
    }
    var cause = seen.flatMap(Sightings.Seen::cause).orElse("?");
    var full = text + ", laatst geweigerd " + refused.get() + " met " + cause;
    return came.isPresent() && came.get().isAfter(refused.get())
        ? Finding.good(about, full)
        : Finding.wrong(
            about,
            new Diagnose.OfService(
                "de handdruk",
                full,
                "Laat de partner `./sluis doctor --partner-kant partner.yaml` draaien.",
                true));
  }

  private void call(String about, Oin oin, URI address) {
    ServerIdentity shown;
    try {
      var acute = settings.acute();
      shown = ServerIdentity.read(acute.chain(), acute.key(), clock.instant());
    } catch (IllegalArgumentException _) {
      // Told where our own certificate is looked at.
      return;
    }
    var path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    var judge = Judges.organisation(peers, clock, oin);
    var seen = Probe.call(address, Optional.of(shown), judge, false, path);
    if (seen.wrong().isPresent()) {
      findings.add(Finding.wrong(about, seen.wrong().get()));
      return;
    }
    var certificate = seen.chain().getFirst();
    findings.add(
        Finding.good(
            about,
            "%s, %s, certificaat van `%s` tot %s"
                .formatted(
                    seen.protocol(),
                    seen.suite(),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getNotAfter().toInstant())));
    seen.date().ifPresent(date -> clock(about, date));
  }

  /// A header `Date` has whole seconds, and was written a moment ago.
  private void clock(String about, Instant date) {
    var ahead = Duration.between(clock.instant(), date);
    if (ahead.abs().compareTo(SKEW) > 0) {
      findings.add(Finding.wrong(about, new Diagnose.ClockOff("deze partner", ahead)));
    }
  }
}
