package nl.sluis.gateway.boot;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A gateway, or the desk of an organisation, for as long as its process lives: until the machine
/// asks the process to end (SIGTERM, or SIGINT at a keyboard). One thread waits in it.
///
/// The signal is heard itself, and not by a hook of the JVM. Hooks all run at once, so that of the
/// log would end it while the doors are still closing, and the number with which the process ends
/// would say which signal came and not that everything was finished.
public final class Running {
  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private Running() {}

  /// What ends in order when it is asked to.
  @FunctionalInterface
  public interface Stoppable {
    /// Returns once everything that was taken in is answered, and nothing is open any more.
    void close();
  }

  /// Waits until it is asked to end, and ends in order: it returns once everything that was taken
  /// in is answered and recorded, and nothing is open any more.
  public static void untilStopped(Stoppable running) {
    var asked = new CountDownLatch(1);
    if (!isHeard(asked)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(running::close));
    }
    try {
      asked.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    running.close();
  }

  /// Whether signals reach us. The class for it is no part of Java but of every JDK, and a compiler
  /// warns for it by name; a JVM that was told to leave signals alone (`-Xrs`) says no.
  private static boolean isHeard(CountDownLatch asked) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var said =
          MethodHandles.lookup()
              .findVirtual(CountDownLatch.class, "countDown", MethodType.methodType(void.class))
              .bindTo(asked);
      var ear =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(said, 0, signal));
      var handle = signal.getMethod("handle", signal, handler);
      for (var name : SIGNALS) {
        var _ = handle.invoke(null, signal.getConstructor(String.class).newInstance(name), ear);
      }
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException _) {
      return false;
    }
  }
}
