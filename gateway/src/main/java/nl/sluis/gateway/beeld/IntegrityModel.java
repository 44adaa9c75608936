package nl.sluis.gateway.beeld;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.policies.terms.Age;

/// How it is with the logbook, as a page says it. Immutable.
///
/// @param rows how many rows the newest checkpoint covers; zero when there is none
/// @param root its root, in base64
/// @param key with which anybody checks it
/// @param witnesses who sign along
/// @param stamp the newest timestamp of somebody else
/// @param check the last whole check that gave an answer
/// @param going the check that is going on now, or broke off since
/// @param alarms what a person must look at, each as the key of a text
/// @param keys every key there is and was
public record IntegrityModel(
    long rows,
    String root,
    String key,
    List<Witness> witnesses,
    Optional<Stamp> stamp,
    Optional<Check> check,
    Optional<Going> going,
    List<String> alarms,
    List<Key> keys) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'om' HH.mm 'uur'", Locale.forLanguageTag("nl"));

  /// Copies its lists.
  public IntegrityModel {
    witnesses = List.copyOf(witnesses);
    alarms = List.copyOf(alarms);
    keys = List.copyOf(keys);
  }

  /// Somebody who signs along.
  ///
  /// @param rows how many rows there were at its last signature; zero when there is none
  /// @param at when that was, in words
  /// @param behind how many rows came since
  /// @param silent whether that is longer ago than the operator allows
  public record Witness(String name, long rows, String at, long behind, boolean silent) {}

  /// The newest timestamp.
  ///
  /// @param rows how many rows it covers
  /// @param at the time that it says, in words
  public record Stamp(long rows, String at) {}

  /// What came of a whole check.
  ///
  /// @param at when it was ready, in words
  /// @param rows how many rows were checked
  /// @param signatures how many signatures were
  /// @param whole whether everything was as it was written and signed
  /// @param findings how much was not
  /// @param first the first row of that
  public record Check(
      String at, long rows, long signatures, boolean whole, int findings, long first) {}

  /// A check without an answer.
  ///
  /// @param at the last that was heard of it, in words
  /// @param rows how many rows were read
  /// @param total of how many
  /// @param broken whether it ended without an answer
  public record Going(String at, long rows, long total, boolean broken) {}

  /// A key.
  ///
  /// @param use what it signs
  /// @param number the first for a use is 1
  /// @param name how others point to it
  /// @param since from when on, in words
  /// @param until until when, in words; empty while it signs
  public record Key(String use, int number, String name, String since, String until) {}

  /// A moment as people write it, here.
  static String moment(Instant at) {
    return MOMENT.format(ZonedDateTime.ofInstant(at, Age.CALENDAR));
  }

  /// Is this longer ago?
  static boolean isPast(Instant at, Duration term, Instant now) {
    return at.plus(term).isBefore(now);
  }
}
