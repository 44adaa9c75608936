package nl.sluis.dev.partner;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.edge.Tempo;

/// How the gateways of the development part are run: looked after on this machine, and never slowed
/// down, for measuring is what they are for.
final class DevOperations {
  private static final Tempo.Rate MOST = new Tempo.Rate(1_000_000, 1_000_000);

  /// Nobody is slowed down.
  static final Tempo WITHOUT_END = Tempo.of(MOST, MOST, 1_000_000);

  private DevOperations() {}

  /// @param steps whether there is a collector to which steps can go
  static Settings.Operations of(Tempo tempo, boolean steps) {
    return new Settings.Operations(
        Optional.of(new Settings.Management("127.0.0.1", 0, Optional.empty())),
        tempo,
        Duration.ZERO,
        steps);
  }

  /// The same, as in the file of an operator.
  static String yaml(Settings.Operations operations) {
    var tempo = operations.tempo();
    var lanes =
        tempo.lanes().entrySet().stream()
            .map(each -> each.getKey().code() + ": " + yaml(each.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    var management =
        operations
            .management()
            .map(
                door ->
                    "beheer: {adres: %s, poort: %d, sporen: %b}\n"
                        .formatted(door.host(), door.port(), operations.steps()))
            .orElse("");
    return management
        + "tempo: {tegelijk: %d, verzoeken: %s, %s}\n"
            .formatted(tempo.atOnce(), yaml(tempo.requests()), lanes);
  }

  private static String yaml(Tempo.Rate rate) {
    return "{perSeconde: %d, ineens: %d}".formatted(rate.perSecond(), rate.burst());
  }
}
