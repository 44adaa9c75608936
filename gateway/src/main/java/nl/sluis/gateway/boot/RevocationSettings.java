package nl.sluis.gateway.boot;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import nl.sluis.gateway.peer.RevocationLine;
import nl.sluis.gateway.peer.RevocationLine.Manner;
import nl.sluis.gateway.peer.RevocationLine.Rule;

/// Reads by what Sluis knows what authorities took back (`vertrouwen.intrekking`); without it by
/// the files in `vertrouwen.intrekkingslijsten` alone.
final class RevocationSettings {
  private static final X500Principal NOBODY = new X500Principal("");

  private RevocationSettings() {}

  static RevocationLine read(SettingsBlock trust, List<String> faults) {
    if (!trust.has("intrekking")) {
      return RevocationLine.FILES;
    }
    var block = trust.block("intrekking");
    var folder = block.path("map");
    var rules = new ArrayList<Rule>();
    for (var each : block.blocks("uitgevers")) {
      rule(each, faults).ifPresent(rules::add);
    }
    if (rules.stream().map(Rule::issuer).distinct().count() < rules.size()) {
      faults.add("`" + block.name("uitgevers") + "` noemt een uitgever twee keer");
    }
    return new RevocationLine(Optional.of(folder), rules);
  }

  private static Optional<Rule> rule(SettingsBlock each, List<String> faults) {
    int before = faults.size();
    var issuer = issuer(each, faults);
    var manner = Manner.of(each.text("wijze"));
    if (manner.isEmpty()) {
      faults.add("`" + each.name("wijze") + "` is `crl`, `ocsp` of `beide`");
    }
    var list = address(each, "lijst", faults);
    var responder = address(each, "dienst", faults);
    var nonce = each.has("nonce") ? each.text("nonce") : "mag";
    if (!nonce.equals("mag") && !nonce.equals("moet")) {
      faults.add("`" + each.name("nonce") + "` is `mag` of `moet`");
    }
    if (faults.size() > before || manner.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Rule(issuer, manner.get(), list, responder, nonce.equals("moet")));
    } catch (IllegalArgumentException _) {
      faults.add(
          "`"
              + each.name("wijze")
              + "` past niet bij `lijst` en `dienst`: `dienst` hoort bij `ocsp` en `beide`,"
              + " `lijst` bij `crl` en `beide`");
      return Optional.empty();
    }
  }

  private static X500Principal issuer(SettingsBlock each, List<String> faults) {
    try {
      return new X500Principal(each.text("uitgever"));
    } catch (IllegalArgumentException _) {
      faults.add("`" + each.name("uitgever") + "` is geen naam als `CN=Uitgever,O=Stam,C=NL`");
      return NOBODY;
    }
  }

  private static Optional<URI> address(SettingsBlock each, String key, List<String> faults) {
    if (!each.has(key)) {
      return Optional.empty();
    }
    var address = RevocationLine.address(each.text(key));
    if (address.isEmpty()) {
      faults.add("`" + each.name(key) + "` is geen adres als http://crl.example/uitgever.crl");
    }
    return address;
  }
}
