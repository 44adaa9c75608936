package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.keys.KeyVault;

/// Replaces the key that signs the logbook, with a time in which both keys sign.
///
/// Each step is a row of the logbook and a statement that both keys sign, in one transaction; who
/// reads old checkpoints later knows by it which key to hold them against. For one thread.
public final class LogKeyChange {
  /// The member of a `sleutel` row that says for what the key is.
  public static final String USE = "gebruik";

  /// The member of a `sleutel` row that holds the signed statement.
  public static final String STATEMENT = "verklaring";

  private final Logbook logbook;
  private final LogSigners signers;
  private final KeyVault keys;

  /// @param logbook an open one
  /// @param keys the keys of that logbook
  public LogKeyChange(Logbook logbook, KeyVault keys) {
    this.logbook = logbook;
    this.signers = logbook.signers();
    this.keys = keys;
  }

  /// The newest key of this logbook that its history names: one that was made in the vault and
  /// never said, because a change broke off, is none of its keys.
  public static LogKey newest(Connection connection, String region, String origin, KeyVault keys)
      throws SQLException {
    var said = String.join("\n", KeyHistoryTable.all(connection, region));
    return keys.logKeyNumbers().reversed().stream()
        .map(number -> LogKey.of(origin, keys.logKey(number)))
        .filter(key -> said.contains("\n" + key + "\n"))
        .findFirst()
        .orElseGet(() -> LogKey.of(origin, keys.logKey()));
  }

  /// From this row on a next key signs as well.
  ///
  /// @param tx in which the head of the logbook is locked; the caller MUST commit it, and then
  ///   publish
  /// @throws IllegalStateException when two keys sign already
  public Appended handOver(Connection tx, Instant at) throws SQLException {
    return handOver(tx, at, () -> {});
  }

  /// @param made called when the key is in the vault, before anything is said
  /// @see #handOver(Connection, Instant)
  public Appended handOver(Connection tx, Instant at, Runnable made) throws SQLException {
    var size = Head.lock(tx, logbook.region()).size();
    var open = open(tx, 1, "er tekenen al twee sleutels; beëindig eerst de overlap");
    var old = signers.signer(open.getFirst().number());
    var next = new NoteSigner(logbook.origin(), keys.logKey(open.getFirst().number() + 1));
    made.run();
    return state(tx, KeyStatement.Kind.HANDOVER, next, old, size + 1, at);
  }

  /// From this row on the older of two keys signs no longer.
  ///
  /// @param tx in which the head of the logbook is locked; the caller MUST commit it, and then
  ///   publish
  /// @throws IllegalStateException when one key signs
  public Appended endOverlap(Connection tx, Instant at) throws SQLException {
    var size = Head.lock(tx, logbook.region()).size();
    var open = open(tx, 2, "er tekent één sleutel; er is geen overlap om te beëindigen");
    var old = signers.signer(open.getFirst().number());
    var stays = signers.signer(open.getLast().number());
    return state(tx, KeyStatement.Kind.END, old, stays, size + 1, at);
  }

  /// After a backup was put back: from this row on the logbook goes on under another name, with
  /// another key, and says what others had seen of it before. The row is about nobody.
  ///
  /// What others saw and is gone cannot come back under the same name without denying it, so that
  /// name ends for good, as that of a log that lost rows must. This logbook signs nothing any more
  /// afterwards: the caller MUST commit and open it under its new name.
  ///
  /// @param tx of the owner, in which the head of the logbook is locked
  /// @param name the new name; none that the logbook ever had
  /// @param seen the largest tree that others saw; larger than what there is
  /// @param detail what the row says besides
  /// @throws IllegalArgumentException when nothing is missing, or the name was used before
  public Appended restore(
      Connection tx, String name, OpenedCheckpoint seen, ObjectNode detail, Instant at)
      throws SQLException {
    var size = Head.lock(tx, logbook.region()).size();
    var periods = signers.refresh(tx).periods();
    if (seen.size() <= size || periods.stream().anyMatch(p -> p.key().origin().equals(name))) {
      throw new IllegalArgumentException("a restore has a new name, and rows that are missing");
    }
    var old = signers.signer(periods.getLast().number());
    var next = new NoteSigner(name, keys.logKey(periods.size() + 1));
    var lost = new KeyStatement.Lost(seen.size(), Base64.getEncoder().encodeToString(seen.root()));
    var said =
        new KeyStatement(
            name,
            signers.history().statementsAt(Long.MAX_VALUE) + 1,
            KeyStatement.Kind.RESTORE,
            next.key(),
            old.key(),
            size + 1,
            at.truncatedTo(ChronoUnit.SECONDS),
            Optional.of(lost));
    var note = said.note(List.of(next, old));
    KeyHistoryTable.add(tx, logbook.region(), said, note);
    detail.put(STATEMENT, note);
    return logbook.append(tx, List.of(new Entry(EntryKind.RESTORED, Optional.empty(), detail)), at);
  }

  /// Destroys the private halves of keys that signed their last some time ago, so that whoever
  /// takes the vault later cannot sign as them.
  ///
  /// @param before by when their end was said, so long ago that no gateway signs with them any more
  /// @return how many
  public int destroyRetired(Connection connection, Instant before) throws SQLException {
    int destroyed = 0;
    for (var period : retired(connection)) {
      if (period.ended().filter(before::isAfter).isPresent()) {
        keys.destroyLogKey(period.number());
        destroyed++;
      }
    }
    return destroyed;
  }

  /// Whether a key that signs no longer is still in the vault.
  public boolean isRetiredLeft(Connection connection) throws SQLException {
    return !retired(connection).isEmpty();
  }

  private List<KeyHistory.Period> retired(Connection connection) throws SQLException {
    return signers.refresh(connection).periods().stream()
        .filter(period -> period.ended().isPresent() && keys.hasLogKey(period.number()))
        .toList();
  }

  private List<KeyHistory.Period> open(Connection tx, int count, String otherwise)
      throws SQLException {
    var open = signers.refresh(tx).periods().stream().filter(key -> key.until().isEmpty()).toList();
    if (open.size() != count) {
      throw new IllegalStateException(otherwise);
    }
    return open;
  }

  private Appended state(
      Connection tx,
      KeyStatement.Kind kind,
      NoteSigner about,
      NoteSigner other,
      long from,
      Instant at)
      throws SQLException {
    var said =
        new KeyStatement(
            logbook.origin(),
            signers.history().statementsAt(Long.MAX_VALUE) + 1,
            kind,
            about.key(),
            other.key(),
            from,
            at.truncatedTo(ChronoUnit.SECONDS));
    var note = said.note(List.of(about, other));
    KeyHistoryTable.add(tx, logbook.region(), said, note);
    var detail = JsonNodeFactory.instance.objectNode().put(USE, "logboek").put(STATEMENT, note);
    return logbook.append(tx, List.of(new Entry(EntryKind.KEY, Optional.empty(), detail)), at);
  }
}
