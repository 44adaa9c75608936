package nl.sluis.gateway.notificatie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class TellingSpec {
  @Test
  void a_door_that_does_not_answer_is_tried_less_and_less_and_an_hour_apart_at_most() {
    assertThat(IntStream.rangeClosed(1, 9).mapToObj(Telling::waiting).map(Duration::toMinutes))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void an_event_names_who_may_fetch_and_where_and_nothing_else() {
    var event =
        new CloudEvent(
            new UUID(0, 1),
            new Oin("00000099000000001000"),
            Subject.PARCEL,
            new UUID(0, 2),
            new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB),
            Instant.parse("2026-11-23T09:00:00Z"));

    assertThat(event.json())
        .hasToString(
            """
            {"specversion":"1.0","id":"00000000-0000-0000-0000-000000000001",\
            "source":"urn:nld:oin:00000099000000001000:systeem:sluis",\
            "type":"nl.jeugd-uitwisselingen.pakket-klaargezet.v1","time":"2026-11-23T09:00:00Z",\
            "dataref":"/v1/postbus/00000000-0000-0000-0000-000000000002/uitreikingen",\
            "ontvanger":"00000099000000201000","rol":"school-ib"}\
            """);
  }
}
