package nl.sluis.dev.partner;

import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.gateway.aanmelding.CounterLine;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.bereik.MailLine;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.gezagsbron.BrpPersonen;
import nl.sluis.gateway.keys.KekSource;
import nl.sluis.gateway.keys.KekSources;
import nl.sluis.gateway.normen.Collector;
import nl.sluis.gateway.person.PersonCheck;
import nl.sluis.gateway.tijdstempel.StampLine;
import nl.sluis.gateway.toezicht.Posts;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.policies.terms.Oin;

/// The settings of every gateway of the development part: as a value, and as the file in which an
/// operator would write them.
public final class DevSettings {
  /// The region of the logbook.
  public static final String REGION = "kennemerland";

  /// The name of the token endpoint.
  public static final String ISSUER = "https://sluis.example";

  /// The name of the logbook for others.
  public static final String ORIGIN = "sluis.example/kennemerland";

  /// The register of processing activities to which lines point.
  public static final String REGISTER = ISSUER + "/verwerkingen";

  /// The number of Sluis.
  public static final Oin SLUIS = new Oin("00000099000000001000");

  /// Who helps people here, and the look of Sluis itself.
  public static final Settings.Pages PAGES =
      new Settings.Pages(
          new Helper("Noor van Dam", "023 555 01 23"), Optional.empty(), Optional.empty());

  private static final int CONNECTIONS = 8;

  private DevSettings() {}

  /// A gateway on this site and database.
  ///
  /// @param name of its own, by which it finds its waiting room again
  /// @param brp where it asks who has gezag; empty when people look it up
  /// @param witnesses who sign its logbook
  /// @param timestamps who sets timestamps over its logbook; empty for nobody
  /// @param collector where the lines of its logbook go; empty when they go nowhere
  public static Settings of(
      DevSite site,
      DevDatabase database,
      DevGateway.Ports ports,
      DevRules rules,
      String name,
      Optional<BrpPersonen.Line> brp,
      Settings.Witnesses witnesses,
      Optional<StampLine> timestamps,
      Optional<Collector.Line> collector) {
    var login = site.login().line(ports);
    return new Settings(
        REGION,
        SLUIS,
        ISSUER,
        site.logbookName(),
        new Settings.Database(
            database.url(),
            new Settings.Login(DevDatabase.OWNER, ""),
            new Settings.Login("sluis_gateway", ""),
            new Settings.Login("sluis_wisser", ""),
            CONNECTIONS),
        door(site, ports.partners()),
        door(site, ports.people()),
        Optional.of(site.signIn().service()),
        login,
        pages(login, site, rules.beat()),
        site.authority().trustFile(),
        site.authority().crlFiles(),
        site.partnerFolder(),
        site.keyFolder(),
        KekSources.file(site.keyEncryptionKey()),
        acute(site, name),
        rules.convenanten().or(site::convenanten),
        Optional.empty(),
        brp,
        witnesses,
        timestamps,
        new Settings.Lines(REGISTER, collector),
        rules.examplesCount(),
        site.revocation(),
        DevOperations.of(site.tempo(), collector.isPresent()));
  }

  private static Settings.Pages pages(Optional<ProviderLine> login, DevSite site, Beat beat) {
    return new Settings.Pages(
        PAGES.helper(),
        PAGES.look(),
        site.post(),
        DevLogin.counter(login),
        DevLogin.officers(login),
        beat);
  }

  /// Each gateway has a waiting room of its own.
  private static Settings.Acute acute(DevSite site, String name) {
    var caller = site.caller();
    var room = site.folder().resolve("wachtkamer").resolve(name);
    return new Settings.Acute(caller.chainFile(), caller.keyFile(), room);
  }

  private static Settings.Listener door(DevSite site, int port) {
    var server = site.server();
    return new Settings.Listener("localhost", port, server.chainFile(), server.keyFile());
  }

  /// The same, as a file; that examples count is what no file can say.
  public static String yaml(Settings settings) {
    var lists =
        String.join(", ", settings.revocationLists().stream().map(f -> "\"" + f + "\"").toList());
    return """
    regio: %s
    oin: "%s"
    uitgever: %s
    logboeknaam: %s
    database:
      adres: %s
      eigenaar: {gebruiker: %s}
      gateway: {gebruiker: %s}
      wisser: {gebruiker: %s}
      verbindingen: %d
    partners: {%s}
    mensen: {%s%s%s%s%s%s, hulp: {naam: %s, telefoon: %s}}
    vertrouwen:
      uitgevers: "%s"
      intrekkingslijsten: [%s]
    partnermap: "%s"
    sleutels: {map: "%s", hoofdsleutel: %s}
    acuut: {certificaat: "%s", sleutel: "%s", wachtkamer: "%s"}
    """
            .formatted(
                settings.region(),
                settings.oin(),
                settings.issuer(),
                settings.logbookOrigin(),
                settings.database().url(),
                settings.database().owner(),
                settings.database().gateway(),
                settings.database().eraser(),
                settings.database().poolSize(),
                door(settings.partners()),
                door(settings.people()),
                settings.signIn().map(DevSettings::signIn).orElse(""),
                settings.login().map(DevSettings::login).orElse(""),
                settings.pages().mail().map(DevSettings::mail).orElse(""),
                settings.pages().counter().map(DevSettings::counter).orElse(""),
                settings.pages().officers().map(DevSettings::officers).orElse(""),
                settings.pages().helper().name(),
                settings.pages().helper().phone(),
                settings.trust(),
                lists,
                settings.partnerFolder(),
                settings.keyFolder(),
                kek(settings.keyEncryptionKey().current()),
                settings.acute().chain(),
                settings.acute().key(),
                settings.acute().waitingRoom())
        + settings.convenanten().map(folder -> "convenanten: \"" + folder + "\"\n").orElse("")
        + settings
            .controlPolicies()
            .map(folder -> "controlebeleid: \"" + folder + "\"\n")
            .orElse("")
        + settings.brp().map(DevSettings::brp).orElse("")
        + witnesses(settings.witnesses())
        + settings.timestamps().map(DevSettings::timestamps).orElse("")
        + settings.lines().collector().map(DevSettings::collector).orElse("")
        + DevOperations.yaml(settings.operations());
  }

  private static String timestamps(StampLine line) {
    return "tijdstempels: {adres: \"%s\", uitgevers: \"%s\", iedereMinuten: %d}\n"
        .formatted(line.address(), line.trust(), line.every().toMinutes());
  }

  private static String kek(KekSource source) {
    return switch (source) {
      case KekSource.OfFile(var file) -> "\"" + file + "\"";
      case KekSource.OfKeystore(var keystore, var password) ->
          "{sleutelbos: \"%s\", wachtwoordbestand: \"%s\"}".formatted(keystore, password);
      case KekSource.OfToken(var library, var slot, var pin) ->
          "{bibliotheek: \"%s\", slot: %d, pinbestand: \"%s\"}".formatted(library, slot, pin);
    };
  }

  private static String collector(Collector.Line line) {
    return """
    verwerkingen:
      verzamelaar: {adres: "%s", certificaat: "%s", sleutel: "%s", uitgevers: "%s"}
    """
        .formatted(line.address(), line.chain(), line.key(), line.trust());
  }

  private static String brp(BrpPersonen.Line line) {
    return "gezagsbron: {adres: \"%s\", certificaat: \"%s\", sleutel: \"%s\", uitgevers: \"%s\"}\n"
        .formatted(line.address(), line.chain(), line.key(), line.trust());
  }

  private static String witnesses(Settings.Witnesses witnesses) {
    var lines =
        witnesses.lines().stream()
            .map(line -> "{sleutel: \"%s\", adres: %s}".formatted(line.key(), line.address()))
            .collect(Collectors.joining(", "));
    return lines.isEmpty()
        ? ""
        : "getuigen: {stil: %d, lijst: [%s]}\n".formatted(witnesses.silence().toMinutes(), lines);
  }

  private static String door(Settings.Listener door) {
    return "adres: %s, poort: %d, certificaat: \"%s\", sleutel: \"%s\""
        .formatted(door.host(), door.port(), door.chain(), door.key());
  }

  private static String signIn(PersonCheck.Service service) {
    return ", aanmelding: {uitgever: \"%s\", afnemer: %s, sleutels: \"%s\", nummer: \"%s\"}"
        .formatted(service.issuer(), service.audience(), service.keys(), service.claim());
  }

  private static String mail(MailLine line) {
    return ", post: {adres: %s, poort: %d, tls: %s, uitgevers: \"%s\", afzender: %s}"
        .formatted(
            line.host(),
            line.port(),
            line.direct() ? "direct" : "starttls",
            line.trust(),
            line.from());
  }

  private static String counter(CounterLine line) {
    var at = line.provider();
    var own = at.own().toString().replace(StaffSignIn.Desk.LOKET.path(), "");
    return ", loket: {uitgever: \"%s\", afnemer: %s, adres: \"%s\", uitgevers: \"%s\", rollen: %s, rol: %s, oin: \"%s\", als: %s}"
        .formatted(
            at.issuer(),
            at.client(),
            own,
            at.trust(),
            at.claim(),
            line.role(),
            line.desk().oin(),
            line.desk().role());
  }

  private static String officers(Posts posts) {
    var at = posts.provider();
    var own = at.own().toString().replace(StaffSignIn.Desk.TOEZICHT.path(), "");
    var roles =
        posts.roles().entrySet().stream()
            .map(
                each ->
                    "{rol: %s, functie: %s, oin: \"%s\"}"
                        .formatted(
                            each.getKey(),
                            each.getValue().duty().word(),
                            each.getValue().organisation()))
            .sorted()
            .collect(Collectors.joining(", "));
    return ", toezicht: {uitgever: \"%s\", afnemer: %s, adres: \"%s\", uitgevers: \"%s\", rollen: %s, medewerker: %s, functies: [%s]}"
        .formatted(at.issuer(), at.client(), own, at.trust(), at.claim(), posts.employee(), roles);
  }

  private static String login(ProviderLine line) {
    return ", inloggen: {uitgever: \"%s\", afnemer: %s, adres: \"%s\", uitgevers: \"%s\", nummer: \"%s\"}"
        .formatted(line.issuer(), line.client(), line.own(), line.trust(), line.claim());
  }
}
