package nl.sluis.gateway.boot;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.edge.Tempo;
import nl.sluis.policies.terms.Lane;

/// Reads how a gateway is run: `beheer` and `tempo`. Both may be left out.
final class OperationSettings {
  /// Without TLS nobody but this machine itself may be heard.
  private static final Set<String> HERE = Set.of("127.0.0.1", "::1", "localhost");

  private static final int MOST = 1_000_000;
  private static final int LONGEST_ANNOUNCEMENT = 60;

  private OperationSettings() {}

  /// @param collected whether there is a collector
  static Settings.Operations read(SettingsBlock top, boolean collected, List<String> faults) {
    if (!top.has("beheer")) {
      return new Settings.Operations(Optional.empty(), tempo(top), Duration.ZERO, false);
    }
    var block = top.block("beheer");
    boolean steps = block.isSet("sporen");
    if (steps && !collected) {
      faults.add("`beheer.sporen` vraagt een `verwerkingen.verzamelaar`");
    }
    var seconds = block.number("aankondiging", 0, LONGEST_ANNOUNCEMENT, 0);
    return new Settings.Operations(
        Optional.of(management(block, faults)), tempo(top), Duration.ofSeconds(seconds), steps);
  }

  private static Settings.Management management(SettingsBlock block, List<String> faults) {
    var host = block.has("adres") ? block.text("adres") : "127.0.0.1";
    int port = block.number("poort", 0, SettingsFile.HIGHEST_PORT);
    if (!block.has("certificaat")) {
      if (!HERE.contains(host)) {
        faults.add(
            "`beheer` luistert buiten deze machine: zet er `certificaat`, `sleutel` en `uitgevers`"
                + " bij");
      }
      return new Settings.Management(host, port, Optional.empty());
    }
    var tls =
        new Settings.Mutual(
            block.path("certificaat"), block.path("sleutel"), block.path("uitgevers"));
    return new Settings.Management(host, port, Optional.of(tls));
  }

  private static Tempo tempo(SettingsBlock top) {
    if (!top.has("tempo")) {
      return Tempo.STANDARD;
    }
    var block = top.block("tempo");
    var lanes = new EnumMap<Lane, Tempo.Rate>(Lane.class);
    for (var lane : Lane.values()) {
      lanes.put(lane, rate(block, lane.code(), Tempo.STANDARD.lane(lane)));
    }
    return new Tempo(
        rate(block, "verzoeken", Tempo.STANDARD.requests()),
        lanes,
        Math.max(1, block.number("tegelijk", 1, MOST, Tempo.STANDARD.atOnce())));
  }

  private static Tempo.Rate rate(SettingsBlock tempo, String key, Tempo.Rate otherwise) {
    if (!tempo.has(key)) {
      return otherwise;
    }
    var block = tempo.block(key);
    // What is out of bounds is a fault already, and stops the start.
    return new Tempo.Rate(
        Math.max(1, block.number("perSeconde", 1, MOST)),
        Math.max(1, block.number("ineens", 1, MOST)));
  }
}
