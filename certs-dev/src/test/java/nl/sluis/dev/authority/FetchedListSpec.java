package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import nl.sluis.dev.authority.DevRevocationService.Fault;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.peer.Revocation;
import nl.sluis.gateway.peer.RevocationLine;
import nl.sluis.gateway.peer.RevocationLine.Manner;
import nl.sluis.gateway.peer.RevocationLine.Rule;
import nl.sluis.gateway.peer.TrustAnchors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists that an authority publishes are fetched, kept, and replaced only by better ones.
class FetchedListSpec {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private DevAuthority authority;
  private DevRevocationService service;
  private DevPartner good;
  private DevPartner revoked;

  @BeforeEach
  void an_authority_that_publishes_and_revoked_one() {
    authority = DevAuthority.create(folder.resolve("uitgever"), clock);
    service = DevRevocationService.start(authority, clock);
    good = authority.partner(Door.SCHOOL, "goed");
    revoked = authority.partner(Door.SCHOOL, "ingetrokken");
    authority.revoke(revoked.identity().certificate());
    authority.writeCrls();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Revocation revocation(Rule... more) {
    var rules = new ArrayList<>(List.of(more));
    rules.add(rule(authority.rootCertificate().getSubjectX500Principal(), service.rootList()));
    var line = new RevocationLine(Optional.of(folder.resolve("bewaard")), rules);
    return Revocation.of(List.of(), line, TrustAnchors.read(authority.trustFile()), clock);
  }

  private Revocation revocation() {
    return revocation(
        rule(authority.intermediateCertificate().getSubjectX500Principal(), service.list()));
  }

  private static Rule rule(X500Principal issuer, URI list) {
    return new Rule(issuer, Manner.CRL, Optional.of(list), Optional.empty(), false);
  }

  private PeerCheck check(Revocation revocation) {
    return new PeerCheck(TrustAnchors.read(authority.trustFile()), revocation);
  }

  @Test
  void a_fetched_list_lets_in_who_is_good_and_refuses_who_was_revoked() throws Exception {
    var revocation = revocation();
    assertThat(revocation.renew()).isEmpty();

    var check = check(revocation);

    assertThat(check.check(good.identity().chain(), clock.instant()).oin()).isEqualTo(Door.SCHOOL);
    assertThatThrownBy(() -> check.check(revoked.identity().chain(), clock.instant()))
        .hasMessageContaining("certificaat-ingetrokken")
        .hasMessageContaining(service.list().toString());
  }

  @Test
  void a_list_that_was_kept_counts_after_a_restart_while_its_address_is_silent() throws Exception {
    assertThat(revocation().renew()).isEmpty();
    service.make(Fault.ILL);
    var restarted = revocation();

    restarted.lists().reload();

    var check = check(restarted);
    assertThat(check.check(good.identity().chain(), clock.instant()).oin()).isEqualTo(Door.SCHOOL);
    assertThatThrownBy(() -> check.check(revoked.identity().chain(), clock.instant()))
        .hasMessageContaining("certificaat-ingetrokken");
    assertThat(restarted.renew())
        .hasSize(2)
        .allMatch(fault -> fault.problem().contains("status 503"))
        .allMatch(fault -> fault.problem().contains("age PT1S"));
  }

  @ParameterizedTest
  @CsvSource({
    "ILL, answered with status 503",
    "BABBLES, holds no revocation list that can be read",
    "FLOODS, answered with more than"
  })
  void what_is_no_list_replaces_none_and_is_named_with_its_address(Fault fault, String problem)
      throws Exception {
    var revocation = revocation();
    revocation.renew();
    service.make(fault);
    clock.move(Duration.ofHours(2));

    var faults = revocation.renew();

    assertThat(faults).extracting(CrlStore.Fault::file).contains(service.list().toString());
    assertThat(faults).allMatch(f -> f.problem().contains(problem));
    var check = check(revocation);
    assertThat(check.check(good.identity().chain(), clock.instant()).oin()).isEqualTo(Door.SCHOOL);
  }

  @Test
  void the_list_of_another_authority_is_not_taken_for_that_of_this_one() {
    var revocation =
        revocation(
            rule(
                authority.intermediateCertificate().getSubjectX500Principal(), service.rootList()));

    assertThat(revocation.renew())
        .anyMatch(f -> f.problem().contains("and not of") && f.problem().contains("uitgever"));
    assertThatThrownBy(() -> check(revocation).check(good.identity().chain(), clock.instant()))
        .isInstanceOfSatisfying(
            PeerFault.class, fault -> assertThat(fault.code()).isEqualTo("crl-ontbreekt"));
  }

  @Test
  void a_list_with_a_lower_number_never_replaces_one_with_a_higher() throws Exception {
    var before = Files.readAllBytes(authority.crlFiles().getLast());
    var revocation = revocation();
    revocation.renew();
    // Of the same moment, so that nothing but its number tells that it is the later one.
    authority.revoke(good.identity().certificate());
    authority.writeCrls();
    clock.move(Duration.ofHours(2));
    revocation.renew();
    Files.write(authority.crlFiles().getLast(), before);
    clock.move(Duration.ofHours(2));

    assertThat(revocation.renew()).anyMatch(f -> f.problem().contains("below that of"));

    assertThatThrownBy(() -> check(revocation).check(good.identity().chain(), clock.instant()))
        .hasMessageContaining("certificaat-ingetrokken");
  }

  @Test
  void a_list_that_went_stale_refuses_its_own_authority_and_no_other() throws Exception {
    var other = authority.foreign();
    var ofOther = other.partner(Door.SCHOOL, "bij een ander");
    var trust = folder.resolve("beide.pem");
    Files.writeString(
        trust, Files.readString(authority.trustFile()) + Files.readString(other.trustFile()));
    var anchors = TrustAnchors.read(trust);
    var line =
        new RevocationLine(
            Optional.of(folder.resolve("bewaard")),
            List.of(
                rule(authority.intermediateCertificate().getSubjectX500Principal(), service.list()),
                rule(authority.rootCertificate().getSubjectX500Principal(), service.rootList())));
    var revocation = Revocation.of(other.crlFiles(), line, anchors, clock);
    revocation.lists().reload();
    revocation.renew();
    service.make(Fault.ILL);
    clock.move(Duration.ofDays(8));
    other.writeCrls();
    revocation.lists().reload();
    var check = new PeerCheck(anchors, revocation);

    assertThat(check.check(ofOther.identity().chain(), clock.instant()).oin())
        .isEqualTo(Door.SCHOOL);
    assertThatThrownBy(() -> check.check(good.identity().chain(), clock.instant()))
        .isInstanceOfSatisfying(
            PeerFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("crl-verouderd");
              assertThat(fault.detail())
                  .contains("`" + service.list() + "`")
                  .contains("Sluis ontwikkel-uitgever")
                  .contains("age PT192H")
                  .contains("CN=goed");
            });
  }
}
