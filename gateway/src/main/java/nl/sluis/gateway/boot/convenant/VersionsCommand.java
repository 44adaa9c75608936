package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
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

  VersionsCommand(PrintStream out) {
    this.out = out;
  }

  int run(Options options) throws WrongUse, IOException, SQLException {
    var what = options.word();
    var texts = what.isPresent() ? Bookcase.of(what.get()) : Bookcase.shipped();
    // Whoever drafts the next version finds the one before it in this release.
    var all = new ArrayList<>(Inspection.of(texts.files(), Optional.empty()).whole().values());
    all.addAll(Inspection.of(Bookcase.shipped().files(), Optional.empty()).whole().values());
    var chosen = Inspection.of(texts.chosen(), Optional.empty());
    Optional<Collection<Signature>> signatures = Optional.empty();
    if (options.find("config").isPresent()) {
      try (var site = Site.open(options.find("config").get())) {
        signatures = Optional.of(site.signatures());
      }
    }
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
