package nl.sluis.dev.getuige;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import nl.sluis.gateway.logbook.LogKey;

/// `sluis logboek getuige`: runs a witness until it is stopped.
public final class WitnessCommand {
  private static final int WRONG_USE = 2;
  private static final String USE =
      """
      Gebruik: sluis logboek getuige --map MAP --naam NAAM --logboek SLEUTEL [--poort 8450] [--adres localhost]
        --map      waar sleutel en laatste stand blijven; alleen van deze getuige, en nooit terug naar een oude kopie
        --naam     waaronder hij tekent, zoals fg.example/getuige
        --logboek  de sleutel van een logboek (GET /logboek/sleutel); mag vaker\
      """;

  private WitnessCommand() {}

  /// For who starts it as a process of its own.
  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args), System.out));
  }

  /// Runs it.
  ///
  /// @param args after `logboek getuige`
  /// @return 2 when the command is not understood; otherwise it ends with the process
  public static int run(List<String> args, PrintStream out) throws IOException {
    Map<String, String> options = new HashMap<>();
    var logs = new ArrayList<LogKey>();
    try {
      for (var at = 0; at + 1 < args.size(); at += 2) {
        if (args.get(at).equals("--logboek")) {
          logs.add(LogKey.parse(args.get(at + 1)));
        } else {
          options.put(args.get(at), args.get(at + 1));
        }
      }
      var port = Integer.parseInt(options.getOrDefault("--poort", "8450"));
      var host = options.getOrDefault("--adres", "localhost");
      options.keySet().removeAll(List.of("--poort", "--adres"));
      if (args.size() % 2 == 1
          || logs.isEmpty()
          || !options.keySet().equals(Set.of("--map", "--naam"))) {
        out.println(USE);
        return WRONG_USE;
      }
      var witness =
          new LogWitness(
              Path.of(options.getOrDefault("--map", "")),
              options.getOrDefault("--naam", ""),
              logs,
              InstantSource.system());
      var server = WitnessServer.open(witness, host, port);
      out.println("De getuige luistert op " + server.address());
      out.println("Zijn sleutel, voor `getuigen` in sluis.yaml: " + witness.key());
      out.flush();
      new CountDownLatch(1).await();
      return 0;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(USE);
      return WRONG_USE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
