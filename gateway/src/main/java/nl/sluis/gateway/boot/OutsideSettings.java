package nl.sluis.gateway.boot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.WitnessKey;
import nl.sluis.gateway.tijdstempel.StampLine;

/// Reads who outside this house vouches for the logbook: `getuigen` and `tijdstempels`. Both may be
/// left out.
final class OutsideSettings {
  private static final int A_WEEK = 10_080;

  private OutsideSettings() {}

  static Settings.Witnesses witnesses(SettingsBlock top, List<String> faults) {
    if (!top.has("getuigen")) {
      return Settings.Witnesses.NONE;
    }
    var block = top.block("getuigen");
    var lines =
        block.blocks("lijst").stream().flatMap(each -> witness(each, faults).stream()).toList();
    if (lines.isEmpty() || lines.size() > PublicLog.MOST_WITNESSES) {
      faults.add("`getuigen.lijst` noemt niet 1 tot en met " + PublicLog.MOST_WITNESSES);
    }
    if (lines.stream().map(WitnessLine::name).distinct().count() < lines.size()) {
      faults.add("`getuigen.lijst` noemt een getuige twee keer");
    }
    return new Settings.Witnesses(lines, Duration.ofMinutes(block.number("stil", 1, A_WEEK)));
  }

  private static Optional<WitnessLine> witness(SettingsBlock block, List<String> faults) {
    var key = block.text("sleutel");
    var address = block.https("adres", true);
    try {
      return Optional.of(new WitnessLine(WitnessKey.parse(key), address));
    } catch (IllegalArgumentException _) {
      faults.add("`" + block.name("sleutel") + "` is geen sleutel van een getuige (C2SP, type 4)");
      return Optional.empty();
    }
  }

  static Optional<StampLine> timestamps(SettingsBlock top, List<String> faults) {
    if (!top.has("tijdstempels")) {
      return Optional.empty();
    }
    var block = top.block("tijdstempels");
    var address = StampLine.address(block.text("adres"));
    if (address.isEmpty()) {
      faults.add("`tijdstempels.adres` is geen adres als https://tijdstempels.example/tsa");
    }
    var minutes = block.number("iedereMinuten", 1, A_WEEK);
    return Optional.of(
        new StampLine(
            address.orElse(URI.create("https://invalid")),
            block.path("uitgevers"),
            block.has("intrekkingslijsten") ? block.paths("intrekkingslijsten") : List.of(),
            Optional.of(block.optional("beleid")).filter(text -> !text.isBlank()),
            Duration.ofMinutes(minutes)));
  }
}
