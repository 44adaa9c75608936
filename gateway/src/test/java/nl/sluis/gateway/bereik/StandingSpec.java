package nl.sluis.gateway.bereik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.bereik.ChannelRow.Sealed;
import nl.sluis.gateway.bereik.ChannelRow.Step;
import nl.sluis.gateway.vorm.Language;
import org.junit.jupiter.api.Test;

/// The last thing that somebody said about being told counts, and an address only once it is
/// proved.
final class StandingSpec {
  private static final Instant NOW = Instant.parse("2026-11-26T11:00:00Z");
  private static final Hmac SHE = Hmac.of(new byte[32]);
  private static final Place PLACE = new Place(new UUID(1, 1), new UUID(1, 2));

  private static ChannelRow row(Step step, Channel channel, Duration ago) {
    var address =
        channel == Channel.E_MAIL
            ? Optional.of(new Sealed(new byte[32]))
            : Optional.<Sealed>empty();
    return new ChannelRow(
        SHE,
        SHE,
        PLACE,
        step,
        channel,
        new UUID(2, 2),
        address,
        NOW.minus(ago),
        "portaal",
        Language.NL);
  }

  @Test
  void who_said_nothing_is_told_nothing() {
    var standing = Standing.of(List.of(), NOW);
    assertThat(standing.now()).isInstanceOf(Standing.Now.None.class);
    assertThat(standing.mail()).isEmpty();
  }

  @Test
  void an_address_that_waits_for_its_code_leaves_what_stood_as_it_was_for_a_day() {
    var chosen = row(Step.GEKOZEN, Channel.BRIEF, Duration.ofDays(3));
    var asked = row(Step.GEVRAAGD, Channel.E_MAIL, Duration.ofHours(23));
    var old = row(Step.GEVRAAGD, Channel.E_MAIL, Duration.ofHours(24));

    assertThat(Standing.of(List.of(asked, chosen), NOW).asked()).contains(asked);
    assertThat(Standing.of(List.of(asked, chosen), NOW).now())
        .isEqualTo(new Standing.Now.Works(chosen));
    assertThat(Standing.of(List.of(old, chosen), NOW).asked()).isEmpty();
  }

  @Test
  void what_came_back_works_no_more_until_something_is_chosen_again() {
    var chosen = row(Step.GEKOZEN, Channel.E_MAIL, Duration.ofDays(3));
    var failed = row(Step.MISLUKT, Channel.E_MAIL, Duration.ofDays(2));
    var again = row(Step.GEKOZEN, Channel.E_MAIL, Duration.ofDays(1));

    assertThat(Standing.of(List.of(failed, chosen), NOW).now())
        .isInstanceOf(Standing.Now.CameBack.class);
    assertThat(Standing.of(List.of(failed, chosen), NOW).mail()).isEmpty();
    assertThat(Standing.of(List.of(again, failed, chosen), NOW).mail()).contains(again);
  }

  @Test
  void a_letter_that_came_back_takes_no_mail_away() {
    var mail = row(Step.GEKOZEN, Channel.E_MAIL, Duration.ofDays(3));
    var letter = row(Step.GEKOZEN, Channel.BRIEF, Duration.ofDays(3));
    var back = row(Step.RETOUR, Channel.BRIEF, Duration.ofDays(1));

    assertThat(Standing.of(List.of(back, mail), NOW).mail()).contains(mail);
    assertThat(Standing.of(List.of(back, letter), NOW).now())
        .isInstanceOf(Standing.Now.CameBack.class);
    assertThat(Standing.of(List.of(back), NOW).now()).isInstanceOf(Standing.Now.CameBack.class);
  }

  @Test
  void mail_goes_at_hours_at_which_nobody_is_woken() {
    assertThatThrownBy(() -> new Hours(5, 17)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Hours(17, 9)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Hours.OFFICE.isOpen(Instant.parse("2026-11-26T07:59:00Z"))).isFalse();
    assertThat(Hours.OFFICE.isOpen(Instant.parse("2026-11-26T08:00:00Z"))).isTrue();
    assertThat(Hours.OFFICE.isOpen(Instant.parse("2026-11-26T16:00:00Z"))).isFalse();
  }

  @Test
  void an_address_holds_nothing_that_could_be_a_second_one() {
    assertThat(MailLine.isAddress("anna@post.example")).isTrue();
    for (var wrong :
        List.of(
            "anna",
            "anna@post",
            "anna@post.example, bram@post.example",
            "anna@post.example\r\nBcc: x@y.example",
            "\"anna\"@post.example",
            "Anna <anna@post.example>",
            "a".repeat(201) + "@post.example")) {
      assertThat(MailLine.isAddress(wrong)).as(wrong).isFalse();
    }
  }
}
