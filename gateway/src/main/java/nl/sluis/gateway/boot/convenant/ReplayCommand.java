package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;

/// `sluis convenant herhaal`: replays every decision of the logbook.
final class ReplayCommand {
  private final PrintStream out;

  ReplayCommand(PrintStream out) {
    this.out = out;
  }

  /// @return 0 when every decision got the answer it had, 1 when one did not
  int run(Options options) throws WrongUse, IOException, SQLException {
    var config =
        options.find("config").orElseThrow(() -> new WrongUse("Noem `--config sluis.yaml`."));
    Optional<Convenant> other = Optional.empty();
    if (options.find("met").isPresent()) {
      other = Optional.of(Bookcase.of(options.find("met").get()).one());
    }
    try (var site = Site.open(config)) {
      var replayed =
          Replayed.of(site.connection(), site.region(), site.keys(), site.decider(), other);
      out.print(replayed.text());
      return replayed.isSame() ? 0 : 1;
    }
  }
}
