package nl.sluis.gateway.logbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which keys must have signed the checkpoints of one logbook, by number of rows.
///
/// Who knows any one of the keys can trust the others: each hand-over is signed by the key that
/// leaves and the key that comes. During an overlap both sign. After a restore the name changes
/// with the key: what was signed under the name before stays true, and is not gone on with.
/// Immutable; may be shared between threads.
public final class KeyHistory {
  private final List<Period> periods;
  private final List<Long> marks;

  /// One key, and when it signs.
  ///
  /// @param number the first key is 1
  /// @param key the key
  /// @param from the number of rows from which on it signs
  /// @param until the number of rows from which on it signs no longer; empty while it does
  /// @param since when it was said to begin; empty when nothing says so
  /// @param ended when it was said to end; empty while it signs
  public record Period(
      int number,
      LogKey key,
      long from,
      Optional<Long> until,
      Optional<Instant> since,
      Optional<Instant> ended) {
    boolean holds(long size) {
      return from <= size && until.map(end -> size < end).orElse(true);
    }
  }

  private KeyHistory(List<Period> periods, List<Long> marks) {
    this.periods = List.copyOf(periods);
    this.marks = List.copyOf(marks);
  }

  /// The history of a logbook that has had one key.
  public static KeyHistory of(LogKey only) {
    return new KeyHistory(
        List.of(new Period(1, only, 0, Optional.empty(), Optional.empty(), Optional.empty())),
        List.of(0L));
  }

  /// Reads statements, oldest first, and believes them because of one key that is known.
  ///
  /// @param statements as they are published
  /// @param anchor a key that the reader has from elsewhere
  /// @throws BrokenHistory naming the first statement that does not follow from the others
  public static KeyHistory read(List<String> statements, LogKey anchor) {
    var periods = new ArrayList<Period>();
    var marks = new ArrayList<Long>();
    for (var statement : statements) {
      var number = marks.size() + 1;
      var said = KeyStatement.open(statement).orElseThrow(() -> new BrokenHistory(number));
      var before = marks.isEmpty() ? 0 : marks.getLast();
      if (said.number() != number
          || said.from() < before
          || !said.key().origin().equals(said.origin())
          || !follows(said, periods)) {
        throw new BrokenHistory(number);
      }
      marks.add(said.from());
    }
    if (periods.stream().noneMatch(period -> period.key().same(anchor))) {
      throw new BrokenHistory(0);
    }
    return new KeyHistory(periods, marks);
  }

  private static boolean follows(KeyStatement said, List<Period> periods) {
    var open = periods.stream().filter(period -> period.until().isEmpty()).toList();
    var next =
        new Period(
            periods.size() + 1,
            said.key(),
            said.from(),
            Optional.empty(),
            Optional.of(said.at()),
            Optional.empty());
    return switch (said.kind()) {
      case BEGIN -> periods.isEmpty() && said.from() == 0 && periods.add(next);
      case HANDOVER ->
          open.size() == 1
              && open.getFirst().key().same(said.other())
              && open.getFirst().key().origin().equals(said.origin())
              && periods.stream().noneMatch(period -> period.key().same(said.key()))
              && periods.add(next);
      case END ->
          open.size() == 2
              && open.getFirst().key().same(said.key())
              && open.getLast().key().same(said.other())
              && end(periods, open.getFirst(), said);
      case RESTORE ->
          !open.isEmpty()
              && open.getLast().key().same(said.other())
              && periods.stream().noneMatch(p -> p.key().origin().equals(said.origin()))
              && open.stream().allMatch(period -> end(periods, period, said))
              && periods.add(next);
    };
  }

  private static boolean end(List<Period> periods, Period ends, KeyStatement said) {
    periods.set(
        periods.indexOf(ends),
        new Period(
            ends.number(),
            ends.key(),
            ends.from(),
            Optional.of(said.from()),
            ends.since(),
            Optional.of(said.at())));
    return true;
  }

  /// Every key there ever was, oldest first.
  public List<Period> periods() {
    return periods;
  }

  /// The keys under a name of before a restore, as they were for who was not told of it: what was
  /// signed by them then counts by them.
  ///
  /// @throws IllegalArgumentException when the logbook never had this name
  public KeyHistory under(String name) {
    var named = periods.stream().filter(period -> period.key().origin().equals(name)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException("`" + name + "` is no name of this logbook");
    }
    var next = periods.stream().filter(one -> one.number() > named.getLast().number()).findFirst();
    return new KeyHistory(
        named.stream()
            .map(one -> next.map(after -> withoutEnd(one, after.from())).orElse(one))
            .toList(),
        marks);
  }

  /// Who signed until the restore would have signed on without it.
  private static Period withoutEnd(Period one, long restored) {
    return one.until().filter(end -> end == restored).isEmpty()
        ? one
        : new Period(
            one.number(), one.key(), one.from(), Optional.empty(), one.since(), Optional.empty());
  }

  /// The keys that must sign a checkpoint of this size.
  List<Period> at(long size) {
    return periods.stream().filter(period -> period.holds(size)).toList();
  }

  /// How many statements hold at this size.
  int statementsAt(long size) {
    return (int) marks.stream().filter(from -> from <= size).count();
  }

  /// Opens a checkpoint that every key signed that had to at its size; any other gives nothing.
  public Optional<OpenedCheckpoint> open(String note) {
    for (var period : periods) {
      var opened = OpenedCheckpoint.open(note, period.key());
      if (opened.isPresent()) {
        var due = at(opened.get().size());
        return !due.isEmpty()
                && due.stream().allMatch(one -> OpenedCheckpoint.isSigned(note, one.key()))
            ? opened
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
