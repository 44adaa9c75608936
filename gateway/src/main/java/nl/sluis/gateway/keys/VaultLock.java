package nl.sluis.gateway.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time, over all gateways that share a directory of keys: destroying, and wrapping anew.
///
/// Without it a key that is wrapped anew could take the place of its own tombstone. May be shared
/// between threads.
final class VaultLock {
  /// A lock on a file counts per process, not per thread.
  private static final ReentrantLock HERE = new ReentrantLock();

  private final Path file;

  VaultLock(Path root) {
    this.file = root.resolve("slot");
  }

  /// What is done while nobody else does the same.
  @FunctionalInterface
  interface Work {
    /// Does it.
    void run() throws IOException;
  }

  void hold(Work work) {
    HERE.lock();
    try {
      if (HERE.getHoldCount() > 1) {
        work.run();
        return;
      }
      try (var channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the directory of keys cannot be written", e);
    } finally {
      HERE.unlock();
    }
  }
}
