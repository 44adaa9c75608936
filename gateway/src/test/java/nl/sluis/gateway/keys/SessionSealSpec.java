package nl.sluis.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSealSpec {
  private static final byte[] CLEAR = "wie dit is".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SESSION = half((byte) 1);
  private static final byte[] HALF = half((byte) 2);

  @TempDir Path directory;

  private static byte[] half(byte filled) {
    var bytes = new byte[32];
    Arrays.fill(bytes, filled);
    return bytes;
  }

  private SessionSeal of(String vault) throws Exception {
    var folder = directory.resolve(vault);
    var random = new SecureRandom();
    return new SessionSeal(
        KeyVault.open(folder.resolve("sleutels"), folder.resolve("kek"), random), random);
  }

  @Test
  void who_is_logged_in_can_be_read_with_the_half_of_the_browser_and_ours_together_only()
      throws Exception {
    var seal = of("een");

    var sealed = seal.seal(HALF, SESSION, CLEAR);

    assertThat(of("een").open(HALF, SESSION, sealed)).isEqualTo(CLEAR);
    assertThat(seal.seal(HALF, SESSION, CLEAR)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> seal.open(half((byte) 3), SESSION, sealed))
        .as("with every key of ours and another browser")
        .isInstanceOf(IllegalStateException.class);
    var other = of("ander");
    assertThatThrownBy(() -> other.open(HALF, SESSION, sealed))
        .as("with the cookie and the keys of another")
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> seal.open(HALF, half((byte) 4), sealed))
        .as("in the row of another session")
        .isInstanceOf(IllegalStateException.class);
  }
}
