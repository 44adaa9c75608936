package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenConnectionSpec {
  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void a_revoked_certificate_is_refused_on_a_connection_that_was_already_open() throws Exception {
    var partner = door.school();
    try (var line = new Line(partner.sslContext(), door.port())) {
      assertThat(line.post("dag").status()).isEqualTo(200);

      revoke(partner);

      assertThat(line.post("dag")).isEqualTo(new Line.Answer(401, "certificaat-ingetrokken"));
    }
  }

  @Test
  void a_certificate_that_expires_is_refused_on_a_connection_that_was_already_open()
      throws Exception {
    var partner = forAnHour();
    try (var line = new Line(partner.sslContext(), door.port())) {
      assertThat(line.post("dag").status()).isEqualTo(200);

      door.clock.move(Duration.ofHours(2));

      assertThat(line.post("dag")).isEqualTo(new Line.Answer(401, "certificaat-verlopen"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_revoked_certificate_is_refused_on_a_resumed_session(String version) throws Exception {
    var partner = door.school();
    var context = partner.sslContext();
    try (var first = new Line(context, door.port(), version)) {
      assertThat(first.post("dag").status()).isEqualTo(200);
    }
    var handshakes = door.handshakes.asked();
    assertThat(handshakes).as("the first handshake was judged").isPositive();

    revoke(partner);

    try (var resumed = new Line(context, door.port(), version)) {
      assertThat(resumed.post("dag")).isEqualTo(new Line.Answer(401, "certificaat-ingetrokken"));
    }
    assertThat(door.handshakes.asked()).as("the session was resumed").isEqualTo(handshakes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_certificate_that_expired_is_refused_on_a_resumed_session(String version) throws Exception {
    var partner = forAnHour();
    var context = partner.sslContext();
    try (var first = new Line(context, door.port(), version)) {
      assertThat(first.post("dag").status()).isEqualTo(200);
    }
    var handshakes = door.handshakes.asked();
    assertThat(handshakes).as("the first handshake was judged").isPositive();

    door.clock.move(Duration.ofHours(2));
    door.handshakes.move(Duration.ofHours(2));

    try (var resumed = new Line(context, door.port(), version)) {
      assertThat(resumed.post("dag")).isEqualTo(new Line.Answer(401, "certificaat-verlopen"));
    }
    assertThat(door.handshakes.asked()).as("the session was resumed").isEqualTo(handshakes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_certificate_that_expired_since_does_not_come_in_with_a_new_session(String version)
      throws Exception {
    var partner = forAnHour();
    try (var first = new Line(partner.sslContext(), door.port(), version)) {
      assertThat(first.post("dag").status()).isEqualTo(200);
    }

    door.clock.move(Duration.ofHours(2));
    door.handshakes.move(Duration.ofHours(2));

    assertThatThrownBy(
            () -> {
              try (var anew = new Line(partner.sslContext(), door.port(), version)) {
                anew.post("dag");
              }
            })
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_new_list_makes_the_door_forget_its_sessions(String version) throws Exception {
    var partner = door.school();
    var context = partner.sslContext();
    try (var first = new Line(context, door.port(), version)) {
      assertThat(first.post("dag").status()).isEqualTo(200);
    }
    door.authority.revoke(partner.identity().certificate());
    door.authority.writeCrls();

    assertThat(door.reloading.reload()).isEmpty();

    assertThatThrownBy(
            () -> {
              try (var again = new Line(context, door.port(), version)) {
                again.post("dag");
              }
            })
        .isInstanceOf(IOException.class);
  }

  private DevPartner forAnHour() {
    var now = door.clock.instant();
    var hour = new Validity(now.minusSeconds(60), now.plusSeconds(3600));
    return door.authority.partner(Door.SCHOOL, "een uur", hour);
  }

  private void revoke(DevPartner partner) {
    door.authority.revoke(partner.identity().certificate());
    door.authority.writeCrls();
    assertThat(door.lists.reload().faults()).isEmpty();
  }
}
