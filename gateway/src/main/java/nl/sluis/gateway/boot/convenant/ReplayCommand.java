package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.policies.convenant.Convenant;

/// `sluis convenant herhaal`: replays every decision of the logbook.
final class ReplayCommand {
  private final PrintStream out;
  private final PrintStream err;
  private final ConfigReader configs;

  ReplayCommand(PrintStream out, PrintStream err, ConfigReader configs) {
    this.out = out;
    this.err = err;
    this.configs = configs;
  }

  /// @return 0 when every decision got the answer it had, 1 when one did not
  int run(Options options) throws WrongUse, IOException, SQLException {
    if (!options.words().isEmpty()) {
      throw new WrongUse("`" + options.words().getFirst() + "` is te veel.");
    }
    var config =
        options.find("config").orElseThrow(() -> new WrongUse("Noem `--config sluis.yaml`."));
    try (var site = Site.open(configs, config)) {
      Optional<Convenant> other = Optional.empty();
      if (options.find("met").isPresent()) {
        other = Optional.of(Bookcase.of(options.find("met").get(), site.texts()).one());
      }
      site.history().faults().forEach(err::println);
      var replayed =
          Replayed.of(site.connection(), site.region(), site.keys(), site.history(), other);
      out.print(replayed.text());
      return replayed.isSame() ? 0 : 1;
    } catch (BrokenRow row) {
      err.println(
          "Rij "
              + row.index()
              + " is niet wat er geschreven is. Reken eerst het logboek na: sluis logboek"
              + " controleer.");
      return 1;
    }
  }
}
