package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.boot.AdmitCommand;

/// The steps in which an operator shuts the door of a partner, and two open it again or remove it.
final class AdmitActions {
  static final ActionKind SUSPEND = kind("schors partner", "schors", true);
  static final ActionKind RESUME = kind("hervat partner", "hervat", false);
  static final ActionKind REMOVE = kind("verwijder partner", "verwijder", true);

  private AdmitActions() {}

  private static ActionKind kind(String name, String command, boolean explains) {
    return ActionKind.ofBlock(
        name,
        (fields, names) ->
            new Commanded(
                command,
                names.party(fields.need("partner")),
                fields.text("door"),
                explains ? List.of("--reden=" + fields.text("reden")) : List.of()));
  }

  private record Commanded(String command, String partner, String by, List<String> reason)
      implements Action {
    @Override
    public String told() {
      return "%s: partner %s %s".formatted(by, command, partner);
    }

    @Override
    public Observed play(Scene scene) throws IOException {
      var out = new ByteArrayOutputStream();
      var print = new PrintStream(out, true, StandardCharsets.UTF_8);
      var oin = scene.partner(partner).oin();
      var args = new ArrayList<>(List.of(command, "--oin=" + oin, "--door=" + by));
      args.addAll(reason);
      var gateway = scene.gateway();
      try {
        var _ = new AdmitCommand(print, print, gateway.clock()).run(gateway.settings(), args);
      } catch (SQLException e) {
        throw new IllegalStateException("the database of the gateway is there", e);
      }
      // The gateway hears of it within moments; a scenario does not wait for those.
      gateway.reload();
      var told = out.toString(StandardCharsets.UTF_8).strip();
      return Observed.told(told).withBody(told);
    }
  }
}
