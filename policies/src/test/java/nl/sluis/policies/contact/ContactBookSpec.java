package nl.sluis.policies.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.policies.contact.Contact.Standing;
import nl.sluis.policies.contact.ContactEntry.Kind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class ContactBookSpec {
  private static final Oin SCHOOL = new Oin("00000099000000204000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  private final List<ContactEntry> lines = new ArrayList<>();

  @Test
  void a_secondary_school_has_one_contact_for_each_part() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-09-01");
    fixed("bovenbouw", "stedelijk-team", "coach-2", "2026-09-01");

    assertThat(contact("onderbouw", MONDAY).team()).isEqualTo("gebiedsteam");
    assertThat(contact("bovenbouw", MONDAY).person()).contains("coach-2");
  }

  @Test
  void before_its_first_day_nobody_is_the_contact() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-12-01");

    assertThat(at("onderbouw", MONDAY)).isEmpty();
  }

  @Test
  void a_later_line_follows_an_earlier_one_on_its_first_day() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-09-01");
    fixed("onderbouw", "gebiedsteam", "coach-3", "2026-12-01");

    assertThat(contact("onderbouw", LocalDate.parse("2026-11-30")).person()).contains("coach-1");
    assertThat(contact("onderbouw", LocalDate.parse("2026-12-01")).person()).contains("coach-3");
  }

  @Test
  void whoever_is_away_is_replaced_and_comes_back() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-09-01");
    line(Kind.AFWEZIG, "coach-1", "", "2026-11-20", "2026-12-20");
    line(Kind.VERVANGING, "coach-9", "coach-1", "2026-11-20", "2026-12-20");

    assertThat(contact("onderbouw", MONDAY).person()).contains("coach-9");
    assertThat(contact("onderbouw", MONDAY).standing()).isEqualTo(Standing.VERVANGER);

    line(Kind.AANWEZIG, "coach-1", "", "2026-11-23", "");

    assertThat(contact("onderbouw", MONDAY).person()).contains("coach-1");
  }

  @Test
  void without_a_substitute_the_team_answers_and_nothing_waits() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-09-01");
    line(Kind.AFWEZIG, "coach-1", "", "2026-11-20", "");

    var contact = contact("onderbouw", MONDAY);

    assertThat(contact.standing()).isEqualTo(Standing.TEAM);
    assertThat(contact.person()).isEmpty();
    assertThat(contact.team()).isEqualTo("gebiedsteam");
  }

  @Test
  void two_who_replace_each_other_while_both_are_away_leave_it_to_the_team() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-09-01");
    line(Kind.AFWEZIG, "coach-1", "", "2026-11-20", "");
    line(Kind.AFWEZIG, "coach-2", "", "2026-11-20", "");
    line(Kind.VERVANGING, "coach-2", "coach-1", "2026-11-20", "");
    line(Kind.VERVANGING, "coach-1", "coach-2", "2026-11-20", "");

    assertThat(contact("onderbouw", MONDAY).standing()).isEqualTo(Standing.TEAM);
  }

  @Test
  void a_family_sees_one_contact_however_many_functions_there_are() {
    fixed("onderbouw", "gebiedsteam", "coach-1", "2026-09-01");
    lines.add(
        new ContactEntry(
            SCHOOL,
            "onderbouw",
            Role.GGD_JEUGDARTS,
            Kind.VAST,
            CJG,
            "jgz",
            "arts-1",
            Optional.empty(),
            MONDAY,
            Optional.empty(),
            lines.size()));

    var order = List.of(Role.JMW, Role.CJG_COACH, Role.GGD_JEUGDARTS);
    var seen = new ContactBook(lines).forFamily(SCHOOL, "onderbouw", order, MONDAY);

    assertThat(seen.flatMap(Contact::person)).contains("coach-1");
  }

  private void fixed(String part, String team, String person, String from) {
    lines.add(
        new ContactEntry(
            SCHOOL,
            part,
            Role.CJG_COACH,
            Kind.VAST,
            CJG,
            team,
            person,
            Optional.empty(),
            LocalDate.parse(from),
            Optional.empty(),
            lines.size()));
  }

  private void line(Kind kind, String person, String replaces, String from, String until) {
    lines.add(
        new ContactEntry(
            SCHOOL,
            "onderbouw",
            Role.CJG_COACH,
            kind,
            CJG,
            "gebiedsteam",
            person,
            Optional.of(replaces).filter(r -> !r.isEmpty()),
            LocalDate.parse(from),
            Optional.of(until).filter(u -> !u.isEmpty()).map(LocalDate::parse),
            lines.size()));
  }

  private Optional<Contact> at(String part, LocalDate day) {
    return new ContactBook(lines).at(SCHOOL, part, Role.CJG_COACH, day);
  }

  private Contact contact(String part, LocalDate day) {
    return at(part, day).orElseThrow();
  }
}
