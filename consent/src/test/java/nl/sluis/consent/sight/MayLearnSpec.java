package nl.sluis.consent.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.MayLearn.Sight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may learn what, by age and gezag on the day itself (domain 2.7).
class MayLearnSpec {
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final UUID CHILD = new UUID(0, 1);
  private static final UUID MOTHER = new UUID(0, 2);
  private static final UUID FATHER = new UUID(0, 3);
  private static final MayLearn MAY_LEARN = new MayLearn(ConsentParameters.strict());

  private record Cell(String who, UUID person, String born, boolean spoke, Sight sight) {}

  @TestFactory
  Stream<DynamicTest> what_somebody_sees_follows_from_age_and_gezag() {
    return Stream.of(
            new Cell("a child of eleven", CHILD, "2014-11-26", false, Sight.NIETS),
            new Cell("a child of twelve today", CHILD, "2014-11-25", false, Sight.ALLES),
            new Cell("a youth of seventeen", CHILD, "2009-01-01", true, Sight.ALLES),
            new Cell("an adult, about herself", CHILD, "2000-01-01", false, Sight.ALLES),
            new Cell("a mother with gezag, of a baby", MOTHER, "2026-01-01", false, Sight.ALLES),
            new Cell(
                "a mother with gezag, of a fifteen-year-old",
                MOTHER,
                "2010-11-26",
                false,
                Sight.ALLES),
            new Cell(
                "a mother, of a child that is sixteen today",
                MOTHER,
                "2010-11-25",
                false,
                Sight.NIETS),
            new Cell(
                "a mother who once said yes, of a sixteen-year-old",
                MOTHER,
                "2010-11-25",
                true,
                Sight.EIGEN_WOORDEN),
            new Cell("a father without gezag", FATHER, "2018-01-01", false, Sight.NIETS),
            new Cell(
                "a father who had gezag when he said no",
                FATHER,
                "2018-01-01",
                true,
                Sight.EIGEN_WOORDEN))
        .map(
            cell ->
                DynamicTest.dynamicTest(
                    cell.who() + " sees " + cell.sight(),
                    () ->
                        assertThat(
                                MAY_LEARN.of(
                                    CHILD,
                                    cell.person(),
                                    records(LocalDate.parse(cell.born()), Set.of()),
                                    cell.spoke(),
                                    AT))
                            .isEqualTo(cell.sight())));
  }

  @Test
  void who_is_shielded_from_the_receiver_learns_nothing_not_even_the_own_words() {
    var records = records(LocalDate.parse("2018-01-01"), Set.of(MOTHER));

    assertThat(MAY_LEARN.of(CHILD, MOTHER, records, true, AT)).isEqualTo(Sight.NIETS);
  }

  @Test
  void without_a_birth_date_nobody_sees_more_than_the_own_words() {
    var records = records(null, Set.of());

    assertThat(MAY_LEARN.of(CHILD, MOTHER, records, false, AT)).isEqualTo(Sight.NIETS);
    assertThat(MAY_LEARN.of(CHILD, MOTHER, records, true, AT)).isEqualTo(Sight.EIGEN_WOORDEN);
  }

  private static Records records(@Nullable LocalDate birth, Set<UUID> shielded) {
    var custody =
        new CustodyFact(
            1,
            CustodySituation.EENHOOFDIG,
            CustodySource.GEZAGSREGISTER,
            LocalDate.parse("2026-01-01"),
            Instant.parse("2026-01-01T00:00:00Z"),
            Set.of(MOTHER));
    return new Records(
        birth,
        List.of(custody),
        List.of(),
        shielded,
        List.of(),
        List.of(),
        Set.of(),
        Map.of(),
        List.of());
  }
}
