package nl.sluis.gateway.beeld;

import java.util.ArrayList;
import java.util.List;

/// The organisations around one's own, and how much went to and fro. Immutable.
///
/// @param members the busiest first; the table holds all
/// @param dots where the first of them are drawn
public record Circle(List<Member> members, List<Dot> dots) {
  /// How many can be told apart in a picture.
  static final int DRAWN = 12;

  private static final int MIDDLE = 200;
  private static final int FAR = 150;
  private static final int THICKEST = 14;

  /// Copies its lists.
  public Circle {
    members = List.copyOf(members);
    dots = List.copyOf(dots);
  }

  /// One of them.
  ///
  /// @param name as the convenant calls it
  /// @param gave how often the own organisation gave it something
  /// @param got how often the own organisation got something from it
  public record Member(String name, long gave, long got) {}

  /// One of them in the picture, by its number in the table.
  ///
  /// @param number from 1
  /// @param x from the left, of 400
  /// @param y from above, of 400
  /// @param thick of the line, of 14: how much went to and fro
  public record Dot(int number, int x, int y, int thick) {}

  /// Draws them.
  static Circle of(List<Member> members) {
    int drawn = Math.min(members.size(), DRAWN);
    long most = members.stream().mapToLong(one -> one.gave() + one.got()).max().orElse(1);
    var dots = new ArrayList<Dot>();
    for (int i = 0; i < drawn; i++) {
      double angle = 2 * Math.PI * i / drawn - Math.PI / 2;
      long volume = members.get(i).gave() + members.get(i).got();
      dots.add(
          new Dot(
              i + 1,
              MIDDLE + (int) Math.round(FAR * Math.cos(angle)),
              MIDDLE + (int) Math.round(FAR * Math.sin(angle)),
              (int) Math.max(1, Math.round((double) THICKEST * volume / most))));
    }
    return new Circle(members, dots);
  }
}
