package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.List;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.peer.TrustAnchors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerCheckSpec {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private DevAuthority authority;
  private PeerCheck check;

  @BeforeEach
  void an_authority_with_fresh_lists() {
    authority = DevAuthority.create(folder, clock);
    var anchors = TrustAnchors.read(authority.trustFile());
    var lists = new CrlStore(authority.crlFiles(), anchors, clock);
    lists.reload();
    check = new PeerCheck(anchors, lists);
  }

  @Test
  void a_good_certificate_proves_the_organisation_and_nothing_more() throws Exception {
    var partner = authority.partner(Door.SCHOOL, "De Sluis");

    var peer = check.check(partner.identity().chain(), clock.instant());

    assertThat(peer.oin()).isEqualTo(Door.SCHOOL);
    assertThat(peer.thumbprint()).hasSize(43);
    assertThat(peer.issuer()).contains("Sluis ontwikkel-uitgever");
  }

  @Test
  void the_intermediate_may_be_left_out_by_the_partner_for_we_have_it() throws Exception {
    var alone = authority.partner(Door.SCHOOL, "De Sluis").identity().chain().subList(0, 1);

    assertThat(check.check(alone, clock.instant()).oin()).isEqualTo(Door.SCHOOL);
  }

  @Test
  void every_cause_has_its_own_word() {
    var now = clock.instant();
    var foreign = authority.foreign().partner(Door.SCHOOL, "vreemd");

    refused(List.of(), "certificaat-ontbreekt");
    refused(foreign, "certificaat-onbekende-uitgever");
    refused(authority.partner(Door.SCHOOL, "oud", Validity.expiredAt(now)), "certificaat-verlopen");
    refused(
        authority.partner(Door.SCHOOL, "nieuw", Validity.notYetAt(now)),
        "certificaat-nog-niet-geldig");
    refused(authority.partnerWithoutOin(Door.SCHOOL, "zonder"), "certificaat-zonder-oin");
    refused(authority.partnerWithWrongUse(Door.SCHOOL, "server"), "certificaat-verkeerd-gebruik");
    refused(List.of(authority.rootCertificate()), "certificaat-verkeerd-gebruik");
  }

  @Test
  void a_chain_that_borrows_our_intermediate_for_a_foreign_certificate_is_refused() {
    var foreign = authority.foreign().partner(Door.SCHOOL, "vreemd").identity().certificate();
    var ours = authority.partner(Door.SCHOOL, "De Sluis").identity().chain().getLast();

    refused(List.of(foreign, ours), "certificaat-onbekende-uitgever");
  }

  @Test
  void every_cause_tells_the_partner_in_dutch_what_to_do() {
    var chain = authority.foreign().partner(Door.SCHOOL, "vreemd").identity().chain();

    assertThatThrownBy(() -> check.check(chain, clock.instant()))
        .isInstanceOfSatisfying(
            PeerFault.class,
            fault -> {
              assertThat(fault.explanation()).endsWith(".").doesNotContain("`");
              assertThat(fault.remedy()).contains("Gebruik een certificaat");
              assertThat(fault.detail()).contains("Sluis ontwikkel-uitgever vreemd");
            });
  }

  private void refused(DevPartner partner, String code) {
    refused(partner.identity().chain(), code);
  }

  private void refused(List<? extends Certificate> chain, String code) {
    assertThatThrownBy(() -> check.check(chain, clock.instant()))
        .isInstanceOfSatisfying(PeerFault.class, f -> assertThat(f.code()).isEqualTo(code));
  }
}
