package nl.sluis.dev.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /// Twenty seconds, in looks.
  private static final int TAKEN = 100;

  /// Ten minutes, in looks.
  private static final int LONGEST = 3_000;

  private final DevGateway gateway;
  private final Tray.Answering answering;

  private PlayTray(Path folder, DevGateway gateway) {
    this.gateway = gateway;
    this.answering = tray(folder).answering("naspelen", this::played);
  }

  private static Tray tray(Path folder) {
    return new Tray(folder, ".spel.json", ".verslag.json");
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
    return new PlayTray(folder, gateway);
  }

  /// Lays a scenario in the tray of a demo that runs, and waits until it was played.
  ///
  /// @throws IllegalArgumentException in Dutch, when no demo answers
  static Played play(Path folder, String name, String text) throws IOException {
    var tray = tray(folder);
    var id = tray.lay(JSON.createObjectNode().put("naam", name).put("tekst", text));
    if (!tray.isTaken(id, TAKEN)) {
      throw new IllegalArgumentException(
          "de demo neemt het niet aan; draait zij nog, of speelt zij iets van een ander?");
    }
    var said = tray.answer(id, LONGEST);
    return new Played(said.path("goed").asBoolean(), said.path("verslag").asText());
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

  @Override
  public void close() {
    answering.close();
  }
}
