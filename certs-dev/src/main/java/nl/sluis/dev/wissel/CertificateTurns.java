package nl.sluis.dev.wissel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import nl.sluis.dev.authority.DevAuthority;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.ParcelDoor;

/// The turns of certificates: those of a partner, those of Sluis, and whose certificates count.
/// Used by one thread.
final class CertificateTurns {
  private final Stage stage;
  private final PartnerSystem school;
  private final ParcelDoor door;

  CertificateTurns(Stage stage, PartnerSystem school, ParcelDoor door) {
    this.stage = stage;
    this.school = school;
    this.door = door;
  }

  /// A partner connects with another certificate with its number; the one before is taken back.
  String partner() {
    var before = school.identity();
    var authority = stage.site().authority();
    school.become(school.with(authority.partner(before.partner().oin(), before.partner().name())));
    authority.revoke(before.partner().identity().certificate());
    authority.writeCrls();
    Stage.until("het ingetrokken certificaat wordt geweigerd", () -> school.isKeptOut(before));
    return "tokens op beide gateways met het nieuwe; met het ingetrokken komt niemand meer binnen";
  }

  /// What both doors of both gateways show.
  String server() {
    var site = stage.site();
    var next = site.authority().server();
    replace(site.server(), next);
    var serial = next.certificate().getSerialNumber();
    Stage.until("het nieuwe aan alle vier deuren", () -> shown().equals(Set.of(serial)));
    return "aan alle vier deuren het nieuwe, aan geen het vorige";
  }

  private Set<BigInteger> shown() {
    var serials = new HashSet<BigInteger>();
    for (var port : stage.allPorts()) {
      try (var socket =
          (SSLSocket)
              school
                  .identity()
                  .partner()
                  .sslContext()
                  .getSocketFactory()
                  .createSocket("localhost", port)) {
        socket.startHandshake();
        var shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        serials.add(shown.getSerialNumber());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return serials;
  }

  /// What Sluis shows when it brings.
  String caller() {
    var site = stage.site();
    var next = site.authority().partner(DevSettings.SLUIS, "Sluis").identity();
    var serial = next.certificate().getSerialNumber();
    replace(site.caller(), next);
    Stage.until("het nieuwe bij het brengen", () -> door.shown().equals(serial));
    int before = door.came().size();
    Stage.until("tien pakketten later", () -> door.came().size() > before + 10);
    Stage.require("steeds het nieuwe", door.shown().equals(serial));
    return "elk pakket sindsdien met het nieuwe gebracht";
  }

  /// What a receiver shows where parcels are brought.
  String receiver() {
    var before = door.ownSerial();
    door.renews();
    int came = door.came().size();
    Stage.until("tien pakketten bij het nieuwe", () -> door.came().size() > came + 10);
    Stage.require("een ander certificaat", !before.equals(door.ownSerial()));
    return "tien pakketten gebracht waar het nieuwe wordt getoond";
  }

  /// Whose certificates count: an authority comes, somebody uses it, and it goes.
  String anchors() {
    var site = stage.site();
    var own = site.authority();
    var other = own.foreign();
    var before = school.identity();
    var theirs = school.with(other.partner(before.partner().oin(), before.partner().name()));
    // The root by which this partner knows Sluis stays.
    var under =
        school.with(
            new DevPartner(
                theirs.partner().oin(),
                theirs.partner().name(),
                theirs.partner().identity(),
                own.rootCertificate()));
    Stage.require("een vreemde uitgever telt nog niet", school.isKeptOut(under));
    var trust = text(own.trustFile());
    write(own.trustFile(), trust + text(other.trustFile()));
    add(own, other);
    Stage.until("de nieuwe uitgever telt", () -> school.isLetIn(under));
    school.become(under);
    int came = door.came().size();
    Stage.until("tien pakketten verder", () -> door.came().size() > came + 10);
    school.become(before);
    // The lists first: one of an authority that is gone is no list any more.
    own.writeCrls();
    write(own.trustFile(), trust);
    Stage.until("de weggehaalde uitgever telt niet meer", () -> school.isKeptOut(under));
    return "een uitgever erbij, gebruikt op beide gateways, en weer weg: dan komt niemand er meer"
        + " mee binnen";
  }

  /// The lists of both authorities in the files that the settings name.
  private static void add(DevAuthority own, DevAuthority other) {
    for (int i = 0; i < own.crlFiles().size(); i++) {
      var file = own.crlFiles().get(i);
      write(file, text(file) + text(other.crlFiles().get(i)));
    }
  }

  /// Puts a certificate and its key in the place of another's, as an operator does: one file and
  /// then the other.
  private static void replace(DevCertificate place, DevCertificate next) {
    write(place.chainFile(), text(next.chainFile()));
    write(place.keyFile(), text(next.keyFile()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      var draft = file.resolveSibling(file.getFileName() + ".nieuw");
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
