package nl.sluis.gateway.toezicht;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.policies.terms.Age;

/// What an officer looks for; an empty text is no condition. Immutable; names nobody.
///
/// @param from the first day, in Europe/Amsterdam
/// @param until the last day
/// @param organisation the OIN of who sends or receives
/// @param role in which somebody sends or receives
/// @param purpose the word of the convenant
/// @param lane the word of the convenant
/// @param outcome the word of the kind of row
/// @param reason the code of why not
/// @param category the code of a kind of data
/// @param staff the pseudonym of who acted
record RowFilter(
    String from,
    String until,
    String organisation,
    String role,
    String purpose,
    String lane,
    String outcome,
    String reason,
    String category,
    String staff) {
  private static final int LONGEST = 120;

  /// Looks for everything.
  static final RowFilter ALL = new RowFilter("", "", "", "", "", "", "", "", "", "");

  /// What a form asks; a day that is none is left out ([#hasDays]).
  ///
  /// @throws InputFault when no form of ours can have sent it
  static RowFilter of(Asked asked) throws InputFault {
    return new RowFilter(
        day(asked, "van"),
        day(asked, "tot"),
        word(asked, "organisatie"),
        word(asked, "rol"),
        word(asked, "doel"),
        word(asked, "baan"),
        word(asked, "soort"),
        word(asked, "reden"),
        word(asked, "categorie"),
        word(asked, "medewerker"));
  }

  private static String word(Asked asked, String field) throws InputFault {
    var word = asked.one(field);
    if (word.length() > LONGEST) {
      throw new InputFault(field);
    }
    return word;
  }

  private static String day(Asked asked, String field) throws InputFault {
    var word = word(asked, field);
    try {
      return word.isEmpty() ? "" : LocalDate.parse(word).toString();
    } catch (DateTimeException _) {
      return "";
    }
  }

  /// Are the days of this form days, or left out?
  static boolean hasDays(Asked asked) throws InputFault {
    return day(asked, "van").equals(asked.one("van")) && day(asked, "tot").equals(asked.one("tot"));
  }

  /// Nothing from before this.
  Instant begin() {
    return from.isEmpty()
        ? Instant.EPOCH
        : LocalDate.parse(from).atStartOfDay(Age.CALENDAR).toInstant();
  }

  /// Nothing from this on.
  Instant end() {
    return until.isEmpty()
        ? Instant.MAX
        : LocalDate.parse(until).plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
  }

  /// What is known of a row besides what stands in it; made out when a condition asks for it.
  interface Known {
    /// The pseudonym of who acted.
    String employee(DeskRow row);

    /// The lane it went by, or would have gone by.
    String lane(DeskRow row);

    /// The codes of why not, as its organisation may hear them.
    List<String> reasons(DeskRow row);
  }

  /// Is a row what is looked for? Looks of officers are found by their own word alone, for every
  /// search is one.
  Predicate<DeskRow> fits(Known known) {
    var begin = begin();
    var end = end();
    return row -> !row.at().isBefore(begin) && row.at().isBefore(end) && fits(row, known);
  }

  private boolean fits(DeskRow row, Known known) {
    return (outcome.isEmpty()
            ? row.kind() != EntryKind.INSPECTION
            : row.kind().code().equals(outcome))
        && either(organisation, row.from("oin"), row.to("oin"))
        && either(role, row.from("rol"), row.to("rol"))
        && either(purpose, row.purpose(), row.purpose())
        && (lane.isEmpty() || lane.equals(known.lane(row)))
        && (reason.isEmpty() || known.reasons(row).contains(reason))
        && (category.isEmpty() || row.categories().contains(category))
        && (staff.isEmpty() || staff.equals(known.employee(row)));
  }

  private static boolean either(String asked, String one, String other) {
    return asked.isEmpty() || asked.equals(one) || asked.equals(other);
  }

  /// Which conditions there are, by their field; never what they say.
  List<String> used() {
    var used = new ArrayList<String>();
    add(used, "van", from);
    add(used, "tot", until);
    add(used, "organisatie", organisation);
    add(used, "rol", role);
    add(used, "doel", purpose);
    add(used, "baan", lane);
    add(used, "soort", outcome);
    add(used, "reden", reason);
    add(used, "categorie", category);
    add(used, "medewerker", staff);
    return used;
  }

  private static void add(List<String> used, String name, String value) {
    if (!value.isEmpty()) {
      used.add(name);
    }
  }
}
