package nl.sluis.dev.proef;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.boot.Main;
import org.junit.jupiter.api.Test;

/// A gateway that finds, after much of it already runs, that it cannot open.
final class FailedStartSpec {
  private static final long MILLIS = 90_000;

  @Test
  void a_gateway_whose_door_another_program_holds_says_so_and_is_gone_so_that_it_is_begun_anew()
      throws IOException {
    try (var rig = Rig.temporary()) {
      rig.site().keys();
      var settings = rig.settings("gateway");
      var config = rig.folder().resolve("gateway.yaml");
      Files.writeString(config, DevSettings.yaml(settings));
      var port = settings.partners().port();
      try (var _ = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"));
          var gateway =
              ChildJvm.start(
                  Main.class.getName(),
                  List.of("serve", "--config", config.toString()),
                  rig.log("gateway"),
                  port)) {
        assertThat(gateway.endsWithin(MILLIS)).as(gateway.told()).isTrue();

        assertThat(gateway.status()).isEqualTo(1);
        assertThat(gateway.told())
            .contains("sluis: een poort uit de instellingen is bezet")
            .doesNotContain("\tat ");
      }
    }
  }
}
