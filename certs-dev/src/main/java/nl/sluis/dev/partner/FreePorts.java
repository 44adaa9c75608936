package nl.sluis.dev.partner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that nobody listens at. Thread-safe.
public final class FreePorts {
  /// Linux gives whoever calls out a port from 32768 on. Below that nobody takes one by chance
  /// between the moment that it is chosen and that somebody listens there, or listens there again.
  private static final int FIRST = 20_000;

  private static final int LAST = 32_767;
  private static final int MOST_TRIES = 10_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /// A port that was not given out before, also when nobody listens at it yet.
  ///
  /// @throws IllegalStateException when none is free
  public static int any() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
