package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.convenant.ConvenantCommand;

/// Whoever keeps a gateway: has its `sluis.yaml`, and types commands of `sluis convenant`.
final class Operator {
  private final DevGateway gateway;
  private final Path config;

  /// How a command ended, and all that it said.
  record Ended(int status, String said) {}

  Operator(DevGateway gateway) throws IOException {
    this.gateway = gateway;
    this.config = gateway.site().folder().resolve("sluis.yaml");
    Files.writeString(config, yaml(gateway.settings()));
  }

  /// Types a command about this gateway, with the settings that an operator's file holds.
  Ended types(String... words) throws SQLException {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = new ConvenantCommand(print, print).run(withConfig(words));
    return new Ended(status, out.toString(StandardCharsets.UTF_8));
  }

  /// The same in a rehearsal, where examples count; no file can say so.
  Ended typesInRehearsal(String... words) throws SQLException {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = new ConvenantCommand(print, print, _ -> gateway.settings()).run(withConfig(words));
    return new Ended(status, out.toString(StandardCharsets.UTF_8));
  }

  private List<String> withConfig(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    return all;
  }

  private static String yaml(Settings settings) {
    var lists =
        String.join(", ", settings.revocationLists().stream().map(f -> "\"" + f + "\"").toList());
    return """
    regio: %s
    oin: "%s"
    uitgever: %s
    logboeknaam: %s
    database:
      adres: %s
      eigenaar: {gebruiker: postgres}
      gateway: {gebruiker: sluis_gateway}
      verbindingen: 8
    partners: %s
    mensen: %s
    vertrouwen:
      uitgevers: "%s"
      intrekkingslijsten: [%s]
    partnermap: "%s"
    sleutels: {map: "%s", hoofdsleutel: "%s"}
    """
            .formatted(
                settings.region(),
                settings.oin(),
                settings.issuer(),
                settings.logbookOrigin(),
                settings.database().url(),
                door(settings.partners()),
                door(settings.people()),
                settings.trust(),
                lists,
                settings.partnerFolder(),
                settings.keyFolder(),
                settings.keyEncryptionKey())
        + settings.convenanten().map(folder -> "convenanten: \"" + folder + "\"\n").orElse("");
  }

  private static String door(Settings.Listener door) {
    return "{adres: %s, poort: %d, certificaat: \"%s\", sleutel: \"%s\"}"
        .formatted(door.host(), door.port(), door.chain(), door.key());
  }
}
