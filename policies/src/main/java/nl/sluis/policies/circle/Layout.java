package nl.sluis.policies.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where every group stands: the school in the middle, its kernteam around it, the others beyond,
/// in the gaps, so that no line runs behind a member of the kernteam.
final class Layout {
  static final int WIDTH = 1500;
  static final int HEIGHT = 1240;

  private static final double MIDDLE_X = 750;
  private static final double MIDDLE_Y = 590;

  private final Map<Group, Box> boxes = new LinkedHashMap<>();
  private final List<Group> ring;

  Layout(Circle circle) {
    this.ring = List.copyOf(circle.kernteam());
    put(circle, Group.SCHOOL, 0, 0, 0);
    double start = -Math.PI / 2;
    double step = ring.isEmpty() ? 2 * Math.PI : 2 * Math.PI / ring.size();
    for (int i = 0; i < ring.size(); i++) {
      put(circle, ring.get(i), start + i * step, 430, 330);
    }
    int gaps = Math.max(1, ring.size());
    var inGap = new ArrayList<List<Group>>();
    for (int i = 0; i < gaps; i++) {
      inGap.add(new ArrayList<>());
    }
    int next = 0;
    for (var group : circle.around()) {
      inGap.get(next++ % gaps).add(group);
    }
    for (int gap = 0; gap < gaps; gap++) {
      var groups = inGap.get(gap);
      for (int i = 0; i < groups.size(); i++) {
        double part = ring.isEmpty() ? (double) i / groups.size() : (i + 1.0) / (groups.size() + 1);
        put(circle, groups.get(i), start + (gap + part) * step, 640, 530);
      }
    }
  }

  /// A box with its middle and what stands in it.
  record Box(double x, double y, double width, double height, List<String> lines) {
    Box {
      lines = List.copyOf(lines);
    }

    /// Where a line from the middle of this box to that point leaves the box.
    double[] edge(double toX, double toY) {
      double dx = toX - x;
      double dy = toY - y;
      double byWidth = dx == 0 ? Double.MAX_VALUE : (width / 2 + 5) / Math.abs(dx);
      double byHeight = dy == 0 ? Double.MAX_VALUE : (height / 2 + 5) / Math.abs(dy);
      double part = Math.min(1, Math.min(byWidth, byHeight));
      return new double[] {x + dx * part, y + dy * part};
    }
  }

  Box box(Group group) {
    var box = boxes.get(group);
    if (box == null) {
      throw new IllegalArgumentException("`" + group.key() + "` is not in the circle");
    }
    return box;
  }

  Collection<Map.Entry<Group, Box>> all() {
    return boxes.entrySet();
  }

  boolean isInRing(Group group) {
    return ring.contains(group);
  }

  /// Do these two stand opposite each other, so that a straight line would run through the school?
  boolean areOpposite(Group one, Group other) {
    int apart = Math.abs(ring.indexOf(one) - ring.indexOf(other));
    return isInRing(one) && isInRing(other) && ring.size() > 3 && apart * 2 == ring.size();
  }

  private void put(Circle circle, Group group, double angle, double across, double up) {
    var lines = new ArrayList<String>();
    circle.names(group).stream().limit(2).forEach(lines::add);
    circle.roles(group).forEach(role -> lines.add(role.code()));
    double widest = group.name().length() * 9.0;
    for (var line : lines) {
      widest = Math.max(widest, line.length() * 7.0);
    }
    double width = Math.max(120, widest + 24);
    double height = 34 + lines.size() * 16;
    double x = MIDDLE_X + across * Math.cos(angle);
    double y = MIDDLE_Y + up * Math.sin(angle);
    x = Math.clamp(x, width / 2 + 6, WIDTH - width / 2 - 6);
    y = Math.clamp(y, height / 2 + 46, HEIGHT - 110 - height / 2);
    boxes.put(group, new Box(x, y, width, height, lines));
  }
}
