package nl.sluis.gateway.getuige;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.SignedCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the witnesses what they saw of this logbook before anything is added to it: what lies
/// inside a database cannot tell that the database is an old one. For one thread.
public final class BeforeStart {
  private static final Logger LOG = LoggerFactory.getLogger(BeforeStart.class);

  private final List<Asked> asked;

  private record Asked(WitnessLine line, CompletableFuture<Optional<Seen>> answer) {}

  private BeforeStart(List<Asked> asked) {
    this.asked = asked;
  }

  /// Asks all of them at once and does not wait, so that a start can go on with something else.
  ///
  /// @param origin the name of the logbook for others
  public static BeforeStart ask(List<WitnessLine> lines, String origin, Executor threads) {
    return new BeforeStart(
        lines.stream()
            .map(
                line ->
                    new Asked(
                        line, CompletableFuture.supplyAsync(() -> ask(line, origin), threads)))
            .toList());
  }

  private static Optional<Seen> ask(WitnessLine line, String origin) {
    try {
      return new WitnessCall(line, WitnessCall.SHORT).newest(origin);
    } catch (IOException e) {
      LOG.warn("witness {} could not be asked before the start: {}", line.name(), e.getMessage());
      return Optional.empty();
    }
  }

  /// Refuses a logbook that is smaller than what a witness signed, or another.
  ///
  /// A witness that gave no answer within two seconds is a warning: what it saw is compared as soon
  /// as it is shown something again.
  ///
  /// @throws Contradicted when a witness saw more, or something else
  public void compare(PublicLog log) throws SQLException {
    for (var each : asked) {
      var seen = each.answer().join();
      if (seen.isPresent()) {
        compare(each.line(), seen.get(), log);
      }
    }
  }

  /// The largest tree that any of them says to have signed; empty when none answers or none did.
  public Optional<OpenedCheckpoint> largest() {
    return asked.stream()
        .flatMap(each -> each.answer().join().stream())
        .max(Comparator.comparingLong(Seen::size))
        .map(seen -> new OpenedCheckpoint(seen.size(), seen.root()));
  }

  private static void compare(WitnessLine line, Seen seen, PublicLog log) throws SQLException {
    // Read after the witness answered: another gateway may have added rows in between.
    var size = log.newestAlone().map(SignedCheckpoint::size).orElse(0L);
    if (seen.size() > size) {
      throw new Contradicted(
          "het logboek telt %d rijen en getuige `%s` zag er %d: is een oude reservekopie teruggezet?"
              .formatted(size, line.name(), seen.size()));
    }
    if (!Arrays.equals(log.root(seen.size()), seen.root())) {
      throw new Contradicted(
          "de eerste %d rijen zijn niet die welke getuige `%s` zag: het logboek is veranderd"
              .formatted(seen.size(), line.name()));
    }
  }
}
