package nl.sluis.gateway.client;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.keys.SigningKeys;

/// The binding keys of Sluis as it publishes them at `/v1/sleutels`; a partner that has this needs
/// not be told of a new one.
///
/// Asks again each hour, and when something names a key that it does not know. While there is no
/// answer, what was known stays. May be shared between threads.
public final class SluisKeys implements SigningKeys<ECKey> {
  private static final Duration GOOD = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Source source;
  private final InstantSource clock;
  private Instant asked = Instant.MIN;
  private volatile Seen seen = new Seen(List.of(), List.of(), List.of());

  /// Where the JWK Set comes from.
  @FunctionalInterface
  public interface Source {
    /// The JWK Set as it is published.
    String read() throws IOException;
  }

  private record Dated(ECKey key, Instant since, Optional<Instant> until) {}

  private record Seen(List<Dated> dated, List<ECKey> known, List<ECKey> open) {}

  /// @param source asked at first use
  public SluisKeys(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public ECKey current() {
    refresh(GOOD);
    var now = clock.instant();
    var all = seen.dated();
    return all.stream()
        .filter(one -> !one.since().isAfter(now) && one.until().isEmpty())
        .reduce((_, later) -> later)
        .or(() -> all.stream().findFirst())
        .map(Dated::key)
        .orElseThrow(() -> new IllegalStateException("Sluis publishes no binding key"));
  }

  @Override
  public List<ECKey> known() {
    refresh(GOOD);
    return seen.known();
  }

  @Override
  public List<ECKey> open() {
    refresh(GOOD);
    return seen.open();
  }

  @Override
  public void lookAgain() {
    refresh(PAUSE);
  }

  private synchronized void refresh(Duration age) {
    var now = clock.instant();
    if (!asked.equals(Instant.MIN) && now.isBefore(asked.plus(age)) && !now.isBefore(asked)) {
      return;
    }
    try {
      var dated = read(source.read());
      asked = now;
      if (!dated.equals(seen.dated())) {
        seen =
            new Seen(
                dated,
                dated.stream().map(Dated::key).toList(),
                dated.stream().filter(one -> one.until().isEmpty()).map(Dated::key).toList());
      }
    } catch (IOException e) {
      if (seen.dated().isEmpty()) {
        throw new UncheckedIOException("the keys of Sluis are not known", e);
      }
    }
  }

  private static List<Dated> read(String json) throws IOException {
    try {
      var found = new ArrayList<Dated>();
      var members = JSONObjectUtils.parse(json);
      for (var each : JSONObjectUtils.getJSONObjectArray(members, "keys")) {
        if ("binding".equals(each.get("gebruik")) && JWK.parse(each) instanceof ECKey key) {
          found.add(new Dated(key, at(each, "vanaf").orElse(Instant.EPOCH), at(each, "tot")));
        }
      }
      return List.copyOf(found);
    } catch (ParseException | DateTimeParseException e) {
      throw new IOException("no JWK Set of Sluis", e);
    }
  }

  private static Optional<Instant> at(Map<String, Object> members, String name) {
    return Optional.ofNullable(members.get(name)).map(value -> Instant.parse(value.toString()));
  }
}
