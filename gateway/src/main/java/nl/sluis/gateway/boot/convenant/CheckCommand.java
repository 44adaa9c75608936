package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.convenant.SignatureFiles;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.inspection.Inspection;
import nl.sluis.policies.inspection.VersionText;

/// `sluis convenant controleer`: every fault of a text and, when the signatures are known, every
/// party that did not sign it or signed something else.
final class CheckCommand {
  private final PrintStream out;
  private final PrintStream err;
  private final ConfigReader configs;

  CheckCommand(PrintStream out, PrintStream err, ConfigReader configs) {
    this.out = out;
    this.err = err;
    this.configs = configs;
  }

  /// @return 0 when there is nothing to mend, 1 when there is
  int run(Options options) throws WrongUse, IOException, SQLException {
    var config = options.find("config");
    var folder = options.find("handtekeningen");
    if (config.isPresent() && folder.isPresent()) {
      throw new WrongUse("Noem `--config` of `--handtekeningen`, niet allebei.");
    }
    if (config.isPresent()) {
      try (var site = Site.open(configs, config.get())) {
        var history = site.history();
        // What stands there is one thing, what this gateway makes of it another: a version that was
        // adopted with another text is sound, and refused.
        var refused = options.words().isEmpty() ? history.faults() : List.<String>of();
        return check(options, site.texts(), Optional.of(history.signatures()), refused);
      }
    }
    if (folder.isPresent()) {
      var given = signatures(folder.get());
      return check(options, Optional.empty(), Optional.of(given.signatures()), given.faults());
    }
    return check(options, Optional.empty(), Optional.empty(), List.of());
  }

  private static SignatureFiles signatures(String folder) throws WrongUse, IOException {
    var path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      throw new WrongUse("`" + folder + "` is geen map.");
    }
    return SignatureFiles.read(path, InstantSource.system());
  }

  private int check(
      Options options,
      Optional<Path> own,
      Optional<Collection<Signature>> signatures,
      List<String> besides)
      throws WrongUse, IOException {
    var what = options.word();
    var texts = what.isPresent() ? Bookcase.of(what.get(), own) : Bookcase.ofOperator(own);
    var found = Inspection.of(texts.chosen(), signatures);
    for (var version : found.whole().values()) {
      out.printf(
          "%s %s: %d regels, %d voorbeelden, %d partijen, geldig van %s tot %s, %s%n",
          version.id(),
          version.version(),
          version.rules().size(),
          version.examples().size(),
          version.parties().size(),
          version.validFrom(),
          version.validUntil(),
          VersionText.status(version));
    }
    var others = new ArrayList<>(besides);
    found.faults().forEach(fault -> others.remove(fault.toString()));
    int faults = found.faults().size() + others.size();
    if (faults == 0) {
      out.println("Geen fouten; elk voorbeeld krijgt het antwoord dat erbij staat.");
      return 0;
    }
    others.forEach(err::println);
    found.faults().forEach(fault -> err.println(texts.told(fault)));
    err.printf("%d %s.%n", faults, faults == 1 ? "fout" : "fouten");
    return 1;
  }
}
