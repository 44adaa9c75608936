package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.peer.TrustAnchors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationListSpec {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private DevAuthority authority;
  private CrlStore lists;
  private PeerCheck check;
  private DevPartner revoked;
  private DevPartner good;

  @BeforeEach
  void one_certificate_is_revoked() {
    authority = DevAuthority.create(folder, clock);
    var anchors = TrustAnchors.read(authority.trustFile());
    lists = new CrlStore(authority.crlFiles(), anchors, clock);
    check = new PeerCheck(anchors, lists);
    revoked = authority.partner(Door.SCHOOL, "ingetrokken");
    good = authority.partner(Door.SCHOOL, "goed");
    authority.revoke(revoked.identity().certificate());
    authority.writeCrls();
    assertThat(lists.reload().faults()).isEmpty();
  }

  @Test
  void a_file_that_is_no_list_leaves_the_list_in_force() throws Exception {
    for (var rubbish : List.of("", "geen lijst", "-----BEGIN X509 CRL-----\nAAAA\n")) {
      var version = lists.version();
      Files.writeString(authority.crlFiles().getLast(), rubbish);

      var reloaded = lists.reload();

      assertThat(reloaded.version()).isEqualTo(version);
      assertThat(reloaded.faults())
          .extracting(CrlStore.Fault::file)
          .containsExactly("uitgever.crl");
      assertThatTheOldListHolds();
    }
  }

  @Test
  void a_file_that_is_gone_leaves_the_list_in_force() throws Exception {
    Files.delete(authority.crlFiles().getLast());

    assertThat(lists.reload().faults()).hasSize(1);

    assertThatTheOldListHolds();
  }

  @Test
  void a_list_signed_by_somebody_else_leaves_the_list_in_force() throws Exception {
    var foreign = authority.foreign();
    copy(foreign.crlFiles().getLast());

    var fault = lists.reload().faults().getFirst();

    assertThat(fault.problem()).contains("not signed by").contains("vreemd");
    assertThatTheOldListHolds();
  }

  @Test
  void a_list_that_expired_leaves_the_fresh_one_in_force() {
    var now = clock.instant();
    authority.writeCrls(new Validity(now.minusSeconds(0), now.minusSeconds(0)));
    clock.move(Duration.ofMinutes(1));

    var faults = lists.reload().faults();

    assertThat(faults).hasSize(2);
    assertThat(faults.getLast().problem()).contains("expired at").contains("age PT1M");
    assertThatTheOldListHolds();
  }

  @Test
  void an_older_list_does_not_take_back_a_revocation() {
    var now = clock.instant();
    var yesterday = now.minus(Duration.ofDays(1));
    authority.writeCrls(new Validity(yesterday, now.plus(Duration.ofDays(6))));

    var faults = lists.reload().faults();

    assertThat(faults.getFirst().problem()).contains("is older than the one in force");
    assertThatTheOldListHolds();
  }

  @Test
  void a_list_of_tomorrow_is_not_believed() {
    var tomorrow = clock.instant().plus(Duration.ofDays(1));
    authority.writeCrls(new Validity(tomorrow, tomorrow.plus(Duration.ofDays(6))));

    assertThat(lists.reload().faults().getFirst().problem()).contains("dated in the future");
    assertThatTheOldListHolds();
  }

  @Test
  void a_stale_list_is_named_with_its_age_and_still_refuses_what_it_revokes() {
    clock.move(Duration.ofDays(8));

    assertThatThrownBy(() -> check.check(good.identity().chain(), clock.instant()))
        .isInstanceOfSatisfying(
            PeerFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("crl-verouderd");
              assertThat(fault.detail()).contains("PT192H");
            });
    assertThatIsRevoked(revoked);
  }

  @Test
  void an_acute_report_passes_with_a_stale_list_but_never_with_a_revoked_certificate()
      throws Exception {
    clock.move(Duration.ofDays(8));

    var acute = check.checkAcute(good.identity().chain(), clock.instant());

    assertThat(acute.peer().oin()).isEqualTo(Door.SCHOOL);
    assertThat(acute.flagged()).map(PeerFault::code).contains("crl-verouderd");
    assertThatThrownBy(() -> check.checkAcute(revoked.identity().chain(), clock.instant()))
        .isInstanceOf(PeerFault.class)
        .hasMessageContaining("certificaat-ingetrokken");
  }

  @Test
  void a_stale_list_of_another_authority_stops_nobody() throws Exception {
    var other = authority.foreign();
    var both = folder.resolve("beide.pem");
    Files.writeString(
        both, Files.readString(authority.trustFile()) + Files.readString(other.trustFile()));
    var anchors = TrustAnchors.read(both);
    var now = clock.instant();
    other.writeCrls(new Validity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2))));
    var files =
        List.of(
            authority.crlFiles().getFirst(), authority.crlFiles().getLast(),
            other.crlFiles().getFirst(), other.crlFiles().getLast());
    var store = new CrlStore(files, anchors, clock);
    store.reload();

    var peer = new PeerCheck(anchors, store).check(good.identity().chain(), now);

    assertThat(peer.oin()).isEqualTo(Door.SCHOOL);
  }

  @Test
  void a_revoked_intermediate_takes_everything_below_it_along() {
    authority.revokeIntermediate();
    authority.writeCrls();
    lists.reload();

    assertThatIsRevoked(good);
  }

  @Test
  void a_certificate_that_does_not_fit_its_key_never_replaces_the_one_in_force() throws Exception {
    try (var door = new Door(folder.resolve("deur"))) {
      var other = door.authority.server();
      Files.copy(other.keyFile(), door.server.keyFile(), StandardCopyOption.REPLACE_EXISTING);

      assertThat(door.reloading.reload()).singleElement().asString().contains("not the one");

      try (var line = new Line(door.school().sslContext(), door.port())) {
        assertThat(line.post("dag").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_new_server_certificate_is_shown_without_a_restart() throws Exception {
    try (var door = new Door(folder.resolve("deur"))) {
      var next = door.authority.server();
      Files.copy(next.keyFile(), door.server.keyFile(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(next.chainFile(), door.server.chainFile(), StandardCopyOption.REPLACE_EXISTING);

      assertThat(door.reloading.reload()).isEmpty();

      try (var line = new Line(door.school().sslContext(), door.port())) {
        line.post("dag");
        assertThat(line.session().getPeerCertificates()[0]).isEqualTo(next.certificate());
      }
    }
  }

  @Test
  void a_server_certificate_that_expired_is_not_taken() {
    var expired = authority.server(Validity.expiredAt(clock.instant()));

    assertThatThrownBy(
            () -> ServerIdentity.read(expired.chainFile(), expired.keyFile(), clock.instant()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is valid from");
  }

  private void copy(Path list) throws Exception {
    Files.copy(list, authority.crlFiles().getLast(), StandardCopyOption.REPLACE_EXISTING);
  }

  private void assertThatTheOldListHolds() {
    assertThatIsRevoked(revoked);
  }

  private void assertThatIsRevoked(DevPartner partner) {
    assertThatThrownBy(() -> check.check(partner.identity().chain(), clock.instant()))
        .isInstanceOf(PeerFault.class)
        .hasMessageContaining("certificaat-ingetrokken");
  }
}
