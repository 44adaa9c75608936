package nl.sluis.dev.chaos;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.rig.RenewedFiles;
import nl.sluis.dev.rig.Rig;

/// Replaces certificates while they are used, one after another: what the gateways show at their
/// doors and what they show when they call, and what each partner shows. What a partner showed
/// before is revoked. Used by one thread; others may ask how many.
final class Certificates {
  private final Rig rig;
  private final List<School> schools;
  private final List<Link> links;
  private final AtomicInteger own = new AtomicInteger();
  private final AtomicInteger ofPartners = new AtomicInteger();

  /// @param links of those who send
  Certificates(Rig rig, List<School> schools, List<Link> links) {
    this.rig = rig;
    this.schools = List.copyOf(schools);
    this.links = List.copyOf(links);
  }

  /// Replaces the next one.
  void next() {
    switch ((own() + ofPartners()) % 4) {
      case 0 -> own(rig.site().authority().server(), rig.site().server());
      case 2 ->
          own(
              rig.site().authority().partner(DevSettings.SLUIS, "Sluis").identity(),
              rig.site().caller());
      default -> ofPartner();
    }
  }

  private void own(DevCertificate fresh, DevCertificate shown) {
    RenewedFiles.replace(shown, fresh);
    own.incrementAndGet();
  }

  private void ofPartner() {
    int which = ofPartners.getAndIncrement() % (links.size() + schools.size());
    if (which < links.size()) {
      links.get(which).renew();
    } else {
      schools.get(which - links.size()).renew();
    }
    rig.site().authority().writeCrls();
  }

  /// How many of the gateways themselves were replaced.
  int own() {
    return own.get();
  }

  /// How many of partners were replaced.
  int ofPartners() {
    return ofPartners.get();
  }
}
