package nl.sluis.dev.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Says whether a port of this machine is free.
final class FreePort {
  private FreePort() {}

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
