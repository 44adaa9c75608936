package nl.sluis.gateway.inzicht;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Who is around a child: every organisation that gave or got something of which there is a line.
/// Immutable.
///
/// @param members each once, the one with the newest line first
public record Around(List<Member> members) {
  /// Copies its list.
  public Around {
    members = List.copyOf(members);
  }

  /// One of them.
  ///
  /// @param who it is; its role is left out, for one organisation may act in several
  /// @param gave how many times it gave something
  /// @param got how many times it got something
  /// @param about what for, in plain Dutch
  /// @param last the day of the newest line
  /// @param newest that line
  public record Member(Who who, int gave, int got, List<String> about, LocalDate last, Ref newest) {
    /// Copies its list.
    public Member {
      about = List.copyOf(about);
    }
  }

  private static final class Counted {
    private int gave;
    private int got;
    private final TreeSet<String> about = new TreeSet<>();
    private LocalDate last = LocalDate.MIN;
    private Ref newest = new Ref(false, -1);

    void add(Line line) {
      about.add(line.sentence());
      last = line.day().isAfter(last) ? line.day() : last;
      var ref = line.refs().getFirst();
      newest = ref.number() > newest.number() ? ref : newest;
    }
  }

  /// The circle that these lines show.
  static Around of(Collection<Line> lines) {
    Map<Who, Counted> counted = new LinkedHashMap<>();
    for (var line : lines) {
      if (line.told() == Told.GEKREGEN) {
        var from = counted.computeIfAbsent(line.from().withoutRole(), _ -> new Counted());
        from.gave += line.times();
        from.add(line);
        var to = counted.computeIfAbsent(line.to().withoutRole(), _ -> new Counted());
        to.got += line.times();
        to.add(line);
      }
    }
    var members = new ArrayList<Member>();
    counted.forEach(
        (who, all) ->
            members.add(
                new Member(who, all.gave, all.got, List.copyOf(all.about), all.last, all.newest)));
    members.sort(
        Comparator.comparing(Member::last)
            .reversed()
            .thenComparing(member -> member.who().name().orElse(""))
            .thenComparing(member -> member.who().sort()));
    return new Around(members);
  }
}
