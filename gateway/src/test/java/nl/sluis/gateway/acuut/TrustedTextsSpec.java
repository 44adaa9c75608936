package nl.sluis.gateway.acuut;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a database only those texts of the convenant are believed that Sluis itself wrote down.
final class TrustedTextsSpec {
  @TempDir private Path folder;
  private ECKey sluis;

  @BeforeEach
  void key() throws Exception {
    sluis = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
  }

  @Test
  void what_was_in_use_is_believed_after_a_restart() {
    new TrustedTexts(folder, sluis).remember(Set.of("een", "twee"));

    assertThat(new TrustedTexts(folder, sluis).remembered()).containsExactly("een", "twee");
  }

  @Test
  void what_another_wrote_there_is_not_believed() throws Exception {
    var other = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();

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
