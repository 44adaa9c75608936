package nl.sluis.gateway.bedrijf;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.gateway.meting.Measured;

/// How long each step took of the last exchanges, so that an operator can look into one of which a
/// partner says that it was slow. In memory, of this gateway, and never more than so many.
/// Thread-safe.
public final class Recent implements Measured.Sink {
  private static final double MILLI = 1e6;

  private final Map<UUID, Measured> kept;

  /// @param most how many are kept
  public Recent(int most) {
    this.kept =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Measured> eldest) {
            return size() > most;
          }
        };
  }

  @Override
  public void ended(Measured measured) {
    var transaction = measured.transaction();
    if (transaction.isPresent()) {
      synchronized (kept) {
        // An answer that was given again was decided before; the newest is what somebody asks
        // about.
        kept.remove(transaction.get());
        kept.put(transaction.get(), measured);
      }
    }
  }

  /// What was measured of this one, if it was not too long ago.
  public Optional<Measured> find(UUID transaction) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(transaction));
    }
  }

  /// Its steps as the value of the header `Server-Timing` (W3C Server Timing), in milliseconds.
  public static String header(Measured measured) {
    return measured.laps().stream()
        .map(
            lap ->
                String.format(Locale.ROOT, "%s;dur=%.3f", lap.stage().word(), lap.nanos() / MILLI))
        .collect(Collectors.joining(", "));
  }
}
