package nl.sluis.gateway.boot.logboek;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.SettingsFile;
import nl.sluis.gateway.controle.FactReplay;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.BrokenHistory;
import nl.sluis.gateway.logbook.ExportCheck;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogExport;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.LogKeyChange;
import nl.sluis.gateway.logbook.LogbookRefused;
import nl.sluis.gateway.logbook.LogbookReport;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.PublishedTiles;
import nl.sluis.gateway.logbook.TilesCheck;
import nl.sluis.gateway.logbook.WitnessKey;
import nl.sluis.gateway.tijdstempel.StampAudit;
import nl.sluis.gateway.tijdstempel.StampCheck;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.tijdstempel.StampTrust;

/// `sluis logboek ...`: checks a logbook from its database, from a file or from its tiles, and
/// writes it to a file.
///
/// What it prints is Dutch; no row is shown. Four endings: whole, not whole, not understood, and
/// not readable, which proves nothing.
public final class LogbookCommand {
  /// Everything that was asked is as it was written and signed.
  public static final int WHOLE = 0;

  /// Something is not; the first wrong row is named.
  public static final int NOT_WHOLE = 1;

  /// The command is not understood; nothing was read.
  public static final int WRONG_USE = 2;

  /// The database, file or address could not be read: nothing is proven.
  public static final int UNREADABLE = 3;

  private static final int MOST = 100;

  private static final Set<String> CHECK =
      Set.of(
          "config",
          "zonder-sleutels",
          "van",
          "tot",
          "checkpoint",
          "uitvoer",
          "tegels",
          "sleutel",
          "geschiedenis",
          "overzicht",
          "dossier",
          "eerder",
          "getuige");
  private static final Set<String> EXPORT = Set.of("config", "naar", "van", "tot");
  private static final String USE =
      """
      Gebruik: sluis logboek controleer WAARUIT [--van RIJ] [--tot RIJ] [--checkpoint BESTAND]
        --config sluis.yaml [--zonder-sleutels]    uit de database; zonder sleutels blijft elke rij dicht
        --uitvoer BESTAND --sleutel SLEUTEL        uit een bestand van `logboek uitvoer`
        --tegels MAP-OF-ADRES --sleutel SLEUTEL    uit de openbare tegels
        --overzicht BESTAND --sleutel SLEUTEL      het overzicht van een maand, zonder database of netwerk
        --dossier BESTAND --sleutel SLEUTEL        een meegegeven zaak, zonder database of netwerk
        --van, --tot          alleen deze rijen (de laatste telt mee), bewezen tegen het laatste checkpoint
        --checkpoint          een checkpoint dat u eerder ergens anders hebt bewaard
        SLEUTEL               `naam+aanwijzer+base64`, of een bestand waarin dat staat
        --eerder BESTAND      bij een overzicht: een eerder overzicht van dezelfde maand
        --getuige SLEUTEL     bij een overzicht of een zaak: de sleutel van een getuige, of een bestand waarin dat staat
        --geschiedenis        wat `GET /logboek/sleutels` gaf; nodig als de sleutel ooit is gewisseld
      Gebruik: sluis logboek uitvoer --config sluis.yaml --naar BESTAND [--van RIJ] [--tot RIJ]
      Uitkomst: 0 heel, 1 niet heel, 2 opdracht niet begrepen, 3 niet te lezen (dan is niets bewezen).\
      """;

  private final PrintStream out;
  private final PrintStream err;

  /// @param out where the report goes
  /// @param err where progress, faults and usage go
  public LogbookCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Runs one command.
  ///
  /// @param args what was typed after `logboek`
  /// @return one of the four endings
  public int run(List<String> args) {
    var word = args.isEmpty() ? "" : args.getFirst();
    var rest = args.subList(Math.min(1, args.size()), args.size());
    try {
      CryptoProvider.install();
      return switch (word) {
        case "controleer" -> check(Asked.of(rest, CHECK));
        case "uitvoer" -> export(Asked.of(rest, EXPORT));
        default -> throw new IllegalArgumentException("Kies `controleer` of `uitvoer`.");
      };
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USE);
      return WRONG_USE;
    } catch (IOException | SQLException e) {
      err.println("Dit kan niet worden gelezen, er is dus niets bewezen: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private int check(Asked asked) throws IOException, SQLException {
    if (asked.find("config").isPresent()) {
      return database(asked);
    }
    if (asked.find("overzicht").isPresent()) {
      return statement(asked);
    }
    if (asked.find("dossier").isPresent()) {
      return new BundleCommand(out)
              .run(Path.of(asked.need("dossier")), keys(asked), witnesses(asked))
          ? WHOLE
          : NOT_WHOLE;
    }
    var keys = keys(asked);
    if (asked.find("uitvoer").isPresent()) {
      if (!asked.span().isAll()) {
        throw new IllegalArgumentException("Een bestand wordt altijd in zijn geheel gelezen.");
      }
      return tell(file(Path.of(asked.need("uitvoer")), keys, kept(asked, keys)));
    }
    var from = asked.need("tegels");
    var tiles =
        from.matches("https?://.*")
            ? PublishedTiles.at(URI.create(from))
            : PublishedTiles.in(folder(from));
    return tell(
        new TilesCheck(tiles, keys, kept(asked, keys))
            .check(asked.span(), ProgressBar.onScreen(err)));
  }

  private static List<WitnessKey> witnesses(Asked asked) throws IOException {
    return asked.find("getuige").isEmpty()
        ? List.of()
        : List.of(WitnessKey.parse(line(asked.need("getuige")).strip()));
  }

  private int statement(Asked asked) throws IOException {
    return new StatementCommand(out)
            .run(
                Path.of(asked.need("overzicht")),
                asked.find("eerder").map(Path::of).stream().toList(),
                keys(asked),
                witnesses(asked))
        ? WHOLE
        : NOT_WHOLE;
  }

  private int database(Asked asked) throws IOException, SQLException {
    var settings = SettingsFile.read(Path.of(asked.need("config")));
    var vault = vault(settings);
    var witnesses = settings.witnesses().lines().stream().map(WitnessLine::key).toList();
    try (var connection = connect(settings)) {
      var key = newest(settings, vault, connection);
      var verifier =
          asked.withoutKeys()
              ? LogbookVerifier.withoutKeys(settings.region(), key)
              : LogbookVerifier.withKeys(settings.region(), key, vault);
      var kept = kept(asked, LogbookVerifier.history(connection, settings.region(), key));
      var report =
          verifier
              .knowing(witnesses)
              .verify(connection, asked.span(), kept, ProgressBar.onScreen(err));
      var told = Math.max(tell(report), stamps(settings, connection));
      return told == WHOLE && asked.span().isAll() && !asked.withoutKeys()
          ? facts(settings, vault, connection)
          : told;
    }
  }

  /// A logbook that is whole also says what the tables of facts must hold.
  private int facts(Settings settings, KeyVault vault, Connection connection) throws SQLException {
    var deviations = new FactReplay(settings.region(), vault).compare(connection);
    if (deviations.isEmpty()) {
      out.println(
          "Wat over toestemmingen, pakketten en andere feiten vastligt, klopt met de rijen.");
      return new TreesCommand(out).run(settings.region(), vault, connection) ? WHOLE : NOT_WHOLE;
    }
    out.println("NIET IN ORDE: het logboek is heel, maar de registratie ernaast niet.");
    deviations.stream().limit(MOST).forEach(one -> out.println("- " + one.text()));
    out.println(
        "Wat nu: stop de gateways en bewaar de database. De rij zegt wat er hoort te staan; laat de"
            + " functionaris gegevensbescherming beslissen hoe het wordt hersteld.");
    return NOT_WHOLE;
  }

  /// Timestamps are checked where the issuers of them are known.
  private int stamps(Settings settings, Connection connection) throws IOException, SQLException {
    if (settings.timestamps().isEmpty()) {
      return WHOLE;
    }
    var line = settings.timestamps().get();
    var check = new StampCheck(StampTrust.read(line), line.policy());
    var found = new StampAudit(new StampTable(settings.region()), check).all(connection);
    out.printf("Tijdstempels: %d.%n", found.checked());
    found.findings().forEach(finding -> out.println("- " + finding));
    return found.findings().isEmpty() ? WHOLE : NOT_WHOLE;
  }

  private LogbookReport file(Path file, KeyHistory keys, List<OpenedCheckpoint> kept)
      throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return new ExportCheck(keys, kept).check(in, ProgressBar.onScreen(err));
    }
  }

  private int export(Asked asked) throws IOException, SQLException {
    var settings = SettingsFile.read(Path.of(asked.need("config")));
    var target = Path.of(asked.need("naar"));
    var part = target.resolveSibling(target.getFileName() + ".deel");
    try (var connection = connect(settings);
        var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
      var key = newest(settings, vault(settings), connection);
      var rows =
          new LogExport(settings.region(), key)
              .write(connection, asked.span(), out, ProgressBar.onScreen(err));
      this.out.println(rows + " rijen staan in `" + target + "`. Na te gaan met de sleutel");
      this.out.println(key);
    } catch (NoSuchElementException | LogbookRefused e) {
      Files.deleteIfExists(part);
      err.println("Hier is niets uit te voeren: " + e.getMessage() + ".");
      return NOT_WHOLE;
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    return WHOLE;
  }

  private static LogKey newest(Settings settings, KeyVault vault, Connection connection)
      throws SQLException {
    return LogKeyChange.newest(connection, settings.region(), settings.logbookOrigin(), vault);
  }

  private int tell(LogbookReport report) {
    out.print(report.text());
    return report.intact() ? WHOLE : NOT_WHOLE;
  }

  private static List<OpenedCheckpoint> kept(Asked asked, KeyHistory keys) throws IOException {
    if (asked.find("checkpoint").isEmpty()) {
      return List.of();
    }
    var note = Files.readString(Path.of(asked.need("checkpoint")));
    return List.of(
        keys.open(note)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Het bewaarde checkpoint is niet met deze sleutel getekend.")));
  }

  /// The keys of the logbook, believed because of the one that was typed.
  private static KeyHistory keys(Asked asked) throws IOException {
    var key = key(asked.need("sleutel"));
    if (asked.find("geschiedenis").isEmpty()) {
      return KeyHistory.of(key);
    }
    var file = Path.of(asked.need("geschiedenis")).toFile();
    var statements = new ArrayList<String>();
    new JsonMapper()
        .readTree(file)
        .path("verklaringen")
        .forEach(one -> statements.add(one.asText()));
    try {
      return KeyHistory.read(statements, key);
    } catch (BrokenHistory e) {
      throw new IllegalArgumentException(
          "De sleutelgeschiedenis is niet door haar eigen sleutels getekend, of kent deze niet.",
          e);
    }
  }

  private static LogKey key(String text) throws IOException {
    try {
      return LogKey.parse(line(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "De sleutel heeft niet de vorm `naam+aanwijzer+base64`, of haar delen horen niet bijeen.",
          e);
    }
  }

  /// What was typed, or what stands in the file of that name.
  private static String line(String text) throws IOException {
    return text.contains("+") ? text : Files.readString(Path.of(text));
  }

  private static Path folder(String name) throws IOException {
    var folder = Path.of(name);
    if (!Files.isDirectory(folder)) {
      throw new IOException("`" + name + "` is geen map en geen adres");
    }
    return folder;
  }

  private static KeyVault vault(Settings settings) throws IOException {
    return KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
  }

  private static Connection connect(Settings settings) throws SQLException {
    var login = settings.database().gateway();
    return DriverManager.getConnection(settings.database().url(), login.user(), login.password());
  }
}
