package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.sluis.gateway.herstel.Restore;
import nl.sluis.gateway.herstel.Restores;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogKeyChange;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.SignedCheckpoint;
import nl.sluis.gateway.postbus.Halt;
import nl.sluis.gateway.postbus.Halts;
import nl.sluis.policies.terms.Lane;

/// Lets a logbook go on of which rows are missing: under another name, in a new epoch, and with
/// what rests on consent standing still, all in one transaction. For one thread.
final class RestoreBegin {
  private final Settings settings;
  private final KeyVault vault;
  private final InstantSource clock;
  private final PrintStream out;

  /// @param settings with the name that the logbook had until now
  RestoreBegin(Settings settings, KeyVault vault, InstantSource clock, PrintStream out) {
    this.settings = settings;
    this.vault = vault;
    this.clock = clock;
    this.out = out;
  }

  /// @param name under which it goes on
  /// @param by who says so, in the words of the operator
  /// @param kept a checkpoint that somebody kept elsewhere, if there is one
  /// @throws IllegalStateException when nobody saw more than there is
  void run(String name, String by, String reason, Optional<Path> kept)
      throws IOException, SQLException {
    var note = kept.isPresent() ? Files.readString(kept.get()) : "";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var witnesses = Witnessing.ask(settings, threads).largest();
      KeySite.open(
          settings,
          vault,
          _ -> {},
          site -> {
            var shown = note.isEmpty() ? Optional.<OpenedCheckpoint>empty() : open(site, note);
            begin(site, witnesses, shown, name, by, reason);
          });
    }
  }

  private static Optional<OpenedCheckpoint> open(KeySite site, String note) throws SQLException {
    var opened = site.logbook().keyHistory().open(note);
    if (opened.isEmpty()) {
      throw new IllegalArgumentException("het controlepunt is niet van dit logboek");
    }
    return opened;
  }

  private void begin(
      KeySite site,
      Optional<OpenedCheckpoint> witnesses,
      Optional<OpenedCheckpoint> shown,
      String name,
      String by,
      String reason)
      throws SQLException {
    var log = new PublicLog(settings.region(), site.database());
    var own = Witnessing.memory(settings, vault.waitingRoomKey()).seen(log);
    long size = log.newestAlone().map(SignedCheckpoint::size).orElse(0L);
    var seen =
        Stream.of(witnesses, own, shown)
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(OpenedCheckpoint::size))
            .filter(largest -> largest.size() > size)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "het logboek telt %d rijen en niemand zag er meer; er is niets te herstellen"
                            .formatted(size)));
    if (name.equals(settings.logbookOrigin())) {
      throw new IllegalArgumentException("onder deze naam zagen anderen al meer; kies een andere");
    }
    var now = clock.instant();
    var halt =
        new Halt(
            UUID.randomUUID(), Halt.Kind.BAAN, Lane.TOESTEMMING.code(), reason, by, now, List.of());
    var restore =
        new Restore(UUID.randomUUID(), size, seen, settings.logbookOrigin(), name, halt.id(), now);
    write(site, restore, halt);
    // Signs what was written, under the new name.
    var _ = Logbook.open(settings.region(), name, site.database(), vault, new SecureRandom());
    out.printf(
        """
        Vastgelegd. Rijen %d tot en met %d ontbreken; anderen zagen ze onder `%s`.
        De baan `toestemming` ligt stil, op elke gateway; acuut gevaar en wettelijke taken gaan door.
        Zet `logboeknaam: %s` in sluis.yaml van elke gateway en start ze. Geef getuigen en partners de
        nieuwe sleutel (GET /logboek/sleutel) en zeg waarom: de verklaring staat op GET /logboek/sleutels.
        """,
        restore.from(), seen.size() - 1, restore.before(), name);
  }

  /// As the owner, because only the owner moves the epoch, by which every gateway that still works
  /// on what was put back is closed out.
  private void write(KeySite site, Restore restore, Halt halt) throws SQLException {
    var database = settings.database();
    var owner = database.owner();
    try (var tx = DriverManager.getConnection(database.url(), owner.user(), owner.password())) {
      tx.setAutoCommit(false);
      try {
        write(tx, site, restore, halt);
        tx.commit();
      } finally {
        tx.rollback();
      }
    }
  }

  private void write(Connection tx, KeySite site, Restore restore, Halt halt) throws SQLException {
    new Halts(settings.region()).add(tx, halt);
    new Restores(settings.region()).add(tx, restore);
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", "begonnen").put("herstel", restore.id().toString());
    detail.put("van", restore.from()).put("tot", restore.seen().size());
    detail.put("wortel", Base64.getEncoder().encodeToString(restore.seen().root()));
    detail.put("vorige", restore.before()).put("naam", restore.name());
    detail.put("door", halt.by()).put("reden", halt.reason());
    var change = new LogKeyChange(site.logbook(), vault);
    var _ = change.restore(tx, restore.name(), restore.seen(), detail, restore.at());
    var row = HaltCommand.row(halt, "stilgelegd", halt.by());
    var _ = site.logbook().append(tx, List.of(row), restore.at());
    var _ = site.logbook().fence(tx, restore.at());
  }
}
