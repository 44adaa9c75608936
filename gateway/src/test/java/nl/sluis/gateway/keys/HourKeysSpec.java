package nl.sluis.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HourKeysSpec {
  private static final Instant TEN = Instant.parse("2026-11-23T10:59:59Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-23T11:00:00Z");
  private static final byte[] CLEAR = "wat wacht".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;
  private KeyVault vault;
  private HourKeys keys;

  @BeforeEach
  void open() throws Exception {
    vault =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    keys = new HourKeys(vault, new SecureRandom());
  }

  @Test
  void what_is_sealed_opens_only_for_what_it_belongs_to() {
    var name = keys.parcelKeyAt(TEN);

    var sealed = keys.seal(name, "pakket:1", CLEAR);

    assertThat(keys.open(name, "pakket:1", sealed)).isEqualTo(CLEAR);
    assertThat(keys.seal(name, "pakket:1", CLEAR)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> keys.open(name, "pakket:2", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keys.open(keys.parcelKeyAt(ELEVEN), "pakket:1", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_of_parcels_is_destroyed_with_its_hour_unless_some_parcel_needs_it() {
    var ten = keys.parcelKeyAt(TEN);
    var eleven = keys.parcelKeyAt(ELEVEN);
    var sealed = keys.seal(ten, "pakket:1", CLEAR);
    keys.seal(eleven, "pakket:2", CLEAR);

    keys.destroyParcelKeysBefore(ELEVEN, Set.of(ten));

    assertThat(vault.epochKeyNames()).contains(ten, eleven);

    keys.destroyParcelKeysBefore(ELEVEN, Set.of());

    assertThat(vault.epochKeyNames()).doesNotContain(ten).contains(eleven);
    assertThatThrownBy(() -> keys.open(ten, "pakket:1", sealed)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void a_destroyed_hour_seals_nothing_any_more() {
    var ten = keys.parcelKeyAt(TEN);
    keys.seal(ten, "pakket:1", CLEAR);
    keys.destroyParcelKeysBefore(ELEVEN, Set.of());

    assertThatThrownBy(() -> keys.seal(ten, "pakket:3", CLEAR)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void a_key_of_answers_is_destroyed_with_its_day_and_no_other_key_goes_along() {
    var day = keys.answerKeyAt(TEN);
    var next = keys.answerKeyAt(TEN.plusSeconds(86_400));
    keys.seal(day, "antwoord:1", CLEAR);
    keys.seal(next, "antwoord:2", CLEAR);
    keys.seal(keys.parcelKeyAt(TEN), "pakket:1", CLEAR);
    keys.seal("overleg", "overleg:1", CLEAR);
    vault.epochKey("register-202611");

    keys.destroyAnswerKeysBefore(TEN);
    assertThat(vault.epochKeyNames()).contains(day);

    keys.destroyAnswerKeysBefore(TEN.plusSeconds(86_400));
    assertThat(vault.epochKeyNames())
        .containsExactlyInAnyOrder(next, keys.parcelKeyAt(TEN), "overleg", "register-202611");
  }
}
