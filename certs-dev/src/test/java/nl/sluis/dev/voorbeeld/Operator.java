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
import nl.sluis.dev.partner.DevSettings;
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
    Files.writeString(config, DevSettings.yaml(gateway.settings()));
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
}
