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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.WitnessKey;

/// A witness in a process of its own, and a line to it. One thread starts and stops it.
final class WitnessProcess implements AutoCloseable {
  static final String NAME = "fg.example/getuige";

  private final Path folder;
  private final int port;
  private final List<LogKey> logs;
  private final HttpClient http = HttpClient.newHttpClient();
  private ChildJvm process;

  WitnessProcess(String mainClass, List<LogKey> logs) {
    try {
      this.folder = Files.createTempDirectory("getuige");
      this.logs = List.copyOf(logs);
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        this.port = socket.getLocalPort();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = begin(mainClass);
  }

  private ChildJvm begin(String mainClass) {
    var arguments =
        new ArrayList<>(
            List.of("--map", folder.toString(), "--naam", NAME, "--poort", String.valueOf(port)));
    logs.forEach(key -> arguments.addAll(List.of("--logboek", key.toString())));
    return ChildJvm.start(mainClass, arguments, folder.resolve("verslag"), port).awaitListening();
  }

  /// Starts it again after it died, on what it left.
  void again() {
    process.close();
    process = begin(WitnessCommand.class.getName());
  }

  Path folder() {
    return folder;
  }

  WitnessKey key() {
    try {
      return WitnessSigner.in(folder, NAME).key();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WitnessLine line() {
    return new WitnessLine(key(), URI.create("http://localhost:" + port));
  }

  HttpResponse<String> add(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/add-checkpoint"))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
