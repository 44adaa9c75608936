package nl.sluis.gateway.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aanmelding.CounterLine;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.gezagsbron.BrpPersonen;
import nl.sluis.gateway.keys.KekSource;
import nl.sluis.gateway.keys.KekSources;
import nl.sluis.gateway.normen.Collector;
import nl.sluis.gateway.person.PersonCheck;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Reads the settings of an operator: one YAML file, in which an unknown key stops the start.
///
/// Paths in it are seen from the folder in which it stands. Passwords stand in files of their own.
public final class SettingsFile {
  static final int HIGHEST_PORT = 65_535;

  private final Path folder;

  private final List<String> faults = new ArrayList<>();

  private SettingsFile(Path folder) {
    this.folder = folder;
  }

  /// @throws IllegalArgumentException naming everything that is wrong
  public static Settings read(Path file) throws IOException {
    return read(file, new HashSet<>());
  }

  /// @param asked gets the path of every key that was asked for
  static Settings read(Path file, Set<String> asked) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    return new SettingsFile(parent == null ? Path.of(".") : parent).settings(root(file), asked);
  }

  /// What stands in the file, without a judgement of it.
  static Object root(Path file) throws IOException {
    var load = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
    return root(load, Files.readString(file));
  }

  private static Object root(Load load, String text) {
    try {
      return load.loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new IllegalArgumentException("regel " + line + " is geen geldige YAML", e);
    }
  }

  private Settings settings(Object root, Set<String> asked) {
    var top = new SettingsBlock("", root, folder, faults);
    var database = top.block("database");
    var trust = top.block("vertrouwen");
    var keys = top.block("sleutels");
    var people = top.block("mensen");
    var acute = top.block("acuut");
    var oin = top.text("oin");
    if (!Oin.isOin(oin)) {
      faults.add("`oin` is geen OIN");
    }
    var lines = lines(top);
    var settings =
        new Settings(
            top.text("regio"),
            Oin.isOin(oin) ? new Oin(oin) : new Oin("0".repeat(20)),
            top.text("uitgever"),
            top.text("logboeknaam"),
            new Settings.Database(
                jdbc(database),
                login(database.block("eigenaar")),
                login(database.block("gateway")),
                login(database.block("wisser")),
                database.number("verbindingen", 2, 1_000)),
            listener(top.block("partners")),
            listener(people),
            signIn(people),
            provider(people),
            pages(people),
            trust.path("uitgevers"),
            trust.paths("intrekkingslijsten"),
            top.path("partnermap"),
            keys.path("map"),
            new KekSources(
                kek(keys, "hoofdsleutel"),
                keys.has("vorigeHoofdsleutel")
                    ? Optional.of(kek(keys, "vorigeHoofdsleutel"))
                    : Optional.empty()),
            new Settings.Acute(
                acute.path("certificaat"), acute.path("sleutel"), acute.path("wachtkamer")),
            folder(top, "convenanten"),
            folder(top, "controlebeleid"),
            brp(top),
            OutsideSettings.witnesses(top, faults),
            OutsideSettings.timestamps(top, faults),
            lines,
            false,
            RevocationSettings.read(trust, faults),
            OperationSettings.read(top, lines.collector().isPresent(), faults));
    top.tell(asked);
    top.close();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return settings;
  }

  private Optional<Path> folder(SettingsBlock top, String key) {
    return Optional.of(top.optional(key)).filter(text -> !text.isBlank()).map(folder::resolve);
  }

  /// A password in an address would be seen wherever the address is.
  private String jdbc(SettingsBlock database) {
    var address = database.text("adres");
    if (address.contains("password=")) {
      faults.add("`database.adres` bevat een wachtwoord; dat hoort in `wachtwoordbestand`");
    }
    return address;
  }

  private Settings.Login login(SettingsBlock block) {
    var user = block.text("gebruiker");
    var file = block.optional("wachtwoordbestand");
    try {
      var password = file.isEmpty() ? "" : Files.readString(folder.resolve(file)).strip();
      return new Settings.Login(user, password);
    } catch (IOException _) {
      faults.add("`" + block.name("wachtwoordbestand") + "` kan niet worden gelezen");
      return new Settings.Login(user, "");
    }
  }

  /// A file by its name alone; a keystore or a token is a block.
  private KekSource kek(SettingsBlock keys, String key) {
    if (!keys.isBlock(key)) {
      return new KekSource.OfFile(keys.path(key));
    }
    var block = keys.block(key);
    return block.has("sleutelbos")
        ? new KekSource.OfKeystore(block.path("sleutelbos"), block.path("wachtwoordbestand"))
        : new KekSource.OfToken(
            block.path("bibliotheek"),
            block.number("slot", 0, Integer.MAX_VALUE),
            block.path("pinbestand"));
  }

  private Optional<PersonCheck.Service> signIn(SettingsBlock people) {
    if (!people.has("aanmelding")) {
      return Optional.empty();
    }
    var block = people.block("aanmelding");
    return Optional.of(
        new PersonCheck.Service(
            block.text("uitgever"),
            block.text("afnemer"),
            block.path("sleutels"),
            block.text("nummer")));
  }

  private Optional<ProviderLine> provider(SettingsBlock people) {
    if (!people.has("inloggen")) {
      return Optional.empty();
    }
    return Optional.of(provider(people.block("inloggen"), "nummer", ""));
  }

  /// @param claim the key under which the claim stands that Sluis reads
  /// @param path behind the address at which browsers find Sluis
  private ProviderLine provider(SettingsBlock block, String claim, String path) {
    return new ProviderLine(
        issuer(block),
        block.text("afnemer"),
        URI.create(block.https("adres", false) + path),
        block.path("uitgevers"),
        block.has("gegevens") ? Optional.of(block.path("gegevens")) : Optional.empty(),
        block.text(claim),
        levels(block));
  }

  private Optional<CounterLine> counter(SettingsBlock people) {
    if (!people.has("loket")) {
      return Optional.empty();
    }
    var block = people.block("loket");
    var provider = provider(block, "rollen", StaffSignIn.Desk.LOKET.path());
    var oin = block.text("oin");
    var as = Role.of(block.text("als"));
    if (!Oin.isOin(oin) || as.isEmpty()) {
      faults.add("`" + block.name("oin") + "` en `als` noemen geen organisatie en haar rol");
      return Optional.empty();
    }
    var desk = new PartyRole(new Oin(oin), as.get());
    return Optional.of(new CounterLine(provider, block.text("rol"), desk));
  }

  /// Exactly as the provider writes it; some end it with a slash.
  private String issuer(SettingsBlock login) {
    var text = login.text("uitgever");
    var address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (WebAddress.read(address, false).isEmpty()) {
      faults.add("`" + login.name("uitgever") + "` is geen naam als https://makelaar.example");
    }
    return text;
  }

  /// The words of eIDAS, unless the provider uses its own.
  private static Map<String, SignedIn.Level> levels(SettingsBlock login) {
    var levels = new HashMap<String, SignedIn.Level>();
    if (!login.has("niveaus")) {
      Arrays.stream(SignedIn.Level.values()).forEach(level -> levels.put(level.acr(), level));
      return levels;
    }
    var block = login.block("niveaus");
    for (var level : SignedIn.Level.values()) {
      block.texts(level.name().toLowerCase(Locale.ROOT)).forEach(acr -> levels.put(acr, level));
    }
    return levels;
  }

  private Settings.Pages pages(SettingsBlock people) {
    var help = people.block("hulp");
    return new Settings.Pages(
        new Helper(help.text("naam"), help.text("telefoon")),
        people.has("huisstijl") ? Optional.of(people.path("huisstijl")) : Optional.empty(),
        MailSettings.read(people, faults),
        counter(people),
        OfficerSettings.read(
            people, block -> provider(block, "rollen", StaffSignIn.Desk.TOEZICHT.path()), faults),
        Beat.STANDARD);
  }

  private Optional<BrpPersonen.Line> brp(SettingsBlock top) {
    if (!top.has("gezagsbron")) {
      return Optional.empty();
    }
    var block = top.block("gezagsbron");
    return Optional.of(
        new BrpPersonen.Line(
            block.https("adres", false),
            block.path("certificaat"),
            block.path("sleutel"),
            block.path("uitgevers")));
  }

  private Settings.Lines lines(SettingsBlock top) {
    var own = top.text("uitgever") + "/verwerkingen";
    if (!top.has("verwerkingen")) {
      return new Settings.Lines(own, Optional.empty());
    }
    var block = top.block("verwerkingen");
    var register = block.has("register") ? block.https("register", false).toString() : own;
    return new Settings.Lines(register, block.has("verzamelaar") ? end(block) : Optional.empty());
  }

  private Optional<Collector.Line> end(SettingsBlock lines) {
    var end = lines.block("verzamelaar");
    var address = end.https("adres", false);
    var key = end.path("sleutel");
    return Optional.of(
        new Collector.Line(address, end.path("certificaat"), key, end.path("uitgevers")));
  }

  private Settings.Listener listener(SettingsBlock block) {
    return new Settings.Listener(
        block.text("adres"),
        block.number("poort", 0, HIGHEST_PORT),
        block.path("certificaat"),
        block.path("sleutel"));
  }
}
