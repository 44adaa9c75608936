package nl.sluis.dev.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import nl.sluis.gateway.edge.OwnIdentity;
import nl.sluis.gateway.peer.CrlStore;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.peer.TrustAnchors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of an operator that are replaced while a gateway works: whose certificates count, and what
/// Sluis itself shows when it calls.
final class ReplacedAuthoritiesSpec {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private DevAuthority authority;
  private DevAuthority next;
  private CrlStore lists;
  private PeerCheck check;
  private DevPartner partner;
  private DevPartner underNext;

  @BeforeEach
  void an_authority_and_the_one_that_comes_after_it() {
    authority = DevAuthority.create(folder, clock);
    next = authority.foreign();
    var anchors = TrustAnchors.read(authority.trustFile());
    lists = new CrlStore(authority.crlFiles(), anchors, clock);
    lists.reload();
    check = new PeerCheck(anchors, lists);
    partner = authority.partner(Door.SCHOOL, "De Sluis");
    underNext = next.partner(Door.SCHOOL, "De Sluis");
  }

  @Test
  void an_authority_that_comes_counts_beside_the_first_and_one_that_goes_counts_no_more()
      throws Exception {
    assertThat(isRefused(underNext)).isEqualTo("certificaat-onbekende-uitgever");
    var before = lists.version();

    Files.writeString(authority.trustFile(), both(authority.trustFile(), next.trustFile()));
    for (int i = 0; i < 2; i++) {
      var file = authority.crlFiles().get(i);
      Files.writeString(file, both(file, next.crlFiles().get(i)));
    }
    assertThat(lists.reload().faults()).isEmpty();

    assertThat(check.check(underNext.identity().chain(), clock.instant()).oin())
        .isEqualTo(Door.SCHOOL);
    assertThat(check.check(partner.identity().chain(), clock.instant()).oin())
        .isEqualTo(Door.SCHOOL);
    assertThat(lists.version()).as("the doors send other names").isGreaterThan(before);

    Files.copy(next.trustFile(), authority.trustFile(), StandardCopyOption.REPLACE_EXISTING);
    lists.reload();

    // Also of who was let in before: what was remembered of a certificate is looked at again.
    assertThat(isRefused(partner)).isEqualTo("certificaat-onbekende-uitgever");
    assertThat(check.check(underNext.identity().chain(), clock.instant()).oin())
        .isEqualTo(Door.SCHOOL);
  }

  @Test
  void a_bad_file_of_authorities_never_replaces_a_good_one() throws Exception {
    for (var rubbish : new String[] {"", "geen certificaat", "-----BEGIN CERTIFICATE-----\nAA"}) {
      Files.writeString(authority.trustFile(), rubbish);

      assertThat(lists.reload().faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.file()).isEqualTo("ca.pem"))
          .satisfies(fault -> assertThat(fault.problem()).contains("in force stay"));
      assertThat(check.check(partner.identity().chain(), clock.instant()).oin())
          .isEqualTo(Door.SCHOOL);
    }
  }

  @Test
  void what_sluis_shows_is_good_also_between_the_replacing_of_one_file_and_of_the_other()
      throws Exception {
    var first = partner.identity();
    var second = authority.partner(Door.SCHOOL, "De Sluis").identity();
    var own = new OwnIdentity(first.chainFile(), first.keyFile(), clock);
    var until = own.now().validUntil();

    Files.copy(second.chainFile(), first.chainFile(), StandardCopyOption.REPLACE_EXISTING);
    assertThat(own.now().isSameAs(own.now())).isTrue();
    assertThat(own.now().validUntil()).isEqualTo(until);
    var between = own.now();
    Files.copy(second.keyFile(), first.keyFile(), StandardCopyOption.REPLACE_EXISTING);

    assertThat(own.now().isSameAs(between)).as("the new one counts at once").isFalse();
  }

  @Test
  void what_was_good_is_not_shown_when_it_is_over() throws Exception {
    var now = clock.instant();
    var soonOver = new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofHours(1)));
    var shown = authority.partner(Door.SCHOOL, "De Sluis", soonOver).identity();
    var own = new OwnIdentity(shown.chainFile(), shown.keyFile(), clock);
    assertThat(own.now().validUntil()).isAfter(now);

    Files.writeString(shown.keyFile(), "weg");
    assertThat(own.now().validUntil()).isAfter(now);
    clock.move(Duration.ofHours(2));

    assertThatThrownBy(own::now).isInstanceOf(IllegalArgumentException.class);
  }

  private String isRefused(DevPartner who) {
    try {
      var _ = check.check(who.identity().chain(), clock.instant());
      return "";
    } catch (PeerFault fault) {
      return fault.code();
    }
  }

  private static String both(Path one, Path other) throws IOException {
    return Files.readString(one) + Files.readString(other);
  }
}
