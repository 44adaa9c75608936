package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.DataCategory;
import org.jspecify.annotations.Nullable;

/// Where somebody who logged in decides on one question, part by part: what changes of the own word
/// is put on record, and nothing else.
///
/// A yes that becomes a no is a yes taken back (AVG 7(3)); what was refused is on record as
/// refused. What others said is not looked at. May be shared between threads; it runs in the
/// caller's transaction, after the caller locked the subject.
public final class DecideDesk {
  private static final Map<EventType, String> WORDS =
      new EnumMap<>(
          Map.of(
              EventType.GIVEN, "gegeven",
              EventType.REFUSED, "geweigerd",
              EventType.DEFERRED, "uitgesteld",
              EventType.WITHDRAWN, "ingetrokken"));

  private final ConsentTable table;
  private final Contexts contexts;
  private final StatementCheck check;

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  /// @param parameters how long custody may be relied on
  public DecideDesk(String region, PersonSeal seal, ConsentParameters parameters) {
    this.table = new ConsentTable(region);
    this.contexts = new Contexts(region, seal);
    this.check = new StatementCheck(parameters);
  }

  /// What has to be put on record to get from one answer to another.
  ///
  /// @param before what this person's answer is, by category
  /// @param chosen what it is to be
  /// @return for which categories each thing happens; empty when nothing changes
  public static Map<EventType, Set<DataCategory>> changes(
      Map<DataCategory, Answer> before, Map<DataCategory, Answer> chosen) {
    var changes = new EnumMap<EventType, Set<DataCategory>>(EventType.class);
    chosen.forEach(
        (category, answer) -> {
          var was = before.get(category);
          if (answer != was) {
            changes
                .computeIfAbsent(event(was, answer), _ -> EnumSet.noneOf(DataCategory.class))
                .add(category);
          }
        });
    return changes;
  }

  /// The word for what happened, such as `geweigerd`.
  public static String word(EventType type) {
    return WORDS.getOrDefault(type, "anders");
  }

  private static EventType event(@Nullable Answer was, Answer answer) {
    return switch (answer) {
      case JA -> EventType.GIVEN;
      case NEE -> was == Answer.JA ? EventType.WITHDRAWN : EventType.REFUSED;
      case LATER -> EventType.DEFERRED;
      case ANDERS -> throw new IllegalArgumentException("nobody answers that it has to be asked");
    };
  }

  /// Puts it on record, or tells everything that is wrong with it.
  ///
  /// @param as who speaks, how that is known, and the text that was on the screen
  /// @param changes what happens, for which categories
  /// @param by the person, logged in or helped at a desk
  public Filed decide(
      Connection tx,
      ConsentAsk ask,
      StatementDraft as,
      Map<EventType, Set<DataCategory>> changes,
      Recorder by,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var context = contexts.of(tx, ask, by, as.voice(), now);
    var rows = new ArrayList<ConsentTable.Row>();
    for (var change : changes.entrySet()) {
      said(ask, as, change.getKey(), change.getValue(), context, by, faults)
          .ifPresent(said -> rows.add(ConsentTable.Row.of(said)));
    }
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    for (var row : rows) {
      table.addEvent(tx, ask, row, by, now);
    }
    return new Filed.Done(ask.id());
  }

  private Optional<Said> said(
      ConsentAsk ask,
      StatementDraft as,
      EventType type,
      Set<DataCategory> about,
      StatementCheck.Context context,
      Recorder by,
      Faults faults) {
    var categories =
        about.equals(ask.categories())
            ? List.<String>of()
            : about.stream().map(DataCategory::name).sorted().toList();
    // To take back asks for nothing that a no does not ask for.
    var word = word(type == EventType.WITHDRAWN ? EventType.REFUSED : type);
    return check
        .check("", as.saying(word, categories, as.read()), by, context, faults)
        .map(said -> said.as(type));
  }
}
