package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.boot.SettingsFile;
import nl.sluis.policies.circle.Circle;
import nl.sluis.policies.circle.CirclePage;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.difference.Difference;
import nl.sluis.policies.difference.DifferenceText;
import nl.sluis.policies.inspection.Inspection;
import nl.sluis.policies.matrix.MatrixPage;

/// `sluis convenant ...`: reading, trying out and comparing, for people who do not program.
///
/// What it prints is Dutch and goes to a screen; nothing it reads is about a real child, but for
/// `herhaal`, which says of the logbook only what changed, by row and by rule.
public final class ConvenantCommand {
  private static final int WRONG_USE = 2;
  private static final String USE =
      """
      Gebruik: sluis convenant OPDRACHT. Een VERSIE is een map, of een naam zoals zuid-kennemerland/2026-09.
        controleer [VERSIE] [--config sluis.yaml | --handtekeningen MAP]
                                     elke fout met bestand, regel en wat u moet doen; rekent de voorbeelden na,
                                     en noemt wie niet of iets anders tekende
        leg-uit VERSIE GEVAL.yaml    een denkbeeldig geval: welke regel, welk artikel, wat er nodig is
        leg-uit VERSIE --doel DOEL --van ROL --aan ROL --categorieen K01,K09 [--leeftijd 14]
            [--gezag gezamenlijk-gescheiden] [--ja ouder-1] [--voorwaarden ...] [--verzegeld K09] ...
        matrix [VERSIE]              alle regels als tabel
        verschil VERSIE VERSIE       wat er mag en niet meer mag, en voor wie
        versies [VERSIE] [--config sluis.yaml]
                                     digest, status, wie niet tekende en wat dat tegenhoudt
        herhaal --config sluis.yaml [--met VERSIE]
                                     elk besluit uit het logboek opnieuw, en langs een andere versie
        kring VERSIE [--school SLEUTEL] [--uit MAP]
                                     tekening en tabel van wie wat deelt rond een school
        uitvoer [VERSIE] --vorm cedar|xacml [--map MAP]
                                     het convenant in de taal van een ander programma
        uitvoer VERSIE --vorm fsc --groep GROEP --sluis SLUIS.pem --partij PARTIJ.pem [--map MAP]
        uitvoer VERSIE --vorm fsc --controleer CONTRACT.json
                                     de contracten van FSC die een partij tekent, of een dat iemand brengt\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final ConfigReader configs;

  /// @param out where answers go
  /// @param err where faults and usage go
  public ConvenantCommand(PrintStream out, PrintStream err) {
    this(out, err, SettingsFile::read);
  }

  /// @param configs reads what is named with `--config`; only a rehearsal has settings that no file
  ///   can hold
  public ConvenantCommand(PrintStream out, PrintStream err, ConfigReader configs) {
    this.out = out;
    this.err = err;
    this.configs = configs;
  }

  /// Runs one command.
  ///
  /// @param args what was typed after `convenant`
  /// @return 0 when it did what it says, 1 when it found faults, 2 when it was not understood
  public int run(List<String> args) throws SQLException {
    if (args.isEmpty()) {
      err.println(USE);
      return WRONG_USE;
    }
    try {
      var rest = args.subList(1, args.size());
      return switch (args.getFirst()) {
        case "controleer" ->
            new CheckCommand(out, err, configs)
                .run(Options.of(rest, Set.of("config", "handtekeningen")));
        case "leg-uit" -> new AdviceCommand(out, err).run(Options.of(rest, AdviceCommand.OPTIONS));
        case "matrix" -> matrix(Options.of(rest, Set.of()));
        case "verschil" -> difference(Options.of(rest, Set.of()));
        case "versies" -> new VersionsCommand(out, configs).run(Options.of(rest, Set.of("config")));
        case "herhaal" ->
            new ReplayCommand(out, err, configs).run(Options.of(rest, Set.of("config", "met")));
        case "kring" -> circle(Options.of(rest, Set.of("school", "uit")));
        case "uitvoer" -> export(rest);
        default -> throw new WrongUse(USE);
      };
    } catch (WrongUse e) {
      err.println(e.getMessage());
      return WRONG_USE;
    } catch (IOException e) {
      err.println("Dit kan niet worden gelezen of geschreven: " + e.getMessage());
      return 1;
    }
  }

  private int export(List<String> rest) throws WrongUse, IOException {
    var known = Set.of("vorm", "map", "groep", "sluis", "partij", "controleer");
    var options = Options.of(rest, known);
    return options.find("vorm").filter("fsc"::equals).isPresent()
        ? new ContractCommand(out).run(options)
        : new ExportCommand(out, err).run(Options.of(rest, Set.of("vorm", "map")));
  }

  private int matrix(Options options) throws WrongUse, IOException {
    var found = Inspection.of(bookcase(options.word()).chosen(), Optional.empty());
    if (found.whole().isEmpty()) {
      throw new WrongUse("Hier staat geen convenant zonder fouten; zie `convenant controleer`.");
    }
    out.print(MatrixPage.of(found.whole().values()));
    return 0;
  }

  private int difference(Options options) throws WrongUse, IOException {
    if (options.words().size() != 2) {
      throw new WrongUse("Noem twee versies: die van nu en die u wilt.");
    }
    var before = Bookcase.of(options.words().get(0)).one();
    var after = Bookcase.of(options.words().get(1)).one();
    out.print(DifferenceText.of(Difference.between(before, after)));
    return 0;
  }

  private int circle(Options options) throws WrongUse, IOException {
    var convenant =
        bookcase(options.word().or(() -> Optional.of("zuid-kennemerland/2026-09"))).one();
    Optional<Party> school = Optional.empty();
    if (options.find("school").isPresent()) {
      var key = options.find("school").get();
      school = convenant.party(key);
      if (school.isEmpty()) {
        throw new WrongUse("De partij `" + key + "` staat niet in partijen.yaml.");
      }
    }
    var circle = Circle.of(convenant, school);
    var folder = Path.of(options.find("uit").orElse("."));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("kring.svg"), CirclePage.svg(circle));
    Files.writeString(folder.resolve("kring.html"), CirclePage.html(circle));
    Files.writeString(folder.resolve("kring.md"), CirclePage.markdown(circle, "kring.svg"));
    out.println("Gemaakt in " + folder + ": kring.svg, kring.html (met tabel) en kring.md.");
    return 0;
  }

  private static Bookcase bookcase(Optional<String> what) throws WrongUse, IOException {
    return what.isPresent() ? Bookcase.of(what.get()) : Bookcase.shipped();
  }
}
