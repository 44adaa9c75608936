package nl.sluis.dev.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.voorbeeld.AlongReader;
import nl.sluis.dev.voorbeeld.Report;
import nl.sluis.dev.voorbeeld.Runner;
import nl.sluis.dev.voorbeeld.VoorbeeldFault;

/// A folder in which scenarios are laid that are to be played on the demo that runs, and where the
/// report of each is found. They play one after the other, over mutual TLS at the door that
/// everybody uses, with the test partners of the demo and children of their own.
public final class PlayTray implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ASKED = ".spel.json";
  private static final String ANSWERED = ".verslag.json";
  private static final long PATIENCE_MILLIS = 200;

  /// Twenty seconds, in looks.
  private static final int TAKEN = 100;

  /// Ten minutes, in looks.
  private static final int LONGEST = 3_000;

  private final Path folder;
  private final DevGateway gateway;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private PlayTray(Path folder, DevGateway gateway) {
    this.folder = folder;
    this.gateway = gateway;
    this.thread = Thread.ofVirtual().name("naspelen").unstarted(this::playAll);
  }

  /// What came of one.
  ///
  /// @param asExpected whether everything was as expected
  /// @param report each step, with what was expected otherwise
  record Played(boolean asExpected, String report) {}

  /// Plays what is laid in this folder until it is closed. What was laid there before is gone.
  public static PlayTray open(Path folder, DevGateway gateway) throws IOException {
    Files.createDirectories(folder);
    try (var old = Files.list(folder)) {
      for (var file : old.toList()) {
        Files.delete(file);
      }
    }
    var tray = new PlayTray(folder, gateway);
    tray.thread.start();
    return tray;
  }

  /// Lays a scenario in the tray of a demo that runs, and waits until it was played.
  ///
  /// @throws IllegalArgumentException in Dutch, when no demo answers
  static Played play(Path folder, String name, String text) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("er draait geen demo; start haar met ./sluis demo");
    }
    var id = UUID.randomUUID().toString();
    var asked = folder.resolve(id + ASKED);
    write(asked, JSON.createObjectNode().put("naam", name).put("tekst", text));
    for (int i = 0; i < TAKEN && Files.exists(asked); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
    }
    if (Files.deleteIfExists(asked)) {
      throw new IllegalArgumentException(
          "de demo neemt het niet aan; draait zij nog, of speelt zij iets van een ander?");
    }
    var answer = folder.resolve(id + ANSWERED);
    for (int i = 0; i < LONGEST && !Files.exists(answer); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
    }
    if (!Files.exists(answer)) {
      throw new IllegalArgumentException("de demo geeft geen antwoord; draait zij nog?");
    }
    var said = JSON.readTree(Files.readString(answer));
    Files.delete(answer);
    return new Played(said.path("goed").asBoolean(), said.path("verslag").asText());
  }

  private void playAll() {
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
    try (var files = Files.list(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(ASKED)).toList()) {
        var asked = JSON.readTree(Files.readString(file));
        Files.delete(file);
        var name = String.valueOf(file.getFileName());
        var id = name.substring(0, name.length() - ASKED.length());
        write(folder.resolve(id + ANSWERED), played(asked));
      }
    }
  }

  /// Whatever goes wrong is told to who asked, and the demo goes on.
  private ObjectNode played(JsonNode asked) {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    boolean good = false;
    try {
      var now = gateway.clock().instant();
      var scenario =
          new AlongReader(now).read(asked.path("naam").asText(), asked.path("tekst").asText());
      good = new Runner(gateway, new Report(out)).playAlong(scenario).isAsExpected();
    } catch (VoorbeeldFault fault) {
      out.println(fault.getMessage());
    } catch (IOException | RuntimeException e) {
      out.println("gestopt door een fout: " + e.getMessage());
    }
    return JSON.createObjectNode()
        .put("goed", good)
        .put("verslag", told.toString(StandardCharsets.UTF_8));
  }

  private static void write(Path file, ObjectNode what) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".deel");
    Files.writeString(draft, what.toString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
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
