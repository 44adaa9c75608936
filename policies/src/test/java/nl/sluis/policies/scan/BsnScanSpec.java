package nl.sluis.policies.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnScanSpec {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "999990019",
        "het nummer is 999990019.",
        "999.990.019",
        "9999 90 019",
        "999-990-019",
        "9 9 9 9 9 0 0 1 9",
        "groep 7 999990019",
        "999990019 7",
        "９９９９９００１９",
        "999\u00a0990\u00a0019",
        "999\u200b990\u200b019",
        "12345672",
        "bsn:012345672"
      })
  void a_number_that_can_be_a_bsn_is_found(String text) {
    assertThat(BsnScan.holdsBsn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "999990018", "op 2026-11-03 gesproken", "van 03-11-2026 tot 10-11-2026", "06-12345678",
        "023-123 45 67", "112 of 0800-2000", "00000099000000101000", "groep 7, 24 leerlingen",
        "2026-11-03 2026-11-04", "geen cijfers", "000000000"
      })
  void another_number_is_left_alone(String text) {
    assertThat(BsnScan.holdsBsn(text)).isFalse();
  }
}
