package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.jwk.JWK;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.UsePeriod;

/// The history of the keys with which Sluis signs anything but the logbook, and how one is
/// replaced.
///
/// Each step is a row of the logbook and a statement of its key, in one transaction. A next key is
/// made in the vault before it is said: what breaks off in between leaves a key that nobody signs
/// with, and the next attempt takes that one. May be shared between threads.
public final class UseKeyChange {
  private final Logbook logbook;
  private final KeyVault keys;
  private final BiFunction<KeyUse, Integer, JWK> published;

  /// @param logbook an open one
  /// @param keys the keys of that logbook
  /// @param published the public half of the key for a use of this number; made at first use
  public UseKeyChange(Logbook logbook, KeyVault keys, BiFunction<KeyUse, Integer, JWK> published) {
    this.logbook = logbook;
    this.keys = keys;
    this.published = published;
  }

  /// Says the first key of each use that has no history yet.
  public void begin(DataSource database, Instant at) throws SQLException {
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        var _ = Head.lock(tx, logbook.region());
        for (var use : KeyUse.values()) {
          if (statements(tx, use).isEmpty()) {
            var key = published.apply(use, 1);
            var said = said(tx, use, UseStatement.Kind.BEGIN, key, at, at);
            KeyHistoryTable.add(tx, logbook.region(), use.word(), 1, 0, note(said));
          }
        }
        tx.commit();
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  /// The statements about one use, oldest first, for [UseHistory].
  public List<String> statements(Connection connection, KeyUse use) throws SQLException {
    return KeyHistoryTable.all(connection, logbook.region(), use.word());
  }

  /// Every key there ever was, by use, oldest first.
  ///
  /// @throws LogbookRefused when the keys do not follow from each other
  public Map<KeyUse, List<UsePeriod>> read(Connection connection) throws SQLException {
    var all = new EnumMap<KeyUse, List<UsePeriod>>(KeyUse.class);
    for (var use : KeyUse.values()) {
      all.put(use, read(connection, use));
    }
    return all;
  }

  private List<UsePeriod> read(Connection connection, KeyUse use) throws SQLException {
    var statements = statements(connection, use);
    try {
      return UseHistory.read(statements, use, logbook.signers().refresh(connection));
    } catch (BrokenHistory e) {
      throw new LogbookRefused(
          "de sleutels voor `%s` volgen niet op elkaar; draai `./sluis logboek controleer`"
              .formatted(use.word()));
    }
  }

  /// Says a next key, which signs when everybody had the time to know it.
  ///
  /// @param tx in which the head of the logbook is locked; the caller MUST commit it, and then
  ///   publish
  /// @param made called when the key is in the vault, before anything is said
  /// @throws IllegalStateException when two keys count already
  public Appended handOver(Connection tx, KeyUse use, Instant at, Runnable made)
      throws SQLException {
    var size = Head.lock(tx, logbook.region()).size();
    var open = open(tx, use, 1, "er zijn al twee sleutels voor dit gebruik; ruim eerst op");
    var key = published.apply(use, open.getFirst().number() + 1);
    made.run();
    var from = at.plus(use.lead());
    return state(tx, said(tx, use, UseStatement.Kind.HANDOVER, key, from, at), size + 1, at);
  }

  /// Says that nothing new may be of the older of two keys.
  ///
  /// @param tx in which the head of the logbook is locked; the caller MUST commit it, and then
  ///   publish
  /// @throws IllegalStateException when one key counts, or the older one is still needed
  public Appended end(Connection tx, KeyUse use, Instant at) throws SQLException {
    var size = Head.lock(tx, logbook.region()).size();
    var open = open(tx, use, 2, "er is één sleutel voor dit gebruik; er valt niets te beëindigen");
    if (at.isBefore(mayEnd(use, open.getLast()))) {
      throw new IllegalStateException("de vorige sleutel is nog nodig");
    }
    var said = said(tx, use, UseStatement.Kind.END, open.getFirst().key(), at, at);
    return state(tx, said, size + 1, at);
  }

  /// From when on the end of the key before this one can be said.
  public static Instant mayEnd(KeyUse use, UsePeriod next) {
    return next.since().plus(use.overlap());
  }

  /// The keys whose end was said and whose private halves are still in the vault.
  public List<UsePeriod> retired(Connection connection, KeyUse use) throws SQLException {
    var here = keys.signingKeyNumbers(use);
    return read(connection, use).stream()
        .filter(period -> period.until().isPresent() && here.contains(period.number()))
        .toList();
  }

  private List<UsePeriod> open(Connection tx, KeyUse use, int count, String otherwise)
      throws SQLException {
    var open = read(tx, use).stream().filter(period -> period.until().isEmpty()).toList();
    if (open.size() != count) {
      throw new IllegalStateException(otherwise);
    }
    return open;
  }

  private UseStatement said(
      Connection tx, KeyUse use, UseStatement.Kind kind, JWK key, Instant from, Instant at)
      throws SQLException {
    return new UseStatement(
        logbook.origin(),
        use,
        statements(tx, use).size() + 1,
        kind,
        UseStatement.text(key),
        from.truncatedTo(ChronoUnit.SECONDS),
        at.truncatedTo(ChronoUnit.SECONDS));
  }

  private String note(UseStatement said) {
    var signers = logbook.signers();
    return said.note(
        signers.history().periods().stream()
            .filter(period -> period.until().isEmpty())
            .map(period -> signers.signer(period.number()))
            .toList());
  }

  private Appended state(Connection tx, UseStatement said, long from, Instant at)
      throws SQLException {
    var note = note(said);
    KeyHistoryTable.add(tx, logbook.region(), said.use().word(), said.number(), from, note);
    var detail =
        JsonNodeFactory.instance
            .objectNode()
            .put(LogKeyChange.USE, said.use().word())
            .put(LogKeyChange.STATEMENT, note);
    return logbook.append(tx, List.of(new Entry(EntryKind.KEY, Optional.empty(), detail)), at);
  }
}
