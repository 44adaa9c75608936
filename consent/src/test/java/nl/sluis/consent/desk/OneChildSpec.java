package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.AT_SCHOOL;
import static nl.sluis.consent.desk.Desk.FATHER;
import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.label;
import static nl.sluis.consent.desk.Desk.says;
import static nl.sluis.consent.desk.Desk.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.Merges.NotOne;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.Unmerging;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.question.ConsentState.Given;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.ConsentState.NotGiven;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two references that turn out to mean one child: every stop goes along, and no yes does.
class OneChildSpec {
  private static final String SAID = "2026-11-20T10:00:00Z";
  private static final Instant MERGED = NOW;
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final Oin GGD = new Oin("00000099000000102000");

  private static Desk desk;
  private static Merges merges;
  private static Unmerging unmerging;

  @BeforeAll
  static void open() {
    desk = new Desk();
    merges = new Merges(Desk.REGION, TestSeal.SEAL, desk.subjects);
    unmerging = new Unmerging(Desk.REGION, TestSeal.SEAL, desk.subjects);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void a_yes_said_for_the_reference_that_joins_does_not_go_along() throws Exception {
    var child = desk.child("ja-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("ja-twee", "2018-05-01", "eenhoofdig", MOTHER);
    gives(provisional, MOTHER);

    merge(provisional, child);

    assertThat(state(child)).isInstanceOf(NotGiven.class);
  }

  @Test
  void a_yes_of_the_child_that_stays_goes_on_counting() throws Exception {
    var child = desk.child("blijft-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("blijft-twee", "2018-05-01", "eenhoofdig", MOTHER);
    gives(child, MOTHER);

    merge(provisional, child);

    assertThat(state(child)).isInstanceOf(Given.class);
  }

  @Test
  void a_no_that_was_said_for_the_other_reference_stops_it() throws Exception {
    var child = desk.child("nee-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional =
        desk.child("nee-twee", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    gives(child, MOTHER);
    desk.recorded(sheet(provisional, says(FATHER, "geweigerd", "papier", SAID)));

    merge(provisional, child);

    assertThat(state(child)).isInstanceOf(NotGiven.class);
  }

  @Test
  void a_no_said_afterwards_in_the_question_of_before_still_stops() throws Exception {
    var child = desk.child("na-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("na-twee", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    gives(child, MOTHER);
    var old = gives(provisional, MOTHER);
    merge(provisional, child);

    var filed =
        desk.locked(
            child,
            tx ->
                desk.consents.withdraw(
                    tx,
                    desk.consents.find(tx, old).orElseThrow(),
                    new WithdrawalDraft(FATHER, "papier", NOW.toString(), List.of(), null),
                    AT_SCHOOL,
                    LATER));

    assertThat(filed).isInstanceOf(Filed.Done.class);
    assertThat(desk.judged(child, LATER).subject().consent()).isInstanceOf(NotGiven.class);
  }

  @Test
  void a_restriction_goes_along() throws Exception {
    var child = desk.child("stop-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("stop-twee", "2018-05-01", "eenhoofdig", MOTHER);
    restricted(provisional);

    merge(provisional, child);

    assertThat(desk.judged(child, LATER).subject().restrictions()).contains(Restriction.BEPERKT);
  }

  @Test
  void undone_the_loose_reference_has_no_consent_and_keeps_every_stop() throws Exception {
    var child = desk.child("los-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("los-twee", "2018-05-01", "eenhoofdig", MOTHER);
    gives(provisional, MOTHER);
    gives(child, MOTHER);
    var id = merge(provisional, child);
    restricted(child);

    undo(id);

    assertThat(means("los-twee")).isEqualTo(provisional);
    assertThat(state(provisional)).isInstanceOf(NotGiven.class);
    assertThat(desk.judged(provisional, LATER).subject().restrictions())
        .contains(Restriction.BEPERKT);
    assertThat(desk.judged(child, LATER).subject().restrictions()).contains(Restriction.BEPERKT);
  }

  @Test
  void undone_a_no_of_the_time_between_still_stops_a_yes_that_a_professional_notes_later()
      throws Exception {
    var child = desk.child("tussen-een", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("tussen-twee", "2018-05-01", "eenhoofdig", MOTHER);
    var old = gives(provisional, MOTHER);
    var id = merge(provisional, child);
    var unused =
        desk.locked(
            child,
            tx ->
                desk.consents.withdraw(
                    tx,
                    desk.consents.find(tx, old).orElseThrow(),
                    new WithdrawalDraft(MOTHER, "papier", NOW.toString(), List.of(), null),
                    AT_SCHOOL,
                    NOW));
    assertThat(unused).isInstanceOf(Filed.Done.class);

    undo(id);

    var again = sheet(provisional, says(MOTHER, "gegeven", "mondeling", LATER.toString()));
    var filed =
        desk.locked(
            provisional, tx -> desk.consents.record(tx, again, AT_SCHOOL, Desk.RULES, LATER));
    assertThat(filed).isInstanceOf(Filed.Done.class);
    assertThat(((NotGiven) state(provisional)).lacks()).contains(Lack.INGETROKKEN);
  }

  @Test
  void two_references_of_one_organisation_are_two_children() throws Exception {
    var one = desk.child("zelf-een", "2018-05-01", "eenhoofdig", MOTHER);
    var other = desk.child("zelf-twee", "2018-05-01", "eenhoofdig", MOTHER);

    assertThat(whyNot(one, other)).contains(NotOne.TWEE_KENMERKEN);
  }

  @Test
  void who_was_born_on_another_day_is_another_child() throws Exception {
    var one = desk.child("dag-een", "2018-05-01", "eenhoofdig", MOTHER);
    var other = elsewhere("dag-twee");
    var unused =
        desk.locked(
            other,
            tx ->
                desk.families.register(
                    tx, other, Desk.family("2018-05-02", "eenhoofdig", MOTHER), AT_SCHOOL, 1, NOW));
    assertThat(unused).isInstanceOf(Filed.Done.class);

    assertThat(whyNot(other, one)).contains(NotOne.GEBOORTEDATUM);
  }

  @Test
  void nobody_takes_the_places_of_both_parents() throws Exception {
    var child = desk.child("beiden", "2018-05-01", "gezamenlijk-gescheiden", MOTHER, FATHER);
    var places = new PlaceRegister(Desk.REGION);
    var mother = new Place(child, person(child, MOTHER));
    var father = new Place(child, person(child, FATHER));

    boolean may =
        desk.locked(
            child,
            tx -> {
              places.take(tx, UUID.randomUUID(), father, label("nummer van vader"), NOW);
              return places.mayTake(tx, mother, label("nummer van vader"));
            });

    assertThat(may).isFalse();
  }

  private static UUID merge(UUID from, UUID into) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      desk.subjects.lock(tx, new TreeSet<>(Set.of(from, into)));
      var id = merges.merge(tx, new Merges.Pair(from, into), Optional.empty(), "persoon", MERGED);
      tx.commit();
      return id;
    }
  }

  private static void undo(UUID id) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var merge = merges.find(tx, id).orElseThrow();
      desk.subjects.lock(tx, new TreeSet<>(Set.of(merge.pair().from(), merge.pair().into())));
      new TakenBack(Desk.REGION).aboutAnother(tx, unmerging.asks(tx, merge), LATER);
      unmerging.undo(tx, merge, "school", LATER);
      tx.commit();
    }
  }

  private static Optional<NotOne> whyNot(UUID from, UUID into) throws SQLException {
    return desk.locked(from, tx -> merges.whyNot(tx, new Merges.Pair(from, into)));
  }

  private static UUID gives(UUID child, Voice voice) throws SQLException {
    return desk.recorded(sheet(child, says(voice, "gegeven", "papier", SAID)));
  }

  private static void restricted(UUID child) throws SQLException {
    var stops = new StopDesk(Desk.REGION);
    var draft = new StopDraft("beperkt", NOW.toString(), "", "2027-02-22", Desk.by("med-77"));
    var filed =
        desk.locked(child, tx -> stops.restrict(tx, child, draft, ReviewTerms.STRICT, SCHOOL, NOW));
    assertThat(filed).isInstanceOf(Filed.Done.class);
  }

  private static Object state(UUID child) throws SQLException {
    return desk.judged(child, LATER).subject().consent();
  }

  private static UUID elsewhere(String reference) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return desk.subjects.resolve(
          tx, GGD, ReferenceKind.EIGEN_KENMERK, label(reference).bytes(), 1);
    }
  }

  private static UUID means(String reference) throws SQLException {
    var key = AliasKey.of(SCHOOL.oin(), ReferenceKind.EIGEN_KENMERK, label(reference).bytes(), 1);
    try (var tx = desk.database.gateway().getConnection()) {
      return Objects.requireNonNull(desk.subjects.find(tx, List.of(key)).get(key));
    }
  }

  private static UUID person(UUID child, Voice voice) throws SQLException {
    var word = ((Voice.Labelled) voice).label();
    var known =
        desk.locked(
            child,
            tx -> new PersonRegister(Desk.REGION).find(tx, child, SCHOOL.oin(), Set.of(word)));
    return Objects.requireNonNull(known.get(word));
  }
}
