package nl.sluis.gateway.aanmelding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.aanmelding.StaffSignIn.Open;
import nl.sluis.gateway.person.SignedIn;

/// How a session at a desk is written before it is sealed: a line for who, one for what was chosen,
/// and one for each role; the last one holds the level.
final class SealedSession {
  /// No role begins with it: what does not know the line passes over it.
  private static final String LEVEL = "\u0001";

  private SealedSession() {}

  static byte[] written(Open open) {
    var lines = new ArrayList<String>();
    lines.add(open.employee());
    lines.add(open.chosen().orElse(""));
    lines.addAll(open.roles());
    lines.add(LEVEL + open.level());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /// What of it still stands.
  static Open read(byte[] clear, Roles still, Instant since, String formToken) {
    var lines = List.of(new String(clear, StandardCharsets.UTF_8).split("\n", -1));
    var employee = lines.getFirst();
    var roles =
        lines.subList(2, lines.size()).stream()
            .filter(role -> still.stand(employee, role))
            .toList();
    var chosen = Optional.of(lines.get(1)).filter(roles::contains);
    return new Open(employee, roles, chosen, level(lines), since, formToken);
  }

  private static SignedIn.Level level(List<String> lines) {
    return lines.getLast().equals(LEVEL + SignedIn.Level.HOOG)
        ? SignedIn.Level.HOOG
        : SignedIn.Level.SUBSTANTIEEL;
  }
}
