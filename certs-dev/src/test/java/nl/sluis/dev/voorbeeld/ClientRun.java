package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.boot.partner.PartnerCommand;

/// What a command of a partner's client said, and how it ended.
record ClientRun(int code, String out, String err) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Runs one command of the client, by the clock of this gateway.
  ///
  /// @param settings the file of the partner
  /// @param in what comes in on its stream
  static ClientRun of(DevGateway gateway, Path settings, String in, String... words)
      throws InterruptedException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var args = new ArrayList<>(List.of(words));
    args.add("--config=" + settings);
    int code =
        new PartnerCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                gateway.clock())
            .run(args);
    return new ClientRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  JsonNode json() throws IOException {
    return JSON.readTree(out);
  }

  String all() {
    return out + err;
  }
}
