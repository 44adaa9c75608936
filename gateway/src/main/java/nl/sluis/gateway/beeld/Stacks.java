package nl.sluis.gateway.beeld;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.gateway.beeld.Pictures.Cell;
import nl.sluis.policies.terms.Lane;

/// What went to and fro over time: a column for each month, in which every lane has a hatching of
/// its own. Immutable.
///
/// @param columns from left to right, the oldest month first
/// @param lanes those that occur, in the order in which they are piled up
/// @param rows the table: a purpose and a lane, with a number for each month
/// @param months above the numbers of the table
public record Stacks(
    List<Column> columns, List<String> lanes, List<Row> rows, List<String> months) {
  private static final int HIGHEST = 200;
  private static final int WIDTH = 44;
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MMM uu", Locale.forLanguageTag("nl"));

  /// Copies its lists.
  public Stacks {
    columns = List.copyOf(columns);
    lanes = List.copyOf(lanes);
    rows = List.copyOf(rows);
    months = List.copyOf(months);
  }

  /// A month.
  ///
  /// @param x from the left
  /// @param total how often something was handed over
  /// @param top where its number stands
  public record Column(String month, int x, long total, int top, List<Block> blocks) {
    /// Copies its list.
    public Column {
      blocks = List.copyOf(blocks);
    }
  }

  /// The part of a month that went along one lane.
  ///
  /// @param lane its code, which is also the name of its hatching
  /// @param y from above
  public record Block(String lane, int y, int height) {}

  /// A line of the table.
  ///
  /// @param purpose its code
  /// @param lane its code
  public record Row(String purpose, String lane, List<Long> counts, long total) {
    /// Copies its list.
    public Row {
      counts = List.copyOf(counts);
    }
  }

  /// Draws them.
  ///
  /// @param first the oldest month
  static Stacks of(Map<Cell, Long> counts, YearMonth first) {
    var months = new ArrayList<YearMonth>();
    for (int i = 0; i < Pictures.MONTHS; i++) {
      months.add(first.plusMonths(i));
    }
    var lanes = new TreeSet<Lane>();
    var lines = new TreeMap<String, List<Cell>>();
    counts
        .keySet()
        .forEach(
            cell -> {
              lane(cell.lane()).ifPresent(lanes::add);
              lines
                  .computeIfAbsent(cell.purpose() + " " + cell.lane(), _ -> new ArrayList<>())
                  .add(cell);
            });
    long most = months.stream().mapToLong(month -> total(counts, month.toString())).max().orElse(0);
    var columns = new ArrayList<Column>();
    for (var month : months) {
      columns.add(column(counts, month, lanes, most, WIDTH * columns.size()));
    }
    var rows =
        lines.values().stream()
            .map(cells -> row(counts, cells.getFirst(), months))
            .sorted(Comparator.comparingLong(Row::total).reversed())
            .toList();
    return new Stacks(
        columns,
        lanes.stream().map(Lane::code).toList(),
        rows,
        months.stream().map(SHORT::format).toList());
  }

  private static Optional<Lane> lane(String code) {
    return Arrays.stream(Lane.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  private static long total(Map<Cell, Long> counts, String month) {
    return counts.entrySet().stream()
        .filter(one -> one.getKey().month().equals(month))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Column column(
      Map<Cell, Long> counts, YearMonth month, TreeSet<Lane> lanes, long most, int x) {
    var blocks = new ArrayList<Block>();
    int y = HIGHEST;
    long total = 0;
    for (var lane : lanes) {
      long count =
          counts.entrySet().stream()
              .filter(one -> one.getKey().month().equals(month.toString()))
              .filter(one -> one.getKey().lane().equals(lane.code()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      total += count;
      if (count > 0) {
        int height = (int) Math.max(2, Math.round((double) (HIGHEST - 20) * count / most));
        y -= height;
        blocks.add(new Block(lane.code(), y, height));
      }
    }
    return new Column(SHORT.format(month), x, total, Math.max(14, y - 6), blocks);
  }

  private static Row row(Map<Cell, Long> counts, Cell like, List<YearMonth> months) {
    var numbers =
        months.stream()
            .map(m -> counts.getOrDefault(new Cell(m.toString(), like.purpose(), like.lane()), 0L))
            .toList();
    return new Row(
        like.purpose(), like.lane(), numbers, numbers.stream().mapToLong(Long::longValue).sum());
  }

  /// How wide the picture is.
  public int width() {
    return WIDTH * columns.size();
  }
}
