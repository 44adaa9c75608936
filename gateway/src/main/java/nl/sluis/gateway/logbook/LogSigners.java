package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.gateway.keys.KeyVault;

/// Signs checkpoints with every key that must, as the history in the database says.
///
/// A gateway need not be told of a new key: it learns of it at the first checkpoint that the key
/// must sign, because nothing is stored that was signed by another history. May be shared between
/// threads.
final class LogSigners {
  private final String region;
  private final String origin;
  private final KeyVault keys;
  private final Map<Integer, NoteSigner> signers = new ConcurrentHashMap<>();
  private volatile KeyHistory history;

  private LogSigners(String region, String origin, KeyVault keys, KeyHistory history) {
    this.region = region;
    this.origin = origin;
    this.keys = keys;
    this.history = history;
  }

  /// Reads the history; that of a logbook that has none begins here.
  ///
  /// @param tx holds the head of the logbook
  static LogSigners open(Connection tx, String region, String origin, KeyVault keys)
      throws SQLException {
    if (KeyHistoryTable.all(tx, region).isEmpty()) {
      var signer = new NoteSigner(origin, keys.logKey(1));
      var key = signer.key();
      var at = KeyHistoryTable.now(tx).truncatedTo(ChronoUnit.SECONDS);
      var begin = new KeyStatement(origin, 1, KeyStatement.Kind.BEGIN, key, key, 0, at);
      KeyHistoryTable.add(tx, region, begin, begin.note(List.of(signer)));
    }
    return new LogSigners(region, origin, keys, read(tx, region, origin, keys));
  }

  private static KeyHistory read(Connection connection, String region, String origin, KeyVault keys)
      throws SQLException {
    var statements = KeyHistoryTable.all(connection, region);
    var name = name(statements).orElse(origin);
    if (!name.equals(origin)) {
      throw new LogbookRefused(
          "dit logboek heet sinds een herstel `%s`; zet dat als `logboeknaam` in sluis.yaml"
              .formatted(name));
    }
    var number = (int) statements.stream().filter(LogSigners::bringsKey).count();
    if (!keys.hasLogKey(Math.max(1, number))) {
      throw new LogbookRefused(
          "logboeksleutel " + number + " is niet in de kluis van deze gateway");
    }
    try {
      return KeyHistory.read(statements, LogKey.of(origin, keys.logKey(Math.max(1, number))));
    } catch (BrokenHistory e) {
      throw new LogbookRefused(
          "de sleutels van het logboek volgen niet op elkaar; draai `./sluis logboek controleer`");
    }
  }

  /// Under which name the logbook is signed now; empty when nothing was said yet.
  static Optional<String> name(List<String> statements) {
    return statements.isEmpty()
        ? Optional.empty()
        : KeyStatement.open(statements.getLast()).map(KeyStatement::origin);
  }

  private static boolean bringsKey(String statement) {
    return KeyStatement.open(statement)
        .filter(said -> said.kind() != KeyStatement.Kind.END)
        .isPresent();
  }

  /// Takes over what another gateway or command changed.
  KeyHistory refresh(Connection connection) throws SQLException {
    history = read(connection, region, origin, keys);
    return history;
  }

  KeyHistory history() {
    return history;
  }

  /// The key of this number, to sign with.
  ///
  /// @throws nl.sluis.gateway.keys.KeyDestroyed when it has signed its last
  NoteSigner signer(int number) {
    return signers.computeIfAbsent(number, n -> new NoteSigner(name(n), keys.logKey(n)));
  }

  /// The name that goes with a key: that of before a restore has another than the next.
  private String name(int number) {
    return history.periods().stream()
        .filter(period -> period.number() == number)
        .map(period -> period.key().origin())
        .findFirst()
        .orElse(origin);
  }

  /// Signs a checkpoint and stores it in one go.
  ///
  /// @param last the last row that it covers
  SignedCheckpoint publish(Connection connection, long size, byte[] root, LastRow last)
      throws SQLException {
    var seen = history;
    while (true) {
      var signers = seen.at(size).stream().map(period -> signer(period.number())).toList();
      var signed = new SignedCheckpoint(size, NoteSigner.sign(signers, size, root));
      if (Checkpoints.store(connection, region, signed, last, seen.statementsAt(size))) {
        return signed;
      }
      seen = refresh(connection);
    }
  }
}
