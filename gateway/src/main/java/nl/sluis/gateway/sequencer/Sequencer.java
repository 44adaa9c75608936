package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.meting.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives everything that is decided one order, and commits it in groups.
///
/// A batch is whatever waited while the last one committed: no timer, so no delay when it is quiet.
/// While a batch commits, the checkpoint of the one before is signed. Any thread may submit.
public final class Sequencer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final int QUEUE = 2_000;
  private static final long RESTED_NANOS = 500_000_000L;

  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Deque<Pending<?>> waiting = new ArrayDeque<>();
  private final ExecutorService publisher =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("checkpoint").factory());
  private final DataSource database;
  private final Logbook logbook;
  private final Batch batch;
  private final Executor answers;
  private final Thread thread;
  private final LongAdder batches = new LongAdder();
  private final LongAdder works = new LongAdder();
  private volatile boolean open = true;
  private @Nullable Connection connection;
  private long lastUsed;

  /// Known to the publisher alone.
  private boolean maybeUnsigned;

  /// @param database connections that may append and work
  /// @param keys where the keys of people are made before anything is locked
  /// @param beside what is written beside the rows, in the same transaction
  /// @param answers where answers are finished, away from the sequencer
  public Sequencer(
      DataSource database,
      InstantSource clock,
      Logbook logbook,
      KeyVault keys,
      SubjectRegister subjects,
      FactReader facts,
      MessageTable messages,
      ParcelTable parcels,
      Beside beside,
      Executor answers) {
    this.database = database;
    this.logbook = logbook;
    this.batch = new Batch(clock, logbook, keys, subjects, facts, messages, parcels, beside);
    this.answers = answers;
    this.thread = Thread.ofPlatform().name("sequencer").unstarted(this::run);
  }

  /// Begins to take work.
  public void start() {
    thread.start();
  }

  /// Puts work in line. The future ends with the answer once the work is durable, with [Busy] when
  /// too much waits, or with [Unavailable] when the database did not confirm.
  public <T> CompletableFuture<T> submit(Work<T> work) {
    var pending = new Pending<>(work);
    if (!open || !queue.offer(pending)) {
      pending.fail(new Busy());
    }
    return pending.answer();
  }

  /// Puts all of these in line and waits until each is durable.
  ///
  /// @return how many there were
  public int all(List<? extends Work<?>> works) {
    works.stream().map(this::submit).toList().forEach(CompletableFuture::join);
    return works.size();
  }

  /// Publishes what a failure left behind, here or at another gateway, and waits for it.
  ///
  /// @throws Unavailable when it still cannot be stored
  public void catchUp() {
    var done =
        CompletableFuture.runAsync(
            () -> {
              try {
                logbook.catchUp();
              } catch (SQLException e) {
                throw new Unavailable(e);
              }
            },
            publisher);
    done.join();
  }

  /// How many batches were committed since the start, and how many works they held.
  public Committed committed() {
    return new Committed(batches.sum(), works.sum());
  }

  /// What was committed since the start.
  ///
  /// @param batches how many transactions
  /// @param works how many works they held
  public record Committed(long batches, long works) {}

  /// How much waits; for the operators.
  public int backlog() {
    return queue.size();
  }

  private void run() {
    while (open || !queue.isEmpty()) {
      try {
        gather();
        if (!waiting.isEmpty()) {
          runOne();
        }
      } catch (InterruptedException _) {
        open = false;
      }
    }
    closeConnection();
  }

  private void gather() throws InterruptedException {
    if (waiting.isEmpty()) {
      var first = queue.poll(100, TimeUnit.MILLISECONDS);
      if (first == null) {
        return;
      }
      waiting.add(first);
    }
    // What waits stays in the bounded queue, so that too much is refused and not hoarded.
    queue.drainTo(waiting, Math.max(0, Selection.LIMIT - waiting.size()));
  }

  private void runOne() {
    List<Pending<?>> all = new ArrayList<>(waiting);
    try {
      drop(run(all));
    } catch (SQLException | RuntimeException e) {
      var works = all.subList(0, Selection.prefix(all));
      drop(works.size());
      recover(works, e);
    }
  }

  /// Runs as many of these as may share a transaction.
  ///
  /// @return how many, from the first on
  private int run(List<Pending<?>> all) throws SQLException {
    var watch = new BatchEvent();
    watch.begin();
    var tx = connection();
    batch.resolve(tx, all);
    watch.resolve = watch.lap();
    var works = all.subList(0, Selection.prefix(all));
    watch.took(works);
    publish(batch.run(tx, works, watch));
    batches.increment();
    this.works.add(works.size());
    watch.commit();
    return works.size();
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      waiting.removeFirst();
    }
  }

  /// One bad work must not sink its neighbours: they run again one by one, each deciding anew.
  private void recover(List<Pending<?>> works, Exception cause) {
    var usable = isUsable();
    if (!usable) {
      // Whether the commit came through is not known; if it did, nobody signs it but whoever looks.
      publisher.execute(() -> maybeUnsigned = true);
    }
    // A work whose reference was moved meanwhile is tried once more, as what it means now.
    boolean again = works.size() > 1 || works.getFirst().isUnresolved();
    if (!usable || !again) {
      LOG.warn("a batch of {} was rolled back: {}", works.size(), name(cause));
      closeConnection();
      works.forEach(w -> w.fail(new Unavailable(cause)));
      return;
    }
    for (var work : works) {
      try {
        run(List.of(work));
      } catch (SQLException | RuntimeException e) {
        LOG.warn("work was rolled back: {}", name(e));
        work.fail(new Unavailable(e));
      }
    }
  }

  private static String name(Exception cause) {
    return cause instanceof SQLException sql
        ? "sqlstate " + sql.getSQLState()
        : cause.getClass().getSimpleName();
  }

  private void publish(Batch.Committed committed) {
    publisher.execute(() -> publishNow(committed));
  }

  private void publishNow(Batch.Committed committed) {
    var watch = new PublicationEvent();
    watch.begin();
    try {
      publishLeftBehind();
      var appended = committed.appended();
      if (appended.isEmpty()) {
        committed.done().forEach(d -> finish(d, new Written(List.of(), _ -> "")));
        return;
      }
      var checkpoint = logbook.publish(appended.get());
      for (var done : committed.done()) {
        var first = done.firstRow();
        var count = done.plan().entries().size();
        List<Logged> rows = appended.get().logged().subList(first, first + count);
        finish(
            done, new Written(rows, i -> logbook.receipt(appended.get(), first + i, checkpoint)));
      }
      watch.commit();
    } catch (RuntimeException | SQLException e) {
      maybeUnsigned = true;
      LOG.warn("a checkpoint could not be published: {}", name(e));
      committed.done().forEach(d -> d.pending().fail(new Unavailable(e)));
    }
  }

  /// What may stand there unsigned is signed before anybody is answered about anything after it.
  private void publishLeftBehind() throws SQLException {
    if (maybeUnsigned) {
      logbook.catchUp();
      maybeUnsigned = false;
    }
  }

  private <T> void finish(Batch.Done<T> done, Written written) {
    answers.execute(
        () -> {
          try {
            done.pending().watch().lap(Stage.ONTVANGSTBEWIJS);
            done.pending().answer().complete(done.plan().answer(written));
          } catch (SQLException e) {
            done.pending().fail(new Unavailable(e));
          } catch (RuntimeException e) {
            done.pending().fail(e);
          }
        });
  }

  /// A line that broke while nobody used it, as when the database restarts in a quiet hour, is
  /// replaced before anybody is told that Sluis cannot answer.
  private Connection connection() throws SQLException {
    var now = System.nanoTime();
    if (now - lastUsed > RESTED_NANOS && !isUsable()) {
      closeConnection();
    }
    lastUsed = now;
    var current = connection;
    if (current == null || current.isClosed()) {
      current = database.getConnection();
      current.setAutoCommit(false);
      connection = current;
    }
    return current;
  }

  private boolean isUsable() {
    var current = connection;
    try {
      return current != null && current.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  private void closeConnection() {
    var current = connection;
    connection = null;
    try {
      if (current != null) {
        current.close();
      }
    } catch (SQLException e) {
      LOG.debug("a connection could not be closed: {}", e.getSQLState());
    }
  }

  /// Finishes what waits, then stops.
  @Override
  public void close() {
    open = false;
    try {
      thread.join(10_000);
      publisher.shutdown();
      if (!publisher.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("some checkpoints were not published before the stop");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
