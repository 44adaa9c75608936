package nl.sluis.gateway.boot.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault.Cause;
import nl.sluis.gateway.peer.Revocation;
import nl.sluis.gateway.peer.TrustAnchors;

/// Looks whether it is known of each authority what it took back, and since when. One thread.
final class TrustCheck {
  private final Settings settings;
  private final InstantSource clock;
  private final TrustAnchors anchors;
  private final Revocation revocation;

  /// @throws IllegalArgumentException when the file with authorities cannot be used
  TrustCheck(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.anchors = TrustAnchors.read(settings.trust());
    this.revocation =
        Revocation.of(settings.revocationLists(), settings.revocation(), anchors, clock);
  }

  PeerCheck peers() {
    return new PeerCheck(anchors, revocation);
  }

  List<Finding> look() {
    var findings = new ArrayList<Finding>();
    var faults = new ArrayList<>(revocation.lists().reload().faults());
    faults.addAll(revocation.renew());
    for (var fault : faults) {
      findings.add(
          Finding.wrong(
              "intrekking, " + fault.file(),
              new Diagnose.OfService(
                  "niet overgenomen",
                  fault.problem(),
                  "Haal een nieuwe lijst bij de uitgever; wat gold blijft gelden tot zijn eind.",
                  true)));
    }
    revocation.standing(anchors).forEach(basis -> findings.add(of(basis)));
    findings.add(ourselves());
    return findings;
  }

  private Finding of(Revocation.Basis basis) {
    var about = "intrekking, `" + basis.issuer() + "`, " + basis.manner();
    if (basis.manner().equals("ocsp")) {
      return Finding.good(about, "wordt gevraagd bij " + basis.address());
    }
    return switch (basis.freshness(clock.instant())) {
      case ONTBREEKT -> Finding.wrong(about, new Diagnose.OfCertificate(Cause.LIST_MISSING));
      case VEROUDERD -> Finding.wrong(about, new Diagnose.OfCertificate(Cause.LIST_STALE));
      case BIJNA_OP ->
          Finding.wrong(
              about,
              new Diagnose.OfService(
                  basis.address(),
                  "geldig tot " + basis.nextUpdate().orElseThrow() + ", en er kwam geen nieuwere",
                  "Vraag de uitgever waar zijn nieuwe lijst blijft; daarna komt niemand van hem"
                      + " erin, behalve met acuut gevaar.",
                  true));
      case VERS ->
          Finding.good(
              about,
              "%s, gemaakt %s, geldig tot %s"
                  .formatted(
                      basis.address(),
                      basis.thisUpdate().orElseThrow(),
                      basis.nextUpdate().orElseThrow()));
    };
  }

  /// What partners see of us, judged by the same rules: our number, and whether we were revoked.
  private Finding ourselves() {
    var about = "certificaat waarmee Sluis zich meldt";
    var unread = new ArrayList<Finding>();
    var chain = new Papers(clock.instant()).chain(about, settings.acute().chain(), unread);
    if (!unread.isEmpty()) {
      return unread.getFirst();
    }
    var seen = peers().look(chain, clock.instant());
    if (seen.fault().isPresent()) {
      return Finding.wrong(about, new Diagnose.OfCertificate(seen.fault().get().reason()));
    }
    return seen.named().filter(settings.oin()::equals).isPresent()
        ? Finding.good(about, "OIN " + settings.oin())
        : Finding.wrong(about, new Diagnose.OtherOrganisation(settings.oin(), seen.named()));
  }
}
