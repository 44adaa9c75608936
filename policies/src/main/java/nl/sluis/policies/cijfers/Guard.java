package nl.sluis.policies.cijfers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.policies.cijfers.Verdict.Why;

/// Decides whether one more count may be given, beside everything that was given before.
///
/// Groups that are given lie inside each other or apart from each other; one that lies across
/// another is refused. What addition and subtraction can then tell is exactly the rests: each group
/// without the largest groups inside it. The rests are apart from each other and the groups given
/// are sums of them, so every number that follows is a sum of rests. When each rest is large enough
/// nothing that follows is too small (AVG overweging 26).
///
/// What it does not see: what somebody knows from elsewhere, and counts of another measure that are
/// about the same people. Immutable; may be shared between threads.
///
/// @param smallest how many people a number must at least be about
/// @param largestShare the part of a number, in percent, that one contributor may have at most
public record Guard(int smallest, int largestShare) {
  private static final int PERCENT = 100;

  /// @throws IllegalArgumentException when the smallest group is under ten or the share is no part
  public Guard {
    if (smallest < 10 || largestShare < 1 || largestShare > PERCENT) {
      throw new IllegalArgumentException("a group has ten people or more, a share is a percentage");
    }
  }

  /// Judges one count.
  ///
  /// @param asked the group it is about
  /// @param given every group of this measure that was given before, as judged by this guard
  /// @param contents what is in a rest, by the same numbers that were or would be given
  public Verdict judge(Group asked, List<Group> given, Function<Rest, Contents> contents) {
    if (given.contains(asked)) {
      return new Verdict.Again();
    }
    if (given.stream().anyMatch(g -> crosses(asked, g))) {
      return new Verdict.Refused(Why.KRUIST);
    }
    var own = check(contents.apply(Rest.of(asked)), Why.TE_KLEIN);
    if (own.isPresent()) {
      return new Verdict.Refused(own.get());
    }
    for (var rest : rests(asked, given)) {
      var fault = fault(rest, contents);
      if (fault.isPresent()) {
        return new Verdict.Refused(fault.get());
      }
    }
    return new Verdict.Given();
  }

  private static boolean crosses(Group one, Group other) {
    return !one.isApartFrom(other) && !one.contains(other) && !other.contains(one);
  }

  /// The rests that this group adds or changes: its own, and that of the smallest group around it.
  private static List<Rest> rests(Group asked, List<Group> given) {
    var all = new ArrayList<>(given);
    all.add(asked);
    var rests = new ArrayList<Rest>();
    rests.add(rest(asked, all));
    given.stream()
        .filter(g -> g.contains(asked))
        .min(Comparator.comparingLong(Group::size))
        .ifPresent(around -> rests.add(rest(around, all)));
    return rests;
  }

  private static Rest rest(Group whole, List<Group> all) {
    var inside = all.stream().filter(g -> !g.equals(whole) && whole.contains(g)).toList();
    return new Rest(
        whole,
        inside.stream()
            .filter(g -> inside.stream().noneMatch(h -> !h.equals(g) && h.contains(g)))
            .toList());
  }

  private Optional<Why> fault(Rest rest, Function<Rest, Contents> contents) {
    var left = contents.apply(rest);
    if (rest.isNothing()) {
      return left.count() == 0 ? Optional.empty() : Optional.of(Why.TELT_NIET_OP);
    }
    return check(left, Why.VERSCHIL_TE_KLEIN);
  }

  private Optional<Why> check(Contents left, Why small) {
    if (left.people() < smallest) {
      return Optional.of(small);
    }
    return left.largest() * PERCENT > largestShare * left.count()
        ? Optional.of(Why.GEDOMINEERD)
        : Optional.empty();
  }
}
