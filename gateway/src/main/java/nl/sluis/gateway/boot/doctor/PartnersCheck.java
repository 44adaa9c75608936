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
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.aansluiting.KeyBook;
import nl.sluis.gateway.aansluiting.Known;
import nl.sluis.gateway.aansluiting.OwnEnds;
import nl.sluis.gateway.aansluiting.PartnerBook;
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
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;

/// Looks at each partner: is its file good, may it come in, does it have a key that counts, does
/// something of it end soon, and can Sluis deliver at its door. Delivers nothing. One thread.
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
    var told = told(register);
    var meant =
        register.all().stream()
            .filter(partner -> only.isEmpty() || only.get().equals(partner.oin()))
            .sorted(Comparator.comparing(partner -> partner.oin().value()))
            .toList();
    if (meant.isEmpty() && only.filter(register::isRemoved).isPresent()) {
      findings.add(Finding.good("partner " + only.get(), "verwijderd: is geen partner meer"));
    } else if (meant.isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.wrong(
              only.map(oin -> "partner " + oin).orElse("partners"),
              new Diagnose.OfFile(
                  settings.partnerFolder().toString(),
                  only.isPresent() ? "noemt deze partner niet" : "noemt geen enkele partner")));
    }
    for (var each : meant) {
      partner(each, register.standing(each.oin()));
      findings.add(atTheDoor(each, Optional.ofNullable(told.seen().get(each.oin()))));
      ending(each.oin(), told.ends().getOrDefault(each.oin(), List.of()));
    }
    return findings;
  }

  private void ending(Oin oin, List<Expiry> ends) {
    for (var end : Expiry.near(ends.stream(), clock.instant())) {
      var what = end.what() + " `" + end.name() + "`";
      findings.add(Finding.wrong("partner " + oin, new Diagnose.Ending(what, end.at())));
    }
  }

  private void partner(Partner partner, Standing standing) {
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
    if (standing == Standing.GESCHORST) {
      var shut = "geschorst: tot twee mensen hervatten gaat alleen acuut gevaar door";
      findings.add(Finding.good(about, shut));
      return;
    }
    switch (partner.delivery()) {
      case Delivery.Push(var address, var server) -> call(about + ", bezorgen", server, address);
      case Delivery.Pull() -> findings.add(Finding.good(about + ", bezorgen", "haalt zelf op"));
    }
  }

  /// What only the database tells of partners.
  ///
  /// @param seen when each was at a door
  /// @param ends what of each comes to an end
  private record Told(Map<Oin, Sightings.Seen> seen, Map<Oin, List<Expiry>> ends) {}

  /// Nothing when the database cannot tell, which is told where it is looked at. Who was admitted,
  /// shut out or removed there is so in the register from then on.
  private Told told(PartnerRegister register) {
    var login = settings.database().gateway();
    var region = settings.region();
    try (var connection =
        DriverManager.getConnection(settings.database().url(), login.user(), login.password())) {
      register.take(Known.read(new PartnerBook(region), new KeyBook(region), connection).listed());
      return new Told(
          new SightingTable(region).all(connection),
          OwnEnds.read(region, register, connection, clock).all(connection));
    } catch (SQLException _) {
      return new Told(Map.of(), Map.of());
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
