package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.SignedCheckpoint;
import nl.sluis.gateway.logbook.TilePath;

/// The logbook as anybody may read it, without certificate or sign-in: checkpoints and tiles of
/// hashes (C2SP tlog-tiles under the prefix `/logboek`), and the key to check them with.
///
/// Entries are not given: a leaf is a commitment, and a tile has its hash (10.17).
public final class LogEndpoints {
  /// A tile never changes.
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /// A checkpoint is followed by the next, and gets signatures of witnesses afterwards.
  private static final String A_MOMENT = "public, max-age=2";

  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]?");

  private final PublicLog log;
  private final Supplier<LogKey> key;
  private final Supplier<Map<String, String>> witnesses;
  private final Missing missing;

  /// Says whether rows are missing after a backup was put back, and what rests on consent stands
  /// still for it.
  @FunctionalInterface
  public interface Missing {
    /// Reads it now.
    boolean isSo(Connection connection) throws SQLException;
  }

  /// @param log what anybody may read
  /// @param key the newest key with which anybody can check it
  /// @param witnesses how it is with each witness now, in a Dutch word
  /// @param missing whether a restore is under way
  public LogEndpoints(
      PublicLog log,
      Supplier<LogKey> key,
      Supplier<Map<String, String>> witnesses,
      Missing missing) {
    this.missing = missing;
    this.log = log;
    this.key = key;
    this.witnesses = witnesses;
  }

  /// How it is with each witness, by its name.
  Map<String, String> witnesses() {
    return witnesses.get();
  }

  /// Is a restore under way?
  boolean isRestoring(Connection connection) throws SQLException {
    return missing.isSo(connection);
  }

  void add(Router router, Web web) {
    web.add(router, GET, "/logboek/checkpoint", "", _ -> newest());
    web.add(router, GET, "/logboek/checkpoint/:omvang", "", this::earlier);
    web.add(router, GET, "/logboek/medeondertekend", "", this::cosigned);
    web.add(router, GET, "/logboek/sleutel", "", _ -> Reply.text(key.get() + "\n"));
    web.add(router, GET, "/logboek/tile/*", "", this::tile);
  }

  /// The newest signed checkpoint.
  Reply newest() throws SQLException {
    return reply(log.newest());
  }

  /// One of the past, so that who kept an old one can compare.
  private Reply earlier(Request request) throws SQLException {
    var size = request.path().getOrDefault("omvang", "");
    return SIZE.matcher(size).matches() ? reply(log.at(Long.parseLong(size))) : Problem.notThere();
  }

  /// The newest one that so many witnesses signed, or one of them.
  private Reply cosigned(Request request) throws SQLException, InputFault {
    var count = request.query().getOrDefault("getuigen", "1");
    if (!COUNT.matcher(count).matches() || Integer.parseInt(count) > PublicLog.MOST_WITNESSES) {
      throw Problem.fault(
          "getuigen",
          "is geen aantal van 1 tot en met " + PublicLog.MOST_WITNESSES,
          "noem hoeveel getuigen ten minste tekenden");
    }
    return reply(log.newestCosigned(Integer.parseInt(count)));
  }

  private Reply tile(Request request) throws SQLException {
    var path = TilePath.parse(request.path().getOrDefault("*", ""));
    var hashes = path.isEmpty() ? Optional.<byte[]>empty() : log.tile(path.get());
    return hashes
        .map(bytes -> new Reply(200, "application/octet-stream", bytes, Map.of()).kept(FOR_EVER))
        .orElseGet(Problem::notThere);
  }

  private static Reply reply(Optional<SignedCheckpoint> checkpoint) {
    return checkpoint
        .map(found -> Reply.text(found.note()).kept(A_MOMENT))
        .orElseGet(Problem::notThere);
  }
}
