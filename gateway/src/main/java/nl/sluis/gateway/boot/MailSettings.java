package nl.sluis.gateway.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.bereik.Hours;
import nl.sluis.gateway.bereik.MailLine;

/// Reads where mail leaves Sluis (`mensen.post`); without it nobody can choose mail.
final class MailSettings {
  private static final int HIGHEST_PORT = 65_535;

  private MailSettings() {}

  static Optional<MailLine> read(SettingsBlock people, List<String> faults) {
    if (!people.has("post")) {
      return Optional.empty();
    }
    var block = people.block("post");
    var tls = block.text("tls");
    if (!tls.equals("starttls") && !tls.equals("direct")) {
      faults.add("`" + block.name("tls") + "` is `starttls` of `direct`; zonder TLS gaat er niets");
    }
    int port = block.number("poort");
    if (port < 1 || port > HIGHEST_PORT) {
      faults.add("`" + block.name("poort") + "` is geen poort");
    }
    var from = block.text("afzender");
    if (!MailLine.isAddress(from)) {
      faults.add(
          "`" + block.name("afzender") + "` is geen adres als niet-antwoorden@sluis.example");
    }
    return Optional.of(
        new MailLine(
            block.text("adres"),
            port,
            tls.equals("direct"),
            block.path("uitgevers"),
            from,
            login(block, faults),
            hours(block, faults)));
  }

  private static Optional<MailLine.Login> login(SettingsBlock block, List<String> faults) {
    if (!block.has("gebruiker")) {
      return Optional.empty();
    }
    var user = block.text("gebruiker");
    try {
      var password = Files.readString(block.path("wachtwoordbestand")).strip();
      return Optional.of(new MailLine.Login(user, password));
    } catch (IOException _) {
      faults.add("`" + block.name("wachtwoordbestand") + "` kan niet worden gelezen");
      return Optional.empty();
    }
  }

  private static Hours hours(SettingsBlock block, List<String> faults) {
    int from = block.has("vanaf") ? block.number("vanaf") : Hours.OFFICE.from();
    int until = block.has("tot") ? block.number("tot") : Hours.OFFICE.until();
    try {
      return new Hours(from, until);
    } catch (IllegalArgumentException _) {
      faults.add(
          "`" + block.name("vanaf") + "` en `tot` liggen tussen 7 en 21 uur, in die volgorde");
      return Hours.OFFICE;
    }
  }
}
