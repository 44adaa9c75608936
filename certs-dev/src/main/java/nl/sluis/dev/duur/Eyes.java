package nl.sluis.dev.duur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.ChildJvm;

/// Looks at a gateway in a process of its own from outside: what the operating system, its JVM, its
/// own measurements and PostgreSQL say of it (Linux). Used by one thread.
final class Eyes implements AutoCloseable {
  private static final Pattern COLLECTED = Pattern.compile("Pause (\\w+) .*?(\\d+)M->(\\d+)M\\(");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
  private static final Pattern DOOR = Pattern.compile("open for who runs it on (\\d+)");
  private static final Pattern WAITING =
      Pattern.compile("(?m)^sluis_verbindingen_wachtend\\S* ([0-9.]+)");
  private static final String CONNECTIONS =
      """
      select count(*)
      from pg_stat_activity
      where datname = current_database()
        and pid <> pg_backend_pid()
      """;

  private final ChildJvm gateway;
  private final Path collections;
  private final URI measurements;
  private final Connection owner;
  private final HttpClient http = HttpClient.newHttpClient();
  private int read;
  private double least;

  /// @param collections where the JVM writes what each collection left (`-Xlog:gc`)
  /// @param log what the gateway prints, in which it says where its measurements are
  /// @param owner of its database
  Eyes(ChildJvm gateway, Path collections, Path log, Connection owner) {
    this.gateway = gateway;
    this.collections = collections;
    this.owner = owner;
    this.measurements =
        URI.create("http://127.0.0.1:" + (long) number(DOOR, text(log)) + "/metingen");
  }

  /// Looks now.
  ///
  /// @param second since the beginning
  /// @param fully whether the heap is collected as a whole first, which halts the gateway a moment
  Reading look(double second, boolean fully) {
    if (fully) {
      gateway.jcmd("GC.run");
    }
    var live = OptionalDouble.empty();
    double smallest = Double.MAX_VALUE;
    var lines = lines();
    for (var line : lines.subList(Math.min(read, lines.size()), lines.size())) {
      var found = COLLECTED.matcher(line);
      if (found.find() && found.group(1).equals("Full")) {
        live = OptionalDouble.of(Double.parseDouble(found.group(3)));
      } else if (found.reset().find()) {
        smallest = Math.min(smallest, Double.parseDouble(found.group(3)));
      }
    }
    read = lines.size();
    // Nobody collected anything in between: what was left before is what is known.
    least = smallest == Double.MAX_VALUE ? least : smallest;
    var status = text(Path.of("/proc/" + gateway.handle().pid() + "/status"));
    return new Reading(
        second,
        least,
        fully ? live : OptionalDouble.empty(),
        number(RESIDENT, status) / 1024,
        (int) number(THREADS, status),
        files(),
        number(WAITING, measured()),
        connections());
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(collections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int files() {
    try (var open = Files.list(Path.of("/proc/" + gateway.handle().pid() + "/fd"))) {
      return (int) open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String measured() {
    try {
      return http.send(HttpRequest.newBuilder(measurements).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private int connections() {
    try (var select = owner.prepareStatement(CONNECTIONS);
        var row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not say who is connected", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("`" + pattern + "` is not in what was said");
    }
    return Double.parseDouble(found.group(1));
  }

  @Override
  public void close() {
    http.close();
  }
}
