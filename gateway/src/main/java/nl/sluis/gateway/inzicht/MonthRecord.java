package nl.sluis.gateway.inzicht;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.person.SignedIn;

/// What somebody who logged in sees of a child, month by month: through the same sieve as the
/// pages, and never otherwise.
///
/// Who calls it MUST write down the look first. May be shared between threads.
public final class MonthRecord {
  private final RecordDesk desk;

  MonthRecord(RecordDesk desk) {
    this.desk = desk;
  }

  /// A child as one person knows it.
  ///
  /// @param word by which this person points at it; it says nothing to anybody else
  /// @param place at which child, as whom
  /// @param age in whole years; empty when the birth date is not known
  /// @param whole whether this person sees everything that may be seen, and not the own words alone
  /// @param cover what this person may read of where others are
  public record Child(String word, Place place, Optional<Integer> age, boolean whole, Cover cover) {
    /// How a page names it.
    ///
    /// @param path where its page is
    public ChildrenModel.One at(String path) {
      return new ChildrenModel.One(path, place.isSelf(), age);
    }
  }

  /// Every child at which this person has a place; the person itself first.
  public List<Child> children(SignedIn who, Instant now) throws SQLException {
    return desk.children(who, now).stream()
        .map(one -> new Child(one.word(), one.place(), one.age(), one.whole(), one.cover()))
        .toList();
  }

  /// What this person sees of this month.
  public MonthLines month(Child child, YearMonth month, Instant now) throws SQLException {
    return desk.month(
        new RecordDesk.Child(
            child.word(),
            child.place(),
            child.place().isSelf(),
            child.age(),
            child.whole(),
            child.cover()),
        month,
        now);
  }

  /// From which day on the logbook holds everything that happened through Sluis.
  public LocalDate completeFrom(Instant now) throws SQLException {
    return desk.completeFrom(now);
  }
}
