package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.gateway.convenant.LawHistory;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.normen.Form;
import nl.sluis.gateway.normen.Lines;
import nl.sluis.gateway.normen.Pseudonyms;
import nl.sluis.gateway.normen.Reader;
import nl.sluis.gateway.normen.Register;
import nl.sluis.gateway.sequencer.Marks;
import nl.sluis.gateway.trace.Trace;
import nl.sluis.policies.terms.Oin;

/// `sluis logboek uitvoer`: the logbook in the words of a standard, one JSON object a line.
///
/// That somebody read it is a row of the logbook, written before the first line is shown. For one
/// thread.
public final class LinesCommand {
  private static final int WRONG_USE = 2;
  private static final Set<String> NAMES = Set.of("--config", "--vorm", "--organisatie");
  private static final String USE =
      """
      Gebruik: sluis logboek uitvoer --config sluis.yaml --vorm=VORM [--organisatie=OIN]
        --vorm         ldv, adl, nen7513 of gemma; elke regel is een JSON-object
        --organisatie  alleen de eigen regels van deze organisatie; moet bij nen7513 en gemma\
      """;

  private final PrintStream out;
  private final PrintStream err;

  /// @param out where lines go
  /// @param err where faults and usage go
  public LinesCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Is this what is asked? Without `--vorm` the rows themselves are taken along, to be checked.
  static boolean isMeant(List<String> args) {
    return args.size() > 2
        && args.get(1).equals("uitvoer")
        && args.stream().anyMatch(arg -> arg.startsWith("--vorm"));
  }

  /// @param args what was typed after `logboek uitvoer`
  /// @return 0 when every line was written, 1 when the logbook is not what was written, 2 when the
  ///   command is not understood
  int run(List<String> args) throws IOException, SQLException {
    var named = named(args);
    var form = Optional.ofNullable(named.get("--vorm")).flatMap(Form::of);
    var organisation = Optional.ofNullable(named.get("--organisatie"));
    if (named.get("--config") == null
        || form.isEmpty()
        || organisation.filter(oin -> !Oin.isOin(oin)).isPresent()
        || (form.get().isOfOne() && organisation.isEmpty())) {
      err.println(USE);
      return WRONG_USE;
    }
    var settings = SettingsFile.read(Path.of(named.get("--config")));
    return run(settings, form.get(), organisation.map(Oin::new), InstantSource.system());
  }

  /// The same for who has the settings already.
  public int run(Settings settings, Form form, Optional<Oin> organisation, InstantSource clock)
      throws IOException, SQLException {
    var vault =
        KeyVault.open(settings.keyFolder(), settings.keyEncryptionKey(), new SecureRandom());
    try (var database = Pool.of(settings.database());
        var connection = database.getConnection()) {
      var history =
          LawHistory.read(
              ConvenantTexts.of(settings.convenanten()),
              new ConvenantTable(settings.region()),
              settings.examplesCount(),
              connection);
      var register = new Register(settings.lines().register(), history::versions);
      if (form == Form.NEN7513 && !register.isCareParty(organisation.orElseThrow())) {
        err.println(
            "NEN 7513 geldt niet voor deze organisatie: zij heeft geen rol met een medisch"
                + " beroepsgeheim. Kies --vorm=ldv.");
        return WRONG_USE;
      }
      look(settings, database, vault, form, organisation, clock);
      var rows = new RowScan(settings.region(), vault);
      var lines = new Lines(rows, register, settings.logbookOrigin());
      var reader = new Reader(organisation, new Pseudonyms(vault));
      return write(connection, lines, form, reader);
    }
  }

  private int write(Connection connection, Lines lines, Form form, Reader reader)
      throws SQLException {
    try {
      lines.all(connection, form, reader, out::println);
      out.flush();
      return 0;
    } catch (BrokenRow row) {
      err.println(
          "Rij "
              + row.index()
              + " is niet wat er geschreven is. Reken eerst het logboek na: sluis logboek"
              + " controleer.");
      return 1;
    }
  }

  private static void look(
      Settings settings,
      DataSource database,
      KeyVault vault,
      Form form,
      Optional<Oin> organisation,
      InstantSource clock)
      throws SQLException {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("handeling", "logboek-uitvoer").put("vorm", form.code());
    organisation.ifPresent(oin -> detail.put("organisatie", oin.value()));
    var row = new Entry(EntryKind.INSPECTION, Optional.empty(), detail);
    var logbook =
        Logbook.open(
            settings.region(), settings.logbookOrigin(), database, vault, new SecureRandom());
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      var written = logbook.append(tx, Marks.on(Trace.begin(), List.of(row)), clock.instant());
      tx.commit();
      logbook.publish(written);
    }
  }

  /// Each name with its value; a name that is not known makes all of it unknown.
  private static Map<String, String> named(List<String> args) {
    var named = new HashMap<String, String>();
    for (int at = 0; at < args.size(); at++) {
      var arg = args.get(at);
      int is = arg.indexOf('=');
      var name = is < 0 ? arg : arg.substring(0, is);
      if (!NAMES.contains(name) || (is < 0 && at + 1 == args.size())) {
        return Map.of();
      }
      named.put(name, is < 0 ? args.get(++at) : arg.substring(is + 1));
    }
    return named;
  }
}
