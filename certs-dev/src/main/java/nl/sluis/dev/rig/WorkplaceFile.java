package nl.sluis.dev.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSignIn;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.policies.terms.Oin;
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
                organisations(folder, gateway, workers));
    return Files.writeString(folder.resolve("werkplek.yaml"), text);
  }

  private static String organisations(Path desk, DevGateway gateway, List<DevWorker> workers)
      throws IOException {
    var names = new LinkedHashMap<PartyRole, String>();
    var holders = new LinkedHashMap<PartyRole, Oin>();
    var functions = new LinkedHashMap<PartyRole, Set<String>>();
    for (var worker : workers) {
      holders.putIfAbsent(worker.at(), worker.holder());
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
    for (var one : functions.entrySet()) {
      var at = one.getKey();
      var holder = Objects.requireNonNull(holders.get(at));
      text.append("- naam: ")
          .append(names.get(at))
          .append("\n  oin: \"%s\"\n  rol: %s\n".formatted(at.oin(), at.role()))
          .append("  houder: \"%s\"\n".formatted(holder))
          .append("  sleutelmap: ")
          .append(keys(desk, gateway, holder, holders).toAbsolutePath())
          .append("\n  functies:\n")
          .append(String.join("", one.getValue()));
    }
    return text.toString();
  }

  /// The folder with the keys of a holder. Who holds a desk for another has the keys there too that
  /// open what is sealed for that other.
  private static Path keys(Path desk, DevGateway gateway, Oin holder, Map<PartyRole, Oin> holders)
      throws IOException {
    var own = gateway.site().ownFolder().resolve(holder.value());
    var held =
        holders.entrySet().stream()
            .filter(one -> one.getValue().equals(holder))
            .map(one -> one.getKey().oin())
            .filter(oin -> !oin.equals(holder))
            .distinct()
            .toList();
    if (held.isEmpty()) {
      return own;
    }
    var folder = Files.createDirectories(desk.resolve("sleutels-" + holder));
    for (var name : List.of("tls.key.pem", "tls.crt.pem", "ondertekening.jwk.json")) {
      Files.copy(
          own.resolve(name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    var opening = new ArrayList<String>();
    for (var oin : Stream.concat(Stream.of(holder), held.stream()).toList()) {
      opening.add(
          Files.readString(
              gateway.site().ownFolder().resolve(oin.value()).resolve("versleuteling.jwk.json")));
    }
    var file = folder.resolve("versleuteling.jwk.json");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "{\"keys\": [" + String.join(", ", opening) + "]}");
    return folder;
  }

  private static String words(Set<Task> tasks) {
    return tasks.stream().map(Task::word).sorted().collect(Collectors.joining(", "));
  }
}
