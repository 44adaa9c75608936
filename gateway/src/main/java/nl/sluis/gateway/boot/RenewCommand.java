package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.aansluiting.ApplicationFault;
import nl.sluis.gateway.aansluiting.Applying;
import nl.sluis.gateway.aansluiting.PartnerFiles;
import nl.sluis.policies.terms.Oin;

/// `sluis partner vernieuw`: makes the next signing key of a partner, and the statement by which
/// the old one announces it. Needs no gateway, no database and no network.
public final class RenewCommand {
  private static final int WRONG_USE = 2;
  private static final String DAYS = "14";
  private static final String USE =
      "Gebruik: sluis partner vernieuw --oin=OIN --map=MAP [--dagen=14]\n"
          + "DAGEN is hoe lang de oude en de nieuwe sleutel zeker allebei gelden: 1 tot 90.";

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was made and what comes next
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public RenewCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `partner vernieuw`
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) {
    var read = CommandOptions.read(args, Set.of("oin", "map", "dagen"));
    var days = read.map(typed -> typed.options().getOrDefault("dagen", DAYS)).orElse("");
    if (read.isEmpty()
        || !read.get().words().isEmpty()
        || !Oin.isOin(read.get().get("oin"))
        || read.get().get("map").isEmpty()
        || !days.matches("[1-9]|[1-8][0-9]|90")) {
      err.println(USE);
      return WRONG_USE;
    }
    var folder = read.get().get("map");
    try {
      var made =
          new Applying(new SecureRandom(), clock)
              .next(
                  Path.of(folder),
                  new Oin(read.get().get("oin")),
                  Duration.ofDays(Long.parseLong(days)));
      out.printf(
          """
          Klaar. De nieuwe sleutel heet %s en staat in `%s/%s`; alleen u kunt hem lezen.
          Nu verder:
            1. Stuur `%s` naar POST /v1/ondertekensleutels.
            2. Vraag een token met de nieuwe sleutel. Pas als dat lukt, eindigt de oude: op %s.
            3. Zet de nieuwe op de plaats van `%s`.
          """,
          made.key().getKeyID(),
          folder,
          PartnerFiles.NEXT,
          PartnerFiles.ANNOUNCEMENT,
          made.overlapEnds(),
          PartnerFiles.SIGNING);
      return 0;
    } catch (ApplicationFault fault) {
      fault.sentences().forEach(err::println);
    } catch (IOException e) {
      err.printf(
          "In `%s` kan niet worden gelezen of geschreven (%s). Kies een map waarin dat wel kan.%n",
          folder, e.getClass().getSimpleName());
    }
    return 1;
  }
}
