package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.inspection.Inspection;
import nl.sluis.policies.inspection.VersionText;

/// `sluis convenant versies`: what each version is, who signed it, and what stops where somebody
/// did not.
final class VersionsCommand {
  private final PrintStream out;
  private final ConfigReader configs;

  VersionsCommand(PrintStream out, ConfigReader configs) {
    this.out = out;
    this.configs = configs;
  }

  int run(Options options) throws WrongUse, IOException, SQLException {
    if (options.find("config").isEmpty()) {
      return tell(options.word(), Optional.empty(), Optional.empty());
    }
    try (var site = Site.open(configs, options.find("config").get())) {
      return tell(options.word(), site.texts(), Optional.of(site.history().signatures()));
    }
  }

  private int tell(
      Optional<String> what, Optional<Path> own, Optional<Collection<Signature>> signatures)
      throws WrongUse, IOException {
    var texts = what.isPresent() ? Bookcase.of(what.get(), own) : Bookcase.ofOperator(own);
    // Whoever drafts the next version finds the one before it with the operator or in this release.
    var all = new ArrayList<>(Inspection.of(texts.files(), Optional.empty()).whole().values());
    var others = Bookcase.ofOperator(own).files();
    all.addAll(Inspection.of(others, Optional.empty()).whole().values());
    var chosen = Inspection.of(texts.chosen(), Optional.empty());
    for (var version : chosen.whole().values()) {
      out.print(VersionText.of(version, former(version, all), signatures));
    }
    chosen.faults().forEach(fault -> out.println(texts.told(fault)));
    return chosen.isSound() ? 0 : 1;
  }

  private static Optional<Convenant> former(Convenant version, Collection<Convenant> all) {
    return all.stream()
        .filter(other -> other.id().equals(version.id()))
        .filter(other -> other.validFrom().isBefore(version.validFrom()))
        .max(Comparator.comparing(Convenant::validFrom));
  }
}
