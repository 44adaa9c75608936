package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyVault;

/// The logbook of one region: the only code that writes it.
///
/// May be shared between threads, and many gateways may write to one logbook: the row of its head
/// orders them. The tree is that of RFC 9162, checkpoints and receipts are those of C2SP.
public final class Logbook {
  private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int TILE = 256;
  private static final String FENCE =
      "update logbook_head set epoch = epoch + 1 where region = ? returning epoch";

  private final String region;
  private final DataSource database;
  private final Sealer sealer;
  private final String origin;
  private final UnaryOperator<Entry> terms;
  private final LogSigners signers;
  private final Months months;
  private final long epoch;
  private final AtomicLong published = new AtomicLong();

  /// Of how many rows every full tile is stored, for all that this gateway knows.
  private final AtomicLong tiled = new AtomicLong();

  private Logbook(
      String region,
      String origin,
      DataSource database,
      Sealer sealer,
      UnaryOperator<Entry> terms,
      LogSigners signers,
      Head head) {
    this.region = region;
    this.database = database;
    this.sealer = sealer;
    this.origin = origin;
    this.terms = terms;
    this.signers = signers;
    this.months = new Months(database);
    this.epoch = head.epoch();
    this.published.set(head.size());
    this.tiled.set(head.size());
  }

  /// Opens the logbook of a region, makes it when it is new, and checks it against its checkpoints.
  ///
  /// @param region part of the key of every row, such as `kennemerland`
  /// @param origin the name of the logbook for others, such as `sluis.example/kennemerland`
  /// @throws LogbookRefused when what is stored is not what was signed
  public static Logbook open(
      String region, String origin, DataSource database, KeyVault keys, SecureRandom random)
      throws SQLException {
    return open(region, origin, database, keys, random, UnaryOperator.identity());
  }

  /// The same, where something else than what makes a row says how long it is kept.
  ///
  /// @param terms gives each entry its term
  public static Logbook open(
      String region,
      String origin,
      DataSource database,
      KeyVault keys,
      SecureRandom random,
      UnaryOperator<Entry> terms)
      throws SQLException {
    if (!REGION.matcher(region).matches()) {
      throw new IllegalArgumentException("`" + region + "` is not the name of a region");
    }
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        StartCheck.lock(tx, region);
        var signers = LogSigners.open(tx, region, origin, keys);
        var head = new StartCheck(tx, region, signers.history()).run();
        catchUp(tx, region, head, signers);
        tx.commit();
        var sealer = new Sealer(region, keys, random);
        return new Logbook(region, origin, database, sealer, terms, signers, head);
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  /// A gateway that died between commit and publication left rows without a checkpoint.
  private static void catchUp(Connection tx, String region, Head head, LogSigners signers)
      throws SQLException {
    if (head.size() > 0) {
      TileWriter.fill(tx, region, head.size());
      var last = LastRow.read(tx, region, head.size() - 1);
      var _ = signers.publish(tx, head.size(), head.root(), last);
    }
  }

  /// Writes these entries, in this order, in the caller's transaction; the caller MUST commit
  /// before anything that they permit leaves the house.
  ///
  /// Takes the lock on the head of the logbook until that transaction ends, so it comes last in it.
  ///
  /// @throws LostHead when nothing was written and the transaction has to be done again
  /// @throws LogbookRefused when this gateway may not write any more
  public Appended append(Connection tx, List<Entry> entries, Instant at) throws SQLException {
    if (tx.getAutoCommit() || entries.isEmpty()) {
      throw new IllegalArgumentException("rows are written in a transaction, at least one");
    }
    var prepared = sealer.prepare(entries.stream().map(terms).toList(), at);
    months.make(prepared.stream().map(one -> one.key().month()).distinct().toList());
    var head = Head.lock(tx, region);
    check(head);
    var rows = sealer.seal(prepared, head.size());
    var tree =
        new BatchTree(
            head.size(), head.frontier(), rows.stream().map(SealedRow::leafHash).toList());
    head.append(tx, region, tree, rows);
    var logged = new ArrayList<Logged>(rows.size());
    for (var row : rows) {
      logged.add(new Logged(head.size() + logged.size(), row.leaf(), row.leafHash()));
    }
    var last = rows.getLast();
    return new Appended(logged, new LastRow(last.keyId(), last.leaf()), tree);
  }

  private void check(Head head) {
    if (head.size() < published.get()) {
      throw new LogbookRefused("het logboek is korter geworden: is een reservekopie teruggezet?");
    }
    checkItself(head);
  }

  private void checkItself(Head head) {
    if (head.epoch() != epoch) {
      throw new LogbookRefused("dit exemplaar is afgesloten: het logboek is in een nieuw tijdperk");
    }
    if (!Arrays.equals(BatchTree.root(head.size(), head.frontier()), head.root())) {
      throw new LogbookRefused("de kop van het logboek klopt niet in zichzelf");
    }
  }

  /// Signs and stores the checkpoint of a batch; MUST be called after its commit, and takes no
  /// lock.
  ///
  /// @throws IllegalStateException when the batch was not committed
  public SignedCheckpoint publish(Appended batch) throws SQLException {
    SignedCheckpoint signed;
    try (var connection = database.getConnection()) {
      // Tiles first: whoever reads a checkpoint finds every full tile that belongs to it, also one
      // that became full in a batch whose own publication failed.
      if (tiled.get() / TILE < batch.size() / TILE) {
        TileWriter.fill(connection, region, batch.size());
        tiled.accumulateAndGet(batch.size(), Math::max);
      }
      signed = signers.publish(connection, batch.size(), batch.root(), batch.last());
    }
    published.accumulateAndGet(batch.size(), Math::max);
    return signed;
  }

  /// Signs what was committed and not signed: of a commit that was never answered nobody knew that
  /// there was something to sign, and another gateway may have died before it could.
  public void catchUp() throws SQLException {
    try (var connection = database.getConnection()) {
      var head = Head.read(connection, region);
      if (head.isEmpty()
          || Checkpoints.covering(connection, region, head.get().size()).isPresent()) {
        return;
      }
      checkItself(head.get());
      catchUp(connection, region, head.get(), signers);
      published.accumulateAndGet(head.get().size(), Math::max);
      tiled.accumulateAndGet(head.get().size(), Math::max);
    }
  }

  /// The receipt of one entry of a batch: a C2SP tlog-proof, from memory.
  public String receipt(Appended batch, int entry, SignedCheckpoint checkpoint) {
    if (checkpoint.size() != batch.size()) {
      throw new IllegalArgumentException("the checkpoint is not that of the batch");
    }
    var logged = batch.logged().get(entry);
    return Receipt.write(
        logged.index(), logged.leaf(), batch.tree().path(logged.index()), checkpoint.note());
  }

  /// The receipt of any row of a batch, now or in the past.
  ///
  /// @param size the size at which the batch ended; when its own checkpoint was never stored, the
  ///   first later one covers it, and when there is none it is signed now
  /// @throws IllegalArgumentException when there is no such row, or it came later
  public String receiptFor(long index, long size) throws SQLException {
    var receipt = storedReceipt(index, size);
    if (receipt.isEmpty()) {
      catchUp();
      receipt = storedReceipt(index, size);
    }
    return receipt.orElseThrow(
        () -> new IllegalArgumentException("row " + index + " has no receipt at size " + size));
  }

  private Optional<String> storedReceipt(long index, long size) throws SQLException {
    try (var connection = database.getConnection()) {
      var checkpoint = Checkpoints.covering(connection, region, size);
      if (checkpoint.isEmpty() || index < 0 || index >= size) {
        return Optional.empty();
      }
      var tree = new StoredTree(connection, region);
      var path = tree.inclusion(index, checkpoint.get().size());
      return Optional.of(Receipt.write(index, tree.leaf(index), path, checkpoint.get().note()));
    }
  }

  /// The proof that the tree of one size is the start of that of another (RFC 9162, 2.1.4).
  public List<byte[]> consistency(long from, long to) throws SQLException {
    try (var connection = database.getConnection()) {
      return new StoredTree(connection, region).consistency(from, to);
    }
  }

  /// The newest checkpoint of any gateway, if there is one.
  public Optional<SignedCheckpoint> checkpoint() throws SQLException {
    try (var connection = database.getConnection()) {
      return Checkpoints.latest(connection, region);
    }
  }

  /// Part of the key of every row.
  public String region() {
    return region;
  }

  /// The newest key with which anybody can check checkpoints and receipts.
  public LogKey key() {
    return signers.history().periods().getLast().key();
  }

  /// The statements about every key there ever was, oldest first, for [KeyHistory].
  public List<String> keyStatements() throws SQLException {
    try (var connection = database.getConnection()) {
      return KeyHistoryTable.all(connection, region);
    }
  }

  /// Every key there ever was, as this gateway knows them now.
  public KeyHistory keyHistory() throws SQLException {
    try (var connection = database.getConnection()) {
      return signers.refresh(connection);
    }
  }

  LogSigners signers() {
    return signers;
  }

  String origin() {
    return origin;
  }

  /// Closes out all gateways that are open now, this one included; they have to be started again.
  ///
  /// @param owner a connection of the owner of the tables, in a transaction that the caller commits
  public Appended fence(Connection owner, Instant at) throws SQLException {
    var head = Head.lock(owner, region);
    var detail = JsonNodeFactory.instance.objectNode().put(Entry.EPOCH, head.epoch() + 1);
    var batch = append(owner, List.of(new Entry(EntryKind.EPOCH, Optional.empty(), detail)), at);
    try (var statement = owner.prepareStatement(FENCE)) {
      statement.setString(1, region);
      statement.execute();
    }
    return batch;
  }
}
