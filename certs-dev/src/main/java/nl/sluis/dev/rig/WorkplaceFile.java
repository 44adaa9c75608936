package nl.sluis.dev.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSignIn;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.policies.terms.PartyRole;

/// The settings of a desk in development, as an administrator would write them.
final class WorkplaceFile {
  /// The folder of what the desk keeps, beside the file.
  static final String OWN = "werkplek";

  private WorkplaceFile() {}

  /// Writes them.
  ///
  /// @param issuer of the identity provider
  /// @param client how that provider names the desk
  /// @param port where the desk listens
  /// @return the file
  static Path write(
      Path folder,
      DevGateway gateway,
      List<DevWorker> workers,
      String issuer,
      String client,
      int port)
      throws IOException {
    var site = gateway.site();
    var door = gateway.doorway();
    var text =
        """
        adres: https://localhost:%d
        luister: {poort: %d, certificaat: %s, sleutel: %s}
        hulp: {naam: Sanne de Boer, telefoon: 023 555 01 23}
        map: %s
        inloggen:
          uitgever: %s
          afnemer: %s
          uitgevers: %s
          medewerker: medewerker
          pseudoniem: letterlijk
          rollen: roles
          niveaus: {gewoon: ["%s"], sterk: ["%s"]}
        sluis:
          adres: %s
          oin: "%s"
          uitgever: %s
          vertrouwen: %s
        logboek:
          adres: %s
          sleutel: %s
        organisaties:
        %s\
        """
            .formatted(
                port,
                port,
                site.server().chainFile().toAbsolutePath(),
                site.server().keyFile().toAbsolutePath(),
                OWN,
                issuer,
                client,
                site.authority().trustFile().toAbsolutePath(),
                DevSignIn.SUBSTANTIAL,
                SignedIn.Level.HOOG.acr(),
                door.partners(),
                door.sluis(),
                door.issuer(),
                site.authority().trustFile().toAbsolutePath(),
                door.people().resolve("/logboek"),
                gateway.logbookKey(),
                organisations(gateway, workers));
    return Files.writeString(folder.resolve("werkplek.yaml"), text);
  }

  private static String organisations(DevGateway gateway, List<DevWorker> workers) {
    var names = new LinkedHashMap<PartyRole, String>();
    var functions = new LinkedHashMap<PartyRole, Set<String>>();
    for (var worker : workers) {
      names.putIfAbsent(worker.at(), worker.organisation());
      for (var function : worker.functions()) {
        functions
            .computeIfAbsent(worker.at(), _ -> new LinkedHashSet<>())
            .add(
                "    - {functie: %s, rol: %s, taken: [%s]}\n"
                    .formatted(function.word(), worker.role(function), words(function.tasks())));
      }
    }
    var text = new StringBuilder();
    functions.forEach(
        (at, all) ->
            text.append("- naam: ")
                .append(names.get(at))
                .append("\n  oin: \"%s\"\n  rol: %s\n".formatted(at.oin(), at.role()))
                .append("  sleutelmap: ")
                .append(gateway.site().ownFolder().resolve(at.oin().value()).toAbsolutePath())
                .append("\n  functies:\n")
                .append(String.join("", all)));
    return text.toString();
  }

  private static String words(Set<Task> tasks) {
    return tasks.stream().map(Task::word).sorted().collect(Collectors.joining(", "));
  }
}
