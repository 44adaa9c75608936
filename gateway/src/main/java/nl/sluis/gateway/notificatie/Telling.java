package nl.sluis.gateway.notificatie;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whoever subscribed that something lies ready, by mutual TLS, until it is heard or a day
/// has passed; what lies ready waits in the postbus all the same.
///
/// Each address has a thread of its own, so that a slow one keeps nobody waiting, and one that does
/// not answer is tried less and less: after a minute, then twice as long each time, an hour at
/// most. May be shared between threads; a run takes at most ten seconds.
public final class Telling implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int STEP = 500;
  private static final int AT_ONCE = 100;

  private final Outbox outbox;
  private final DataSource database;
  private final Oin sluis;
  private final Function<Oin, SSLContext> lines;
  private final Executor threads;

  /// @param region the part of the country of whose subscriptions it tells
  /// @param sluis who says it
  /// @param lines how each holder is called: with the certificate of Sluis, and trusting nobody but
  ///   that holder
  /// @param threads on which it waits for answers
  public Telling(
      String region,
      DataSource database,
      Oin sluis,
      Function<Oin, SSLContext> lines,
      Executor threads) {
    this.outbox = new Outbox(region);
    this.database = database;
    this.sluis = sluis;
    this.lines = lines;
    this.threads = threads;
  }

  @Override
  public int run(Instant now) throws SQLException {
    List<Outbox.Line> taken;
    try (var connection = database.getConnection()) {
      outbox.fill(connection, now, STEP);
      taken = outbox.take(connection, now, AT_ONCE);
    }
    var byHolder = taken.stream().collect(Collectors.groupingBy(Outbox.Line::holder));
    var calls =
        byHolder.entrySet().stream()
            .map(one -> CompletableFuture.runAsync(() -> tell(one, now), threads))
            .toArray(CompletableFuture<?>[]::new);
    await(CompletableFuture.allOf(calls));
    return taken.size();
  }

  /// Who is not heard by then goes on by itself; what it took comes back when its time is over.
  private static void await(CompletableFuture<Void> calls) {
    try {
      calls.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.info("notifications go on by themselves: {}", e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Map.Entry<Oin, List<Outbox.Line>> holder, Instant now) {
    try (var client = client(holder.getKey())) {
      for (var line : holder.getValue()) {
        if (!heard(client, line)) {
          // The others wait as long as this one: its door is shut.
          for (var other : holder.getValue()) {
            settle(other, now);
          }
          return;
        }
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("a notification is told later: {}", e.getClass().getSimpleName());
    }
  }

  private boolean heard(HttpClient client, Outbox.Line line) throws SQLException {
    var event =
        new CloudEvent(line.id(), sluis, line.subject(), line.about(), line.party(), line.madeAt());
    var request =
        HttpRequest.newBuilder(line.address())
            .timeout(ANSWERING)
            .header("Content-Type", CloudEvent.MEDIA_TYPE)
            .POST(BodyPublishers.ofString(event.json().toString(), StandardCharsets.UTF_8))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        done(line, true);
        return true;
      }
    } catch (IOException e) {
      LOG.info("a notification was not taken: {}", e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void settle(Outbox.Line line, Instant now) throws SQLException {
    if (now.isAfter(line.madeAt().plus(DAY))) {
      done(line, false);
      return;
    }
    try (var connection = database.getConnection()) {
      outbox.later(connection, line.id(), now.plus(waiting(line.attempts())));
    }
  }

  private void done(Outbox.Line line, boolean told) throws SQLException {
    try (var connection = database.getConnection()) {
      outbox.done(connection, line.id(), told);
    }
  }

  /// How long after that many attempts it is tried again.
  static Duration waiting(int attempts) {
    var doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  private HttpClient client(Oin holder) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(lines.apply(holder))
        .connectTimeout(CONNECTING)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
