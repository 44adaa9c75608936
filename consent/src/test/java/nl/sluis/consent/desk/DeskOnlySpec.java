package nl.sluis.consent.desk;

import static nl.sluis.consent.desk.Desk.MOTHER;
import static nl.sluis.consent.desk.Desk.NOW;
import static nl.sluis.consent.desk.Desk.SCHOOL;
import static nl.sluis.consent.desk.Desk.label;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.policies.convenant.ReviewTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is served at the desk only is so at every child, until two people say otherwise.
class DeskOnlySpec {
  private static final PersonRegister PEOPLE = new PersonRegister(Desk.REGION);
  private static final PlaceRegister PLACES = new PlaceRegister(Desk.REGION);
  private static final String REVIEW = "2026-12-22";

  private static Desk desk;
  private static DeskOnlyDesk only;

  @BeforeAll
  static void open() {
    desk = new Desk();
    only = new DeskOnlyDesk(Desk.REGION, TestSeal.SEAL);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void it_follows_the_person_to_every_child_and_nobody_else() throws Exception {
    var child = desk.child("loket-een", "2018-05-01", "eenhoofdig", MOTHER);
    enters(child, "haar nummer");
    set(child, MOTHER);

    assertThat(isDeskOnly("haar nummer", Optional.empty())).isTrue();
    assertThat(isDeskOnly("een ander nummer", Optional.empty())).isFalse();
  }

  @Test
  void it_counts_for_who_enters_a_letter_only_later() throws Exception {
    var child = desk.child("loket-twee", "2018-05-01", "eenhoofdig", MOTHER);
    set(child, MOTHER);

    var place = new Place(child, person(child));
    assertThat(isDeskOnly("een nieuw nummer", Optional.of(place))).isTrue();
    enters(child, "een nieuw nummer");
    assertThat(isDeskOnly("een nieuw nummer", Optional.empty())).isTrue();
  }

  @Test
  void a_young_person_is_found_by_the_child_that_it_is_itself() throws Exception {
    var child = desk.child("loket-drie", "2012-05-01", "eenhoofdig", MOTHER);
    set(child, new Voice.Youth());

    assertThat(isDeskOnly("jong", Optional.of(new Place(child, child)))).isTrue();
    assertThat(isDeskOnly("jong", Optional.of(new Place(child, person(child))))).isFalse();
  }

  @Test
  void one_person_alone_cannot_and_neither_can_a_day_beyond_the_term() throws Exception {
    var child = desk.child("loket-vier", "2018-05-01", "eenhoofdig", MOTHER);

    assertThat(Desk.fields(set(child, MOTHER, "med-77", "med-77", REVIEW)))
        .containsExactly("bevestigdDoor.id");
    assertThat(Desk.fields(set(child, MOTHER, "med-77", "med-88", "2040-01-01")))
        .containsExactly("herziening");
  }

  @Test
  void as_long_as_another_organisation_holds_on_it_stays() throws Exception {
    var child = desk.child("loket-vijf", "2018-05-01", "eenhoofdig", MOTHER);
    enters(child, "vijf");
    var first = set(child, MOTHER);
    var second = set(child, MOTHER);

    lift(child, first);
    assertThat(isDeskOnly("vijf", Optional.empty())).isTrue();
    lift(child, second);
    assertThat(isDeskOnly("vijf", Optional.empty())).isFalse();
    assertThat(find(child, first).lifted()).isTrue();
  }

  @Test
  void it_goes_along_when_two_children_turn_out_to_be_one_and_ends_under_its_old_name()
      throws Exception {
    var child = desk.child("loket-blijft", "2018-05-01", "eenhoofdig", MOTHER);
    var provisional = desk.child("loket-erbij", "2018-05-01", "eenhoofdig", MOTHER);
    enters(provisional, "zes");
    var id = set(provisional, MOTHER);

    merge(provisional, child);
    assertThat(isDeskOnly("zes", Optional.empty())).isTrue();
    assertThat(find(child, id).subject()).isEqualTo(child);

    lift(child, id);
    assertThat(isDeskOnly("zes", Optional.empty())).isFalse();
  }

  private static Filed set(UUID child, Voice who, String one, String two, String review)
      throws SQLException {
    var both =
        new DeskOnlyDesk.Two(
            Desk.by(one), new EmbargoDraft.Confirmed(two, "aandachtsfunctionaris", label(two)));
    var draft = new DeskOnlyDesk.Draft(who, "professional", review, both);
    return desk.locked(child, tx -> only.set(tx, child, draft, ReviewTerms.STRICT, SCHOOL, NOW));
  }

  private static UUID set(UUID child, Voice who) throws SQLException {
    var filed = set(child, who, "med-77", "med-88", REVIEW);
    assertThat(filed).isInstanceOf(Filed.Done.class);
    return ((Filed.Done) filed).id();
  }

  private static DeskOnlyDesk.OnRecord find(UUID child, UUID id) throws SQLException {
    return desk.locked(child, tx -> only.find(tx, id)).orElseThrow();
  }

  private static void lift(UUID child, UUID id) throws SQLException {
    var both =
        new DeskOnlyDesk.Two(
            Desk.by("med-77"),
            new EmbargoDraft.Confirmed("med-88", "aandachtsfunctionaris", label("med-88")));
    var filed =
        desk.locked(child, tx -> only.lift(tx, only.find(tx, id).orElseThrow(), both, SCHOOL, NOW));
    assertThat(filed).isInstanceOf(Filed.Done.class);
  }

  private static boolean isDeskOnly(String number, Optional<Place> place) throws SQLException {
    try (var tx = desk.database.gateway().getConnection()) {
      return PLACES.isDeskOnly(tx, label(number), place);
    }
  }

  private static UUID person(UUID child) throws SQLException {
    var word = ((Voice.Labelled) MOTHER).label();
    var found = desk.locked(child, tx -> PEOPLE.find(tx, child, SCHOOL.oin(), Set.of(word)));
    return Objects.requireNonNull(found.get(word));
  }

  private static void enters(UUID child, String number) throws SQLException {
    var place = new Place(child, person(child));
    Hmac keyed = label(number);
    var done =
        desk.locked(
            child,
            tx -> {
              PLACES.take(tx, UUID.randomUUID(), place, keyed, NOW);
              return true;
            });
    assertThat(done).isTrue();
  }

  private static void merge(UUID from, UUID into) throws SQLException {
    var merges = new Merges(Desk.REGION, TestSeal.SEAL, desk.subjects);
    try (var tx = desk.database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      desk.subjects.lock(tx, new TreeSet<>(Set.of(from, into)));
      var id = merges.merge(tx, new Merges.Pair(from, into), Optional.empty(), "persoon", NOW);
      tx.commit();
      assertThat(id).isNotNull();
    }
  }
}
