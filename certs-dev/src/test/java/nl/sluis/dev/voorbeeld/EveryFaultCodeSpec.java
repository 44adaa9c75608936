package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.sluis.gateway.message.FaultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every way in which a message can be wrong was really sent through the door in some scenario, and
/// its sender heard so.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class EveryFaultCodeSpec {
  private static final String OF_RECEIVER =
      "a receiver finds this in what Sluis hands over, and no sender can bring it about;"
          + " `BadHandOverSpec` shows it";

  /// What no sender can hear, and why.
  private static final Map<FaultCode, String> NOT_OF_A_SENDER =
      new EnumMap<>(
          Map.of(
              FaultCode.VERZEGELING_NIET_TE_OPENEN, OF_RECEIVER,
              FaultCode.SLEUTELBINDING_ONTBREEKT, OF_RECEIVER,
              FaultCode.SLEUTELBINDING_ONGELDIG, OF_RECEIVER,
              FaultCode.SLEUTELBINDING_ANDERE_INHOUD, OF_RECEIVER,
              FaultCode.SLEUTELBINDING_NIET_IN_LOGBOEK, OF_RECEIVER));

  @Test
  void every_fault_a_sender_can_make_is_made_and_heard() throws IOException {
    var heard = PlayedOnce.heard();

    var never =
        Arrays.stream(FaultCode.values())
            .filter(code -> !NOT_OF_A_SENDER.containsKey(code))
            .map(FaultCode::code)
            .filter(code -> !heard.contains(code))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(never).isEmpty();
  }

  @Test
  void what_no_sender_can_bring_about_was_never_heard() throws IOException {
    assertThat(PlayedOnce.heard())
        .doesNotContainAnyElementsOf(
            NOT_OF_A_SENDER.keySet().stream().map(FaultCode::code).toList());
  }
}
