package nl.sluis.dev.bench;

import java.util.List;

/// How much a bench does.
///
/// @param children about how many children there are messages
/// @param warm how many requests of each kind go before anything is counted
/// @param window how many requests one measurement counts
/// @param rounds how often (b) and (d) take turns
/// @param atOnce how many requests are under way
record Sizes(int children, int warm, int window, int rounds, int atOnce) {
  static final Sizes STANDARD = new Sizes(1_000, 12_000, 6_000, 2, 64);

  /// Reads `--naam=getal` on top of the standard sizes.
  ///
  /// @throws IllegalArgumentException when an option is unknown
  static Sizes read(List<String> options) {
    var sizes = STANDARD;
    for (var option : options) {
      var parts = option.split("=", 2);
      int value = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
      sizes =
          switch (parts[0]) {
            case "--kinderen" ->
                new Sizes(value, sizes.warm, sizes.window, sizes.rounds, sizes.atOnce);
            case "--opwarmen" ->
                new Sizes(sizes.children, value, sizes.window, sizes.rounds, sizes.atOnce);
            case "--venster" ->
                new Sizes(sizes.children, sizes.warm, value, sizes.rounds, sizes.atOnce);
            case "--rondes" ->
                new Sizes(sizes.children, sizes.warm, sizes.window, value, sizes.atOnce);
            case "--tegelijk" ->
                new Sizes(sizes.children, sizes.warm, sizes.window, sizes.rounds, value);
            default ->
                throw new IllegalArgumentException(
                    "onbekende optie `%s`; kies uit --kinderen= --opwarmen= --venster= --rondes="
                            .formatted(option)
                        + " --tegelijk=");
          };
    }
    return sizes;
  }

  /// How many messages (d) needs, the profile included.
  int messages() {
    return warm + window * (rounds + 1);
  }

  /// How many messages (e) needs: a third, because each takes three requests.
  int whole() {
    return Math.max(1, (warm / 4 + window) / 3) + Math.max(1, window / 3);
  }
}
