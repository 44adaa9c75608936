package nl.sluis.gateway.verzoek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.inzicht.Handed.Exchange;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Who is told that something was mended or erased: whoever got it from the organisation that did
/// so, and nobody else (AVG 19).
final class RecipientsSpec {
  private static final PartyRole SCHOOL = party("1", Role.SCHOOL_IB);
  private static final PartyRole CJG = party("2", Role.CJG_COACH);
  private static final PartyRole GGD = party("3", Role.GGD_JEUGDARTS);
  private static final PartyRole MOTHER = party("4", Role.OUDER_GEZAG);
  private static final Instant THEN = Instant.parse("2026-11-24T09:00:00Z");

  private static PartyRole party(String last, Role role) {
    return new PartyRole(new Oin("0".repeat(19) + last), role);
  }

  private static UUID id(long number) {
    return new UUID(0, number);
  }

  private static Exchange exchange(
      long number, boolean got, PartyRole from, PartyRole to, DataCategory... what) {
    return new Exchange(
        number, got, id(number), from, to, Set.of(what), THEN.plusSeconds(number * 60));
  }

  private static SubjectRequest request(RequestKind kind, PartyRole holder, long about) {
    var matter =
        new Matter(
            new Purpose("signaal-bespreken-cjg"),
            SCHOOL,
            Optional.of(CJG),
            Optional.empty(),
            Optional.of("X02"),
            LocalDate.parse("2026-11-24"),
            List.of(id(about)),
            Optional.empty());
    return new SubjectRequest(
        id(100),
        id(200),
        id(200),
        id(300),
        kind,
        holder.oin(),
        Optional.empty(),
        matter,
        Optional.empty(),
        THEN,
        THEN,
        Language.NL,
        List.of());
  }

  private static List<Long> told(SubjectRequest request, Exchange... all) {
    return Recipients.got(request, List.of(all)).stream().map(Exchange::row).toList();
  }

  @Test
  void who_got_the_same_kind_of_data_from_the_same_organisation_is_told_earlier_or_later() {
    var request = request(RequestKind.RECTIFICATIE, SCHOOL, 5);

    assertThat(
            told(
                request,
                exchange(4, true, SCHOOL, GGD, DataCategory.K01, DataCategory.K12),
                exchange(5, true, SCHOOL, CJG, DataCategory.K01, DataCategory.K09),
                exchange(6, true, SCHOOL, GGD, DataCategory.K09)))
        .containsExactly(4L, 5L, 6L);
  }

  @Test
  void who_got_other_data_or_from_another_or_nothing_is_not_told() {
    var request = request(RequestKind.RECTIFICATIE, SCHOOL, 5);

    assertThat(
            told(
                request,
                exchange(5, true, SCHOOL, CJG, DataCategory.K01),
                exchange(6, true, SCHOOL, GGD, DataCategory.K12),
                exchange(7, true, CJG, GGD, DataCategory.K01),
                exchange(8, false, SCHOOL, GGD, DataCategory.K01)))
        .containsExactly(5L);
  }

  @Test
  void of_what_was_refused_who_got_the_same_otherwise_is_told() {
    var request = request(RequestKind.RECTIFICATIE, SCHOOL, 5);

    assertThat(
            told(
                request,
                exchange(5, false, SCHOOL, CJG, DataCategory.K01),
                exchange(6, true, SCHOOL, GGD, DataCategory.K01)))
        .containsExactly(6L);
  }

  @Test
  void who_got_it_itself_and_erased_it_tells_whom_it_gave_it_since() {
    var request = request(RequestKind.WISSING, CJG, 5);

    assertThat(
            told(
                request,
                exchange(4, true, CJG, GGD, DataCategory.K01),
                exchange(5, true, SCHOOL, CJG, DataCategory.K01),
                exchange(6, true, CJG, GGD, DataCategory.K01),
                exchange(7, true, CJG, SCHOOL, DataCategory.K01)))
        .containsExactly(6L, 7L);
  }

  @Test
  void a_family_and_the_organisation_itself_are_no_receivers() {
    var request = request(RequestKind.RECTIFICATIE, SCHOOL, 5);
    var itself = new PartyRole(SCHOOL.oin(), Role.SCHOOL_DIRECTEUR);

    assertThat(
            told(
                request,
                exchange(5, true, SCHOOL, CJG, DataCategory.K01),
                exchange(6, true, SCHOOL, MOTHER, DataCategory.K01),
                exchange(7, true, SCHOOL, itself, DataCategory.K01)))
        .containsExactly(5L);
  }

  @Test
  void only_a_yes_to_a_rectification_or_an_erasure_is_told_on() {
    for (var kind : RequestKind.values()) {
      for (var step : StepKind.values()) {
        boolean mends =
            EnumSet.of(RequestKind.RECTIFICATIE, RequestKind.WISSING).contains(kind)
                && step == StepKind.TOEGEWEZEN;

        assertThat(Recipients.follow(request(kind, SCHOOL, 5), step)).isEqualTo(mends);
        assertThat(Recipients.answers(kind).isEmpty())
            .isEqualTo(kind != RequestKind.RECTIFICATIE && kind != RequestKind.WISSING);
      }
    }
  }
}
