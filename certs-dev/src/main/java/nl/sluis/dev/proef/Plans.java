package nl.sluis.dev.proef;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Signals;

/// By which plans PostgreSQL finds people and the facts about them, as it tells itself while a
/// gateway works (`auto_explain`). Used by one thread.
final class Plans {
  private static final int MESSAGES = 40;
  private static final List<String> SETTINGS =
      List.of(
          "session_preload_libraries = 'auto_explain'",
          "auto_explain.log_min_duration = 0",
          "auto_explain.log_analyze = on",
          "auto_explain.log_buffers = on",
          "auto_explain.log_timing = off");
  private static final Pattern PLAN =
      Pattern.compile("duration: [0-9.]+ ms  plan:\\n((?:\\t.*\\n)+)");
  private static final List<String> FACTS =
      List.of("from alias", "join birth", "from consent_ask", "from consent_event", "from person");

  private final Rig rig;
  private final Signals signals;

  Plans(Rig rig, Signals signals) {
    this.rig = rig;
    this.signals = signals;
  }

  /// Lets a gateway work at this database for a moment, and prints each plan about people once.
  void tell(DevDatabase database, PrintStream out) {
    set(database, "set ");
    var before = rig.postgres().log().length();
    try (var gateway = rig.gateway("plannen", 0, database).awaitListening();
        var school = new Caller(rig, signals.school(), gateway.port(), 2)) {
      school.authenticate();
      for (int i = 0; i < MESSAGES; i++) {
        var text = signals.message("kind-" + i % 10).text();
        school.send(text.getBytes(StandardCharsets.US_ASCII)).join();
      }
    }
    set(database, "reset ");
    out.println();
    out.println("De laatste plannen waarmee mensen en feiten werden gevonden:");
    var last = new LinkedHashMap<String, String>();
    PLAN.matcher(rig.postgres().log().substring(before))
        .results()
        .map(found -> found.group(1).replaceAll("(?m)^\\t", ""))
        .forEach(plan -> last.put(head(plan), plan));
    last.values().stream().filter(Plans::isAboutPeople).forEach(plan -> out.println("\n" + plan));
  }

  private static String head(String plan) {
    return plan.substring(0, Math.min(plan.length(), 160));
  }

  private static boolean isAboutPeople(String plan) {
    return FACTS.stream().anyMatch(plan::contains);
  }

  private static void set(DevDatabase database, String how) {
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      for (var setting : SETTINGS) {
        var what = how.equals("set ") ? setting : setting.substring(0, setting.indexOf(' '));
        statement.execute("alter database " + database.name() + " " + how + what);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not let its plans be told", e);
    }
  }
}
