package nl.sluis.gateway.logbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.UsePeriod;

/// Which keys Sluis signed with for one use, as the key of the logbook vouches for them.
///
/// Immutable; may be shared between threads.
public final class UseHistory {
  private UseHistory() {}

  /// Reads statements about one use, oldest first, and believes them because of a key of the
  /// logbook.
  ///
  /// @param statements as they are published
  /// @param log the keys of the logbook, believed already
  /// @return every key there ever was, oldest first
  /// @throws BrokenHistory naming the first statement that does not follow from the others
  public static List<UsePeriod> read(List<String> statements, KeyUse use, KeyHistory log) {
    var periods = new ArrayList<UsePeriod>();
    for (var at = 0; at < statements.size(); at++) {
      var number = at + 1;
      var said =
          UseStatement.open(statements.get(at), log).orElseThrow(() -> new BrokenHistory(number));
      if (said.number() != number || said.use() != use || !follows(said, periods)) {
        throw new BrokenHistory(number);
      }
    }
    return List.copyOf(periods);
  }

  private static boolean follows(UseStatement said, List<UsePeriod> periods) {
    var open = periods.stream().filter(period -> period.until().isEmpty()).toList();
    var next = new UsePeriod(periods.size() + 1, said.jwk(), said.from(), Optional.empty());
    return switch (said.kind()) {
      case BEGIN -> periods.isEmpty() && periods.add(next);
      case HANDOVER ->
          open.size() == 1
              && !said.from().isBefore(open.getFirst().since())
              && periods.stream().noneMatch(period -> period.key().equals(next.key()))
              && periods.add(next);
      case END ->
          open.size() == 2
              && open.getFirst().key().equals(next.key())
              && !said.from().isBefore(open.getLast().since())
              && end(periods, open.getFirst(), said);
    };
  }

  private static boolean end(List<UsePeriod> periods, UsePeriod ends, UseStatement said) {
    periods.set(
        periods.indexOf(ends),
        new UsePeriod(ends.number(), ends.key(), ends.since(), Optional.of(said.from())));
    return true;
  }
}
