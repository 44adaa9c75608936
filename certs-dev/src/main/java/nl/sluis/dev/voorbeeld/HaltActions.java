package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.boot.HaltCommand;
import nl.sluis.gateway.postbus.Halt;

/// The steps in which an operator lets something stand still, and two let it go on.
final class HaltActions {
  static final ActionKind HALT =
      ActionKind.ofBlock(
          "leg stil",
          (fields, names) -> {
            var what = what(fields, names);
            return new Commanded(what, fields.text("door"), "--reden=" + fields.text("reden"));
          });
  static final ActionKind LIFT =
      ActionKind.ofBlock(
          "hef stillegging op",
          (fields, names) -> new Commanded(what(fields, names), fields.text("door"), "--opheffen"));

  private HaltActions() {}

  /// What stands still.
  ///
  /// @param kind a partner, a purpose or a lane
  /// @param word the short name of a partner, or the word of the convenant
  private record What(Halt.Kind kind, String word) {
    String in(Scene scene) {
      return kind == Halt.Kind.PARTNER ? scene.partner(word).oin().value() : word;
    }
  }

  private static What what(Fields fields, Names names) {
    if (fields.has("partner")) {
      return new What(Halt.Kind.PARTNER, names.party(fields.need("partner")));
    }
    return fields.has("doel")
        ? new What(Halt.Kind.DOEL, fields.text("doel"))
        : new What(Halt.Kind.BAAN, fields.text("baan"));
  }

  private record Commanded(What what, String by, String option) implements Action {
    @Override
    public String told() {
      return "%s: stop %s=%s %s".formatted(by, what.kind().code(), what.word(), option);
    }

    @Override
    public Observed play(Scene scene) throws IOException {
      var out = new ByteArrayOutputStream();
      var print = new PrintStream(out, true, StandardCharsets.UTF_8);
      var args = new ArrayList<>(List.of(what.kind().code() + "=" + what.in(scene)));
      args.addAll(List.of("--door=" + by, option));
      try {
        var gateway = scene.gateway();
        new HaltCommand(print, print, gateway.clock()).run(gateway.settings(), args);
      } catch (SQLException e) {
        throw new IllegalStateException("the database of the gateway is there", e);
      }
      var told = out.toString(StandardCharsets.UTF_8).strip();
      return Observed.told(told).withBody(told);
    }
  }
}
