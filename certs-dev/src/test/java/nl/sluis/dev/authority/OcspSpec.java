package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.authority.DevRevocationService.Fault;
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
import org.junit.jupiter.params.provider.EnumSource;

/// What a responder says about a certificate counts, and nothing that it did not say.
class OcspSpec {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private DevAuthority authority;
  private DevRevocationService service;
  private DevPartner partner;
  private PeerCheck check;

  @BeforeEach
  void an_authority_that_is_asked() {
    authority = DevAuthority.create(folder, clock);
    service = DevRevocationService.start(authority, clock);
    partner = authority.partner(Door.SCHOOL, "Basisschool De Sluis");
    check = check(Manner.OCSP, false);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private PeerCheck check(Manner manner, boolean nonceRequired) {
    var anchors = TrustAnchors.read(authority.trustFile());
    var rule =
        new Rule(
            authority.intermediateCertificate().getSubjectX500Principal(),
            manner,
            Optional.empty(),
            Optional.of(service.responder()),
            nonceRequired);
    var line = new RevocationLine(Optional.empty(), List.of(rule));
    var revocation = Revocation.of(authority.crlFiles(), line, anchors, clock);
    revocation.lists().reload();
    return new PeerCheck(anchors, revocation);
  }

  @Test
  void a_certificate_that_its_authority_calls_good_is_accepted_without_any_list_of_it()
      throws Exception {
    clock.move(Duration.ofDays(1));

    assertThat(check.check(partner.identity().chain(), clock.instant()).oin())
        .isEqualTo(Door.SCHOOL);
  }

  @Test
  void an_answer_counts_for_ten_minutes_and_is_then_asked_again() throws Exception {
    for (int i = 0; i < 5; i++) {
      check.check(partner.identity().chain(), clock.instant());
    }
    assertThat(service.asked()).isEqualTo(1);

    clock.move(Duration.ofMinutes(10));
    check.check(partner.identity().chain(), clock.instant());

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void a_revoked_certificate_is_refused_ten_minutes_later_at_the_latest_and_never_accepted_again()
      throws Exception {
    check.check(partner.identity().chain(), clock.instant());
    authority.revoke(partner.identity().certificate());
    clock.move(Duration.ofMinutes(10));

    refused("certificaat-ingetrokken");

    service.make(Fault.ILL);
    clock.move(Duration.ofDays(2));
    refused("certificaat-ingetrokken");
    assertThatThrownBy(() -> check.checkAcute(partner.identity().chain(), clock.instant()))
        .hasMessageContaining("certificaat-ingetrokken");
  }

  @ParameterizedTest
  @CsvSource({
    "ILL, ocsp-ontbreekt, answered with status 500",
    "TRY_LATER, ocsp-ontbreekt, OCSP status 3",
    "FLOODS, ocsp-ontbreekt, 'more than 65536 bytes'",
    "BABBLES, ocsp-ongeldig, cannot be read",
    "UNKNOWN, ocsp-onbekend, is unknown to responder",
    "TOO_OLD, ocsp-verouderd, age PT9H",
    "OTHER_NONCE, ocsp-ongeldig, a question that was not asked now",
    "OTHER_CERTIFICATE, ocsp-ongeldig, about another certificate"
  })
  void what_is_wrong_with_an_answer_has_its_own_word_and_is_never_taken_for_good(
      Fault fault, String code, String detail) {
    service.make(fault);

    var refused = refused(code);

    assertThat(refused.detail())
        .contains(detail)
        .contains("Basisschool De Sluis")
        .contains("Sluis ontwikkel-uitgever")
        .contains(partner.identity().certificate().getSerialNumber().toString(16))
        .contains(service.responder().toString());
  }

  @Test
  void an_answer_signed_by_somebody_else_is_not_believed() {
    service.signWith(authority.foreign().answering(Validity.around(clock.instant())));

    assertThat(refused("ocsp-ongeldig").detail()).contains("which the authority did not name");
  }

  @Test
  void an_answer_signed_by_who_may_not_sign_answers_is_not_believed() {
    service.signWith(authority.server());

    assertThat(refused("ocsp-ongeldig").detail()).contains("which may not sign answers");
  }

  @Test
  void an_answer_signed_with_a_certificate_that_expired_is_not_believed() {
    service.signWith(authority.answering(Validity.expiredAt(clock.instant())));

    assertThat(refused("ocsp-ongeldig").detail()).contains("not valid now");
  }

  @Test
  void an_answer_without_nonce_counts_only_where_the_operator_lets_it() throws Exception {
    service.make(Fault.WITHOUT_NONCE);

    check.check(partner.identity().chain(), clock.instant());
    var strict = check(Manner.OCSP, true);

    assertThat(refused(strict, "ocsp-ongeldig").detail()).contains("repeats no nonce");
  }

  @Test
  void an_answer_that_is_played_back_does_not_take_back_a_revocation() throws Exception {
    check.check(partner.identity().chain(), clock.instant());
    service.make(Fault.REPLAYS);
    clock.move(Duration.ofMinutes(61));

    // The nonce is another: what was believed before stays, until its own end and no longer.
    check.check(partner.identity().chain(), clock.instant());
    clock.move(Duration.ofHours(8));

    refused("ocsp-verouderd");
  }

  @Test
  void a_responder_that_is_silent_stops_nobody_before_the_last_answer_ends() throws Exception {
    check.check(partner.identity().chain(), clock.instant());
    service.make(Fault.ILL);
    clock.move(Duration.ofHours(7));

    check.check(partner.identity().chain(), clock.instant());
    clock.move(Duration.ofHours(2));

    assertThat(refused("ocsp-verouderd").detail()).contains("age PT9H").contains("status 500");
  }

  @Test
  void a_responder_that_is_silent_is_left_alone_for_a_moment() {
    service.make(Fault.ILL);
    var other = authority.partner(Door.SCHOOL, "De andere");

    refused("ocsp-ontbreekt");
    refused("ocsp-ontbreekt");
    refused(check, other, "ocsp-ontbreekt");

    assertThat(service.asked()).isEqualTo(1);
    service.make(Fault.NONE);
    clock.move(Duration.ofSeconds(11));
    assertThat(accepted(clock.instant())).isTrue();
  }

  @Test
  void an_acute_report_passes_while_nobody_answers_and_says_so() throws Exception {
    service.make(Fault.ILL);

    var acute = check.checkAcute(partner.identity().chain(), clock.instant());

    assertThat(acute.peer().oin()).isEqualTo(Door.SCHOOL);
    assertThat(acute.flagged()).map(PeerFault::code).contains("ocsp-ontbreekt");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ILL", "UNKNOWN"})
  void of_both_each_must_say_that_it_is_good(Fault fault) throws Exception {
    var both = check(Manner.BOTH, false);
    both.check(authority.partner(Door.SCHOOL, "goed").identity().chain(), clock.instant());

    service.make(fault);

    refused(both, fault == Fault.ILL ? "ocsp-ontbreekt" : "ocsp-onbekend");
  }

  @Test
  void of_both_a_list_that_is_stale_refuses_though_the_responder_says_good() {
    var both = check(Manner.BOTH, false);
    clock.move(Duration.ofDays(8));

    refused(both, "crl-verouderd");
  }

  private boolean accepted(Instant now) {
    try {
      return check.check(partner.identity().chain(), now).oin().equals(Door.SCHOOL);
    } catch (PeerFault _) {
      return false;
    }
  }

  private PeerFault refused(String code) {
    return refused(check, code);
  }

  private PeerFault refused(PeerCheck by, String code) {
    return refused(by, partner, code);
  }

  private PeerFault refused(PeerCheck by, DevPartner who, String code) {
    try {
      by.check(who.identity().chain(), clock.instant());
    } catch (PeerFault fault) {
      assertThat(fault.code()).isEqualTo(code);
      return fault;
    }
    throw new AssertionError("accepted, though `" + code + "` was expected");
  }
}
