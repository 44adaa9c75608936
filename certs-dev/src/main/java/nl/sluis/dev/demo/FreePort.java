package nl.sluis.dev.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Which ports of this machine are free.
final class FreePort {
  private FreePort() {}

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /// Any that is free now.
  static int any() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
