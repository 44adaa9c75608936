package nl.sluis.gateway.boot.convenant;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/// A command of `sluis convenant` as somebody typed it, and what it said.
///
/// @param status how it ended
/// @param out what it answered
/// @param err the faults, or how to use it
record Typed(int status, String out, String err) {
  static Typed convenant(String... words) throws SQLException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        new ConvenantCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(List.of(words));
    return new Typed(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
