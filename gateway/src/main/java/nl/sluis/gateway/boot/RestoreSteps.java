package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.herstel.Accounted;
import nl.sluis.gateway.herstel.Restore;
import nl.sluis.gateway.herstel.Restores;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Halt;
import nl.sluis.gateway.postbus.Halts;

/// The steps of a restore after it began, each with its row in the same transaction. For one
/// thread.
final class RestoreSteps {
  private final KeySite site;
  private final Restores restores;
  private final Halts halts;
  private final PrintStream out;

  RestoreSteps(KeySite site, String region, PrintStream out) {
    this.site = site;
    this.restores = new Restores(region);
    this.halts = new Halts(region);
    this.out = out;
  }

  /// The restore that is under way.
  ///
  /// @throws IllegalStateException when there is none
  Restore current() throws SQLException {
    try (var connection = site.database().getConnection()) {
      return restores
          .open(connection)
          .orElseThrow(() -> new IllegalStateException("er loopt geen herstel"));
    }
  }

  boolean isAccounted(Restore restore, long row) throws SQLException {
    try (var connection = site.database().getConnection()) {
      return restores.accounted(connection, restore).containsKey(row);
    }
  }

  /// A missing row was proven, and what it stops is entered.
  void account(Restore restore, long row, Accounted what, String by, Instant now)
      throws SQLException {
    site.write(
        tx -> {
          restores.account(tx, restore, row, what, now);
          var detail = detail(restore, "opgenomen", by).put("rij", row).put("wat", what.word());
          return site.logbook().append(tx, List.of(entry(detail)), now);
        });
  }

  /// Somebody lets what rests on consent go on; when somebody else said so before, it does.
  ///
  /// @param rest how many rows this person knows that nobody accounted for
  void open(long rest, String by, Instant now) throws SQLException {
    var restore = current();
    var halt = halt(restore);
    if (halt.lifted().contains(by)) {
      throw new IllegalStateException(
          "`" + by + "` wilde dit al openen; er is iemand anders nodig");
    }
    site.write(
        tx -> {
          // Counted where it is decided: what is taken up meanwhile waits for this.
          long left = restore.missing() - restores.accounted(tx, restore).size();
          if (left != rest) {
            throw new IllegalStateException(
                "er zijn %d rijen van niemand, en niet %d; zie `logboek herstel stand`"
                    .formatted(left, rest));
          }
          var all = halts.lift(tx, halt, by, now);
          var step = all.size() < 2 ? "openen-gevraagd" : "geopend";
          var detail = detail(restore, step, by).put("rest", left);
          return site.logbook().append(tx, List.of(entry(detail)), now);
        });
    out.println(
        halt.lifted().isEmpty()
            ? "Vastgelegd. Een tweede mens moet dit ook zeggen; tot dan ligt de baan stil."
            : "Geopend: wat op toestemming rust gaat weer door.");
  }

  private Halt halt(Restore restore) throws SQLException {
    try (var connection = site.database().getConnection()) {
      return halts.standing(connection).halts().stream()
          .filter(halt -> halt.id().equals(restore.halt()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("er loopt geen herstel"));
    }
  }

  private static ObjectNode detail(Restore restore, String step, String by) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("stap", step)
        .put("herstel", restore.id().toString())
        .put("door", by);
  }

  private static Entry entry(ObjectNode detail) {
    return new Entry(EntryKind.RESTORED, Optional.empty(), detail);
  }
}
