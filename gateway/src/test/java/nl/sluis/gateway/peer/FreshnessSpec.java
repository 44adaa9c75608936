package nl.sluis.gateway.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.peer.Revocation.Basis;
import nl.sluis.gateway.peer.Revocation.Freshness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A list of eight days is worn out after six, and counts no more after eight.
final class FreshnessSpec {
  private static final Instant MADE = Instant.parse("2026-11-20T00:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,VERS", "144,VERS", "145,BIJNA_OP", "192,BIJNA_OP", "193,VEROUDERD"})
  void it_is_said_that_nothing_newer_came_before_it_counts_no_more(int hours, Freshness how) {
    var list = basis(Optional.of(MADE), Optional.of(MADE.plus(Duration.ofDays(8))));

    assertThat(list.freshness(MADE.plus(Duration.ofHours(hours)))).isEqualTo(how);
  }

  @Test
  void what_is_not_there_is_not_fresh() {
    assertThat(basis(Optional.empty(), Optional.empty()).freshness(MADE))
        .isEqualTo(Freshness.ONTBREEKT);
  }

  private static Basis basis(Optional<Instant> made, Optional<Instant> until) {
    return new Basis("CN=Uitgever", "CN=Uitgever", "crl", "uitgever.crl", made, until);
  }
}
