package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;

/// The steps around a report that waits for nothing: the database that goes away and comes back,
/// and the door at which Veilig Thuis takes reports.
final class OutageActions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  static final ActionKind DATABASE =
      new ActionKind(
          "database",
          (tree, _) -> {
            boolean back = Fields.oneOf(tree, Map.of("valt weg", false, "komt terug", true));
            return back ? new Back() : new Away();
          });

  static final ActionKind DOOR =
      ActionKind.ofBlock(
          "deur",
          (fields, names) ->
              new Door(
                  names.party(fields.need("van")),
                  Fields.oneOf(fields.need("gaat"), Map.of("open", true, "dicht", false))));

  private OutageActions() {}

  private record Away() implements Action {
    @Override
    public String told() {
      return "de database is weg: PostgreSQL verbreekt elke verbinding en laat niemand meer toe";
    }

    @Override
    public Observed play(Scene scene) {
      database(scene).goesAway();
      return Observed.told();
    }
  }

  private record Back() implements Action {
    @Override
    public String told() {
      return "de database is terug; wat op de schijf van de gateway wachtte komt in het logboek";
    }

    @Override
    public Observed play(Scene scene) {
      var room = scene.gateway().settings().acute().waitingRoom();
      long waited = waiting(room);
      database(scene).isBack();
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (waiting(room) > 0 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      long waits = waiting(room);
      return Observed.told(
          waits == 0
              ? "%d melding(en) wachtten en staan nu in het logboek".formatted(waited)
              : "%d melding(en) wachten nog".formatted(waits));
    }

    private static long waiting(Path room) {
      try (var files = Files.list(room)) {
        return files.filter(file -> file.toString().endsWith(".melding")).count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static DevDatabase database(Scene scene) {
    return scene.gateway().database();
  }

  private record Door(String party, boolean opens) implements Action {
    @Override
    public String told() {
      return opens
          ? "%s neemt meldingen aan haar deur aan".formatted(party)
          : "%s doet haar deur voor meldingen dicht".formatted(party);
    }

    @Override
    public Observed play(Scene scene) {
      if (opens) {
        scene.openDoor(party);
        return Observed.told();
      }
      return Observed.told("aangekomen: " + scene.shutDoor(party) + " melding(en)");
    }
  }
}
