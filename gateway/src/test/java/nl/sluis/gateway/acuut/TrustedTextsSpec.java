package nl.sluis.gateway.acuut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a database only those texts of the convenant are believed that Sluis itself wrote down.
final class TrustedTextsSpec {
  @TempDir private Path folder;
  private final SecretKey sluis = key(1);

  private static SecretKey key(int first) {
    var bytes = new byte[32];
    bytes[0] = (byte) first;
    return new SecretKeySpec(bytes, "AES");
  }

  @Test
  void what_was_in_use_is_believed_after_a_restart() {
    new TrustedTexts(folder, sluis).remember(Set.of("een", "twee"));

    assertThat(new TrustedTexts(folder, sluis).remembered()).containsExactly("een", "twee");
  }

  @Test
  void what_another_wrote_there_is_not_believed() {
    var other = key(2);

    new TrustedTexts(folder, other).remember(Set.of("een"));

    assertThat(new TrustedTexts(folder, sluis).remembered()).isEmpty();
  }

  @Test
  void a_gateway_that_was_never_whole_believes_nothing() throws Exception {
    assertThat(new TrustedTexts(folder, sluis).remembered()).isEmpty();

    Files.writeString(folder.resolve("convenanten.jws"), "geen handtekening");

    assertThat(new TrustedTexts(folder, sluis).remembered()).isEmpty();
  }
}
