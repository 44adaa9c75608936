package nl.sluis.dev.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// A folder of a demo that runs, in which somebody lays a question and finds the answer. Files
/// appear whole. Immutable; may be shared between threads.
///
/// @param folder which both sides know
/// @param asked how the name of a question ends
/// @param answered how the name of an answer ends
record Tray(Path folder, String asked, String answered) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_MILLIS = 200;

  /// Answers what is laid there, one question after the other, until it is closed.
  ///
  /// @param name of the thread that does
  Answering answering(String name, Function<JsonNode, ObjectNode> how) {
    return new Answering(this, name, how);
  }

  /// Lays a question there; the number of it.
  ///
  /// @throws IllegalArgumentException in Dutch, when no demo runs
  String lay(ObjectNode question) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("er draait geen demo; start haar met ./sluis demo");
    }
    var id = UUID.randomUUID().toString();
    write(folder.resolve(id + asked), question);
    return id;
  }

  /// Waits until the demo takes a question; whether it did. One that it did not take is taken back.
  ///
  /// @param looks how often is looked, each fifth of a second
  boolean isTaken(String id, int looks) throws IOException {
    var question = folder.resolve(id + asked);
    for (int i = 0; i < looks && Files.exists(question); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
    }
    return !Files.deleteIfExists(question);
  }

  /// Waits for the answer to a question, and takes it out.
  ///
  /// @param looks how often is looked, each fifth of a second
  /// @throws IllegalArgumentException in Dutch, when none comes
  JsonNode answer(String id, int looks) throws IOException {
    var answer = folder.resolve(id + answered);
    for (int i = 0; i < looks && !Files.exists(answer); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
    }
    if (!Files.exists(answer)) {
      throw new IllegalArgumentException("de demo geeft geen antwoord; draait zij nog?");
    }
    var said = JSON.readTree(Files.readString(answer));
    Files.delete(answer);
    return said;
  }

  private static void write(Path file, ObjectNode what) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".deel");
    Files.writeString(draft, what.toString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// The side of the demo.
  static final class Answering implements AutoCloseable {
    private final Tray tray;
    private final Function<JsonNode, ObjectNode> how;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Answering(Tray tray, String name, Function<JsonNode, ObjectNode> how) {
      this.tray = tray;
      this.how = how;
      this.thread = Thread.ofVirtual().name(name).start(this::answerAll);
    }

    private void answerAll() {
      try {
        do {
          lookOnce();
        } while (!closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    private void lookOnce() throws IOException {
      try (var files = Files.list(tray.folder)) {
        for (var file : files.filter(one -> one.toString().endsWith(tray.asked)).toList()) {
          var question = JSON.readTree(Files.readString(file));
          Files.delete(file);
          var name = String.valueOf(file.getFileName());
          var id = name.substring(0, name.length() - tray.asked.length());
          write(tray.folder.resolve(id + tray.answered), how.apply(question));
        }
      }
    }

    @Override
    public void close() {
      closed.countDown();
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
