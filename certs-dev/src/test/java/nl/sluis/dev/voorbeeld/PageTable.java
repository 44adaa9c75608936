package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Of every page an example, as `schermen/bladzijden.md` lists them, and how one comes there. For
/// one thread.
final class PageTable {
  private static final Path FILE = Path.of("src/test/resources/schermen/bladzijden.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `((?:GET|POST) [^`]+)` \\| ([a-z-]+) \\| ([a-z]+)(?: `([^`]+)`)? \\|"
              + " (?:`([^`]+)` (?:«([^»]+)» )?)?\\|$");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

  private final List<Row> rows;
  private final Map<String, List<Link>> links = new HashMap<>();
  private final Map<String, Map<String, String>> values = new HashMap<>();

  /// One page.
  ///
  /// @param route with its method
  /// @param who opens it
  /// @param way how it is opened
  /// @param pressed the button that leads there; empty when it is opened by its path
  /// @param from the route on which the link or the button stands; empty when there is none
  /// @param words in that link; empty when any will do
  /// @param number how many rows above it have the same route and person
  /// @param turn how many of those look for the same words
  record Row(
      String route,
      Screens.Who who,
      Way way,
      String pressed,
      String from,
      String words,
      int number,
      int turn) {
    private String path() {
      return route.substring(route.indexOf('/'));
    }
  }

  /// One link.
  ///
  /// @param path to which it leads
  /// @param words in it and in the line where it stands
  record Link(String path, String words) {}

  /// How a row is opened.
  enum Way {
    /// It is a page with a path.
    OPEN(200),
    /// The same, and it stands alone: it works from a disk too, without the frame of Sluis.
    LOS(200),
    /// It is a page, and it says what is missing.
    FOUT(422),
    /// The same, and it is not there.
    NIET(404),
    /// A button leads to it.
    DRUK(0),
    /// It is no page.
    BESTAND(0),
    /// It leads to a page of somebody else.
    ELDERS(0);

    private final int status;

    Way(int status) {
      this.status = status;
    }

    /// With which status it is answered; 0 when that does not matter.
    int status() {
      return status;
    }
  }

  private PageTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  static PageTable read() throws IOException {
    var rows = new ArrayList<Row>();
    for (var row : ROW.matcher(Files.readString(FILE)).results().toList()) {
      var who = Screens.Who.valueOf(word(row.group(2)));
      var words = Optional.ofNullable(row.group(6)).orElse("");
      var above =
          rows.stream().filter(r -> r.route().equals(row.group(1)) && r.who() == who).toList();
      long same = above.stream().filter(r -> r.words().equals(words)).count();
      rows.add(
          new Row(
              row.group(1),
              who,
              Way.valueOf(word(row.group(3))),
              Optional.ofNullable(row.group(4)).orElse(""),
              Optional.ofNullable(row.group(5)).orElse(""),
              words,
              above.size(),
              (int) same));
    }
    return new PageTable(rows);
  }

  private static String word(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  List<Row> rows() {
    return rows;
  }

  /// Everything that this person opens, in order.
  List<Row> of(Screens.Who who) {
    return rows.stream().filter(row -> row.who() == who).toList();
  }

  /// How a picture of it is called, without what differs.
  String name(Row row) {
    var plain = row.path().replaceAll("[{}]", "").replaceAll("^/|/$", "").replace('/', '-');
    var name = (plain.isEmpty() ? "begin" : plain) + (row.who() == Screens.Who.BO ? "-bo" : "");
    return row.number() == 0 ? name : name + "-" + (row.number() + 1);
  }

  /// Another session: what was found in the former may not be there any more.
  void forget() {
    links.clear();
    values.clear();
  }

  /// What stood on the page of this route, which is open.
  void found(Row row, List<Link> paths) {
    links.computeIfAbsent(row.route(), _ -> new ArrayList<>()).addAll(paths);
  }

  /// The path of the example; the second row of a route takes the second link, and so on.
  ///
  /// @throws IllegalStateException when no link leads there
  String path(Row row) {
    var known = new HashMap<>(values.getOrDefault(row.from(), Map.of()));
    var filled = VARIABLE.matcher(row.path()).replaceAll(v -> known.getOrDefault(v.group(1), "{}"));
    if (!filled.contains("{}")) {
      values.putIfAbsent(row.route(), known);
      return filled;
    }
    var names = VARIABLE.matcher(row.path()).results().map(v -> v.group(1)).toList();
    var shape = Pattern.compile(VARIABLE.matcher(row.path()).replaceAll("([^/]+)"));
    var found =
        links.getOrDefault(row.from(), List.of()).stream()
            .filter(link -> link.words().contains(row.words()))
            .map(Link::path)
            .distinct()
            .map(shape::matcher)
            .filter(Matcher::matches)
            .skip(row.turn())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no link to " + row + " on " + links.get(row.from())));
    for (int i = 0; i < names.size(); i++) {
      known.put(names.get(i), found.group(i + 1));
    }
    values.putIfAbsent(row.route(), known);
    return found.group();
  }
}
