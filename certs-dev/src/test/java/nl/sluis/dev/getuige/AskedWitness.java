package nl.sluis.dev.getuige;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import nl.sluis.dev.partner.PassingFolder;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.WitnessKey;

/// A witness in a process of its own, and a line to it. One thread starts and stops it.
final class AskedWitness implements AutoCloseable {
  private final List<LogKey> logs;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private WitnessProcess process;

  AskedWitness(String mainClass, List<LogKey> logs) {
    this.logs = List.copyOf(logs);
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      this.process = WitnessProcess.start(mainClass, PassingFolder.of("getuige"), logs, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it again after it died, on what it left.
  void again() throws IOException {
    process.close();
    process = WitnessProcess.start(process.folder(), logs, port);
  }

  Path folder() {
    return process.folder();
  }

  WitnessKey key() {
    return process.key();
  }

  WitnessLine line() {
    return process.line();
  }

  HttpResponse<String> add(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(at("/add-checkpoint")).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(process.address() + path);
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
