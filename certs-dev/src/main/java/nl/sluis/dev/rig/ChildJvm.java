package nl.sluis.dev.rig;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Another JVM on the class path of this one, with the settings that the launcher gives production.
/// How far it compiles what it runs often it takes from this one, and how dear a keystore in memory
/// is: a test ends before the fastest code has earned what making it costs, a measurement does not.
///
/// Used by one thread.
public final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// Who has to write down what it learned needs most of it.
  private static final long ENDED_WITHIN_MILLIS = 90_000;

  private static final List<String> SETTINGS =
      List.of(
          "-Xmx1g",
          "-XX:+UseG1GC",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final List<String> TAKEN =
      List.of("-XX:TieredStopAtLevel=", "-Dkeystore.pkcs12.keyPbeIterationCount=");

  private final Process process;
  private final Path log;
  private final int port;
  private final long started = System.nanoTime();

  private ChildJvm(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /// Starts a main class.
  ///
  /// @param log where what it prints is added to
  /// @param port the port at which it will listen
  public static ChildJvm start(String mainClass, List<String> arguments, Path log, int port) {
    return start(List.of(), mainClass, arguments, log, port);
  }

  /// The same with settings of the JVM that go before those of production, such as `-Xmx192m`.
  public static ChildJvm start(
      List<String> settings, String mainClass, List<String> arguments, Path log, int port) {
    var classPath = System.getProperty("java.class.path");
    return start(settings, classPath, mainClass, arguments, log, port);
  }

  /// The same on another class path.
  static ChildJvm start(
      List<String> settings,
      String classPath,
      String mainClass,
      List<String> arguments,
      Path log,
      int port) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SETTINGS);
    command.addAll(settings);
    command.addAll(taken());
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ChildJvm(process, log, port);
    } catch (IOException e) {
      throw new IllegalStateException("`" + mainClass + "` did not start", e);
    }
  }

  private static List<String> taken() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> TAKEN.stream().anyMatch(argument::startsWith))
        .toList();
  }

  /// Waits until something listens at its port.
  public ChildJvm awaitListening() {
    return awaitListening(port);
  }

  /// Waits until something listens at another port that is its own.
  public ChildJvm awaitListening(int at) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (isListening(at)) {
        return this;
      }
      if (PostgresProcess.ended(process, 20)) {
        throw new IllegalStateException("a process ended at its start: " + told());
      }
    }
    throw new IllegalStateException("nobody listens at port " + at + ": " + told());
  }

  private static boolean isListening(int at) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", at), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// The last thing it said.
  public String told() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException _) {
      return "";
    }
  }

  /// The process.
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// The moment at which it was started, on the clock of [System#nanoTime].
  public long started() {
    return started;
  }

  /// Waits so long for it to end by itself.
  public boolean endsWithin(long millis) {
    return PostgresProcess.ended(process, millis);
  }

  /// The number with which it ended; 0 when it was well.
  ///
  /// @throws IllegalThreadStateException when it did not end yet
  public int status() {
    return process.exitValue();
  }

  /// The port at which it listens.
  public int port() {
    return port;
  }

  /// Asks the running JVM something with its own tool.
  public String jcmd(String... question) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(String.valueOf(process.pid()));
    command.addAll(List.of(question));
    try {
      var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("`jcmd` did not answer", e);
    }
  }

  /// Ends it without a word, as `kill -9` does.
  public void kill() {
    process.destroyForcibly();
    if (!PostgresProcess.ended(process, 10_000)) {
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (!PostgresProcess.ended(process, ENDED_WITHIN_MILLIS)) {
      kill();
    }
  }
}
