package nl.sluis.consent.leesmee;

import static nl.sluis.consent.leesmee.ReadingWord.AKKOORD;
import static nl.sluis.consent.leesmee.ReadingWord.GELEZEN;
import static nl.sluis.consent.leesmee.ReadingWord.KLOPT_NIET;
import static nl.sluis.consent.leesmee.ReadingWord.OPMERKING;
import static nl.sluis.consent.leesmee.ReadingWord.TEGENGEHOUDEN;
import static nl.sluis.consent.leesmee.ReadingWord.VOORGELEGD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.consent.custody.Signers;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.convenant.ReadFirst.Kind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// When a text may go that a family reads first: everybody lets it go, one is enough to stop it.
final class ReadingSpec {
  private static final UUID MOTHER = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID FATHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final UUID CHILD = UUID.fromString("00000000-0000-4000-8000-000000000003");
  private static final Instant LAID = Instant.parse("2026-11-02T09:00:00Z");
  private static final Instant IN_TIME = LAID.plus(Duration.ofDays(3));
  private static final Instant TERM_OVER = LAID.plus(Duration.ofDays(14));
  private static final Signers BOTH =
      new Signers.Known(Set.of(), Set.of(MOTHER, FATHER), Quorum.ALLEN);

  private final List<ReadingEvent> events = new ArrayList<>();

  @Test
  void a_text_that_must_be_agreed_to_waits_for_every_reader_whatever_the_term() {
    self(MOTHER, GELEZEN);
    self(MOTHER, AKKOORD);
    self(FATHER, GELEZEN);

    assertThat(stateOf(Kind.AKKOORD, TERM_OVER)).isEqualTo(waiting(FATHER));

    self(FATHER, AKKOORD);

    assertThat(stateOf(Kind.AKKOORD, IN_TIME)).isEqualTo(new ReadingState.Done());
  }

  @Test
  void what_may_be_looked_at_first_goes_when_the_term_is_over_and_not_before() {
    self(MOTHER, GELEZEN);
    self(FATHER, VOORGELEGD);

    assertThat(stateOf(Kind.INZAGE, TERM_OVER.minusMillis(1))).isEqualTo(waiting(MOTHER, FATHER));
    assertThat(stateOf(Kind.INZAGE, TERM_OVER)).isEqualTo(new ReadingState.Done());
  }

  @Test
  void of_whom_nobody_knows_that_a_text_was_shown_the_term_does_not_run() {
    self(MOTHER, GELEZEN);

    assertThat(stateOf(Kind.INZAGE, TERM_OVER)).isEqualTo(waiting(FATHER));
  }

  @Test
  void what_can_be_stopped_goes_after_the_term_only_when_it_was_read() {
    self(MOTHER, GELEZEN);
    self(FATHER, VOORGELEGD);

    assertThat(stateOf(Kind.TEGENHOUDEN, TERM_OVER)).isEqualTo(waiting(FATHER));

    self(FATHER, GELEZEN);

    assertThat(stateOf(Kind.TEGENHOUDEN, IN_TIME)).isEqualTo(waiting(MOTHER, FATHER));
    assertThat(stateOf(Kind.TEGENHOUDEN, TERM_OVER)).isEqualTo(new ReadingState.Done());
  }

  @Test
  void one_reader_is_enough_to_stop_it_and_only_that_reader_undoes_it() {
    self(MOTHER, AKKOORD);
    self(FATHER, TEGENGEHOUDEN);
    self(MOTHER, AKKOORD);
    paper(FATHER, AKKOORD);

    assertThat(stateOf(Kind.TEGENHOUDEN, TERM_OVER)).isEqualTo(new ReadingState.Stopped());
    assertThat(stateOf(Kind.AKKOORD, TERM_OVER)).isEqualTo(waiting(MOTHER, FATHER));

    self(FATHER, AKKOORD);

    assertThat(stateOf(Kind.TEGENHOUDEN, IN_TIME)).isEqualTo(new ReadingState.Done());
    assertThat(stateOf(Kind.AKKOORD, IN_TIME)).isEqualTo(new ReadingState.Done());
  }

  @Test
  void who_lost_gezag_still_stops_what_they_stopped() {
    self(FATHER, TEGENGEHOUDEN);
    self(MOTHER, AKKOORD);
    var motherAlone = new Signers.Known(Set.of(), Set.of(MOTHER), Quorum.ALLEN);

    assertThat(stateOf(Kind.TEGENHOUDEN, motherAlone, Set.of(), TERM_OVER))
        .isEqualTo(new ReadingState.Stopped());
    assertThat(stateOf(Kind.AKKOORD, motherAlone, Set.of(), TERM_OVER)).isEqualTo(waiting(MOTHER));
  }

  @Test
  void paper_counts_as_much_as_the_own_place_until_its_reader_says_that_it_is_not_so() {
    paper(MOTHER, AKKOORD);
    paper(FATHER, AKKOORD);

    assertThat(stateOf(Kind.AKKOORD, IN_TIME)).isEqualTo(new ReadingState.Done());

    self(FATHER, KLOPT_NIET);

    assertThat(stateOf(Kind.AKKOORD, IN_TIME)).isEqualTo(waiting(MOTHER, FATHER));
    assertThat(stateOf(Kind.TEGENHOUDEN, TERM_OVER)).isEqualTo(new ReadingState.Stopped());
    assertThat(stateOf(Kind.INZAGE, IN_TIME)).isEqualTo(waiting(FATHER));
  }

  @Test
  void denying_paper_takes_no_own_yes_away() {
    self(MOTHER, AKKOORD);
    self(FATHER, AKKOORD);
    paper(FATHER, GELEZEN);
    self(FATHER, KLOPT_NIET);

    assertThat(stateOf(Kind.AKKOORD, IN_TIME)).isEqualTo(new ReadingState.Done());
  }

  @Test
  void what_somebody_else_may_have_clicked_opens_nothing_and_still_stops() {
    self(MOTHER, AKKOORD);
    events.add(new ReadingEvent(FATHER, AKKOORD, false, IN_TIME, true));

    assertThat(stateOf(Kind.AKKOORD, IN_TIME)).isEqualTo(waiting(FATHER));

    events.add(new ReadingEvent(FATHER, TEGENGEHOUDEN, false, IN_TIME, true));

    assertThat(stateOf(Kind.TEGENHOUDEN, TERM_OVER)).isEqualTo(new ReadingState.Stopped());
  }

  @Test
  void nobody_can_stop_what_the_law_makes_go() {
    self(MOTHER, AKKOORD);
    self(FATHER, AKKOORD);
    events.add(new ReadingEvent(CHILD, TEGENGEHOUDEN, false, IN_TIME, false));

    assertThat(stateOf(Kind.INZAGE, IN_TIME)).isEqualTo(new ReadingState.Done());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void when_it_is_not_known_who_reads_nothing_goes(Kind kind) {
    self(MOTHER, AKKOORD);
    self(FATHER, AKKOORD);
    var nobody = new Signers.Known(Set.of(), Set.of(), Quorum.ALLEN);

    assertThat(stateOf(kind, new Signers.Unknown(), Set.of(), IN_TIME))
        .isEqualTo(new ReadingState.ReadersUnknown());
    assertThat(stateOf(kind, nobody, Set.of(), IN_TIME))
        .isEqualTo(new ReadingState.ReadersUnknown());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void when_a_reader_may_not_know_of_it_nothing_goes(Kind kind) {
    self(MOTHER, AKKOORD);
    self(FATHER, AKKOORD);

    assertThat(stateOf(kind, BOTH, Set.of(FATHER), IN_TIME))
        .isEqualTo(new ReadingState.ReaderShielded());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void that_it_was_read_counts_until_its_last_day(Kind kind) {
    self(MOTHER, AKKOORD);
    self(FATHER, AKKOORD);
    var end = piece().goodUntil();

    assertThat(stateOf(kind, end.minusMillis(1))).isEqualTo(new ReadingState.Done());
    assertThat(stateOf(kind, end)).isEqualTo(new ReadingState.Over());
  }

  /// Whatever was said before: one more no never opens anything, and a no stands until its own
  /// speaker, logged in, lets it go.
  @Test
  void in_no_order_of_words_does_a_no_open_anything() {
    var random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      events.clear();
      for (int i = random.nextInt(8); i > 0; i--) {
        events.add(any(random));
      }
      var kind = random.nextBoolean() ? Kind.AKKOORD : Kind.TEGENHOUDEN;
      self(random.nextBoolean() ? MOTHER : FATHER, TEGENGEHOUDEN);
      paper(MOTHER, AKKOORD);
      paper(FATHER, AKKOORD);

      assertThat(stateOf(kind, TERM_OVER)).isNotInstanceOf(ReadingState.Done.class);
    }
  }

  private static ReadingEvent any(Random random) {
    var words = List.of(VOORGELEGD, GELEZEN, AKKOORD, TEGENGEHOUDEN, OPMERKING, KLOPT_NIET);
    return new ReadingEvent(
        random.nextBoolean() ? MOTHER : FATHER,
        words.get(random.nextInt(words.size())),
        random.nextBoolean(),
        IN_TIME,
        random.nextInt(4) == 0);
  }

  private void self(UUID person, ReadingWord word) {
    events.add(new ReadingEvent(person, word, false, IN_TIME, false));
  }

  private void paper(UUID person, ReadingWord word) {
    events.add(new ReadingEvent(person, word, true, IN_TIME, false));
  }

  private ReadingState stateOf(Kind kind, Instant at) {
    return stateOf(kind, BOTH, Set.of(), at);
  }

  private ReadingState stateOf(Kind kind, Signers readers, Set<UUID> shielded, Instant at) {
    var first = new ReadFirst(kind, Set.of(Regime.MEDISCH));
    return Reading.of(piece(), first, events, readers, shielded, at);
  }

  private static ReadingState waiting(UUID... who) {
    return new ReadingState.Waiting(Set.of(who));
  }

  private static Piece piece() {
    return new Piece(
        UUID.fromString("00000000-0000-4000-8000-000000000009"),
        CHILD,
        new Purpose("jgz-advies-school"),
        "tekst-akkoord-gezin",
        new PartyRole(new Oin("00000099000000301000"), Role.GGD_JEUGDARTS),
        new PartyRole(new Oin("00000099000000101000"), Role.SCHOOL_IB),
        Set.of(DataCategory.K12),
        LAID,
        TERM_OVER,
        LAID.plus(Duration.ofDays(90)),
        false);
  }
}
