package nl.sluis.dev.rig;

import java.util.function.IntFunction;

/// A gateway of a trial in a process of its own, which may be killed or stopped and comes back at
/// the same port with the same settings, as a service manager would bring it back.
///
/// One thread starts and ends it; others may ask for its port and whether it is up.
public final class GatewayProcess implements AutoCloseable {
  /// A start that finds its files half replaced ends by itself, and is tried again.
  private static final int ATTEMPTS = 3;

  private final IntFunction<ChildJvm> starting;
  private volatile ChildJvm process;
  private volatile boolean up;

  private GatewayProcess(IntFunction<ChildJvm> starting) {
    this.starting = starting;
    this.process = listening(0);
    this.up = true;
  }

  /// Starts one under this name on the rig, and waits until it lets people in.
  public static GatewayProcess start(Rig rig, String name) {
    return start(port -> rig.gateway(name, port));
  }

  /// The same for a gateway that is started in another way.
  ///
  /// @param starting starts the process at this port; 0 for any
  public static GatewayProcess start(IntFunction<ChildJvm> starting) {
    return new GatewayProcess(starting);
  }

  private ChildJvm listening(int port) {
    for (int attempt = 1; ; attempt++) {
      var made = starting.apply(port);
      try {
        return made.awaitListening();
      } catch (IllegalStateException fault) {
        made.close();
        if (attempt == ATTEMPTS) {
          throw fault;
        }
      }
    }
  }

  /// Where partners find it, every time that it runs.
  public int port() {
    return process.port();
  }

  /// The process as it runs now.
  public ChildJvm process() {
    return process;
  }

  /// Whether it is up; not while it starts.
  public boolean isUp() {
    return up;
  }

  /// Ends it without a word, as `kill -9` does.
  public void kill() {
    up = false;
    process.kill();
  }

  /// Asks it to stop, as a service manager does, and waits until it did.
  ///
  /// @return after how many seconds it was gone
  public double stop() {
    var begin = System.nanoTime();
    up = false;
    process.close();
    return (System.nanoTime() - begin) / 1e9;
  }

  /// Starts it again, and waits until it lets people in.
  ///
  /// @return after how many seconds it did
  public double startAgain() {
    var begin = System.nanoTime();
    process = listening(process.port());
    up = true;
    return (System.nanoTime() - begin) / 1e9;
  }

  @Override
  public void close() {
    up = false;
    process.close();
  }
}
