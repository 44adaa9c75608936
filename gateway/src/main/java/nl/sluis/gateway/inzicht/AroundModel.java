package nl.sluis.gateway.inzicht;

import java.util.List;
import java.util.stream.IntStream;

/// Who is around a child: a picture, and a table that says the same. Immutable.
///
/// @param child who is in the middle
/// @param members who are around it, in the order of the table
/// @param dots where the first of them are drawn
/// @param ways of each of them, where its newest line is
/// @param back where the lines are
public record AroundModel(
    ChildrenModel.One child,
    List<Around.Member> members,
    List<Dot> dots,
    List<String> ways,
    String back) {
  /// How many can be told apart in a picture; the table holds all.
  static final int DRAWN = 12;

  private static final int MIDDLE = 200;
  private static final int FAR = 150;

  /// Copies its lists.
  public AroundModel {
    members = List.copyOf(members);
    dots = List.copyOf(dots);
    ways = List.copyOf(ways);
  }

  /// One of them in the picture, by its number in the table.
  ///
  /// @param number from 1
  /// @param x from left to right, of 400
  /// @param y from above, of 400
  /// @param gave whether it gave something
  /// @param got whether it got something
  public record Dot(int number, int x, int y, boolean gave, boolean got) {}

  /// The circle around this child.
  static AroundModel of(ChildrenModel.One child, Around around, LineIds ids) {
    var members = around.members();
    int drawn = Math.min(members.size(), DRAWN);
    var dots =
        IntStream.range(0, drawn)
            .mapToObj(i -> dot(i, 2 * Math.PI * i / drawn - Math.PI / 2, members.get(i)))
            .toList();
    var ways =
        members.stream()
            .map(member -> child.path() + "/regel/" + ids.name(member.newest()))
            .toList();
    return new AroundModel(child, members, dots, ways, child.path());
  }

  private static Dot dot(int i, double angle, Around.Member member) {
    return new Dot(
        i + 1,
        MIDDLE + (int) Math.round(FAR * Math.cos(angle)),
        MIDDLE + (int) Math.round(FAR * Math.sin(angle)),
        member.gave() > 0,
        member.got() > 0);
  }
}
