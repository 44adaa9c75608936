package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.partner.Block;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.PartnerSettings;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// What the desk of professionals has to know: `werkplek.yaml`, in which an unknown name is a
/// fault. Paths are seen from the folder in which the file stands. Immutable.
///
/// @param listener where browsers come in
/// @param helper who stands on every page
/// @param look a style sheet of the organisation
/// @param folder what the desk keeps: two secrets, keys of others that it saw, drafts of a day
/// @param signIn at whom staff logs in
/// @param organisations for whom is worked
/// @param sluis where Sluis is, and how it is recognised
/// @param log the logbook, and by which key it is believed
/// @param convenanten the folder of the texts; empty for those of this release
record DeskSettings(
    Listener listener,
    Helper helper,
    Optional<Path> look,
    Path folder,
    SignIn signIn,
    List<Organisation> organisations,
    PartnerSettings.Sluis sluis,
    PartnerSettings.Log log,
    Optional<Path> convenanten) {
  DeskSettings {
    organisations = List.copyOf(organisations);
  }

  /// @param chain its certificate, PEM
  /// @param key of that certificate, PEM
  record Listener(String host, int port, Path chain, Path key) {}

  /// @param employee the claim with the word of the organisation for who logs in
  /// @param roles the file of the administrator; empty when the provider gives the roles
  /// @param asItIs whether the word is a pseudonym already
  record SignIn(ProviderLine provider, String employee, Optional<Path> roles, boolean asItIs) {}

  /// @param name for people
  /// @param holder whose certificate and keys: the organisation itself, or whom it gave a mandate
  /// @param keys the folder of those keys
  /// @param token where signing and opening keys stand; empty when they are in the folder
  /// @param functions by the role of the provider that means it
  record Organisation(
      String name,
      PartyRole party,
      Oin holder,
      Path keys,
      Optional<Token> token,
      Map<String, Function> functions) {
    Organisation {
      functions = Map.copyOf(functions);
    }
  }

  /// A PKCS#11 token, and under which labels the keys stand.
  record Token(Path library, int slot, Path pinFile, String signing, List<String> opening) {
    Token {
      opening = List.copyOf(opening);
    }
  }

  /// One function.
  record Function(String word, Set<Task> tasks) {
    Function {
      tasks = Set.copyOf(tasks);
    }
  }

  /// Reads the file.
  ///
  /// @throws Stopped naming everything that is wrong
  static DeskSettings read(Path file) throws Stopped {
    var faults = new ArrayList<String>();
    try {
      var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
      var top = Block.ofSettings(Files.readString(file), faults);
      var settings = new DeskReading(folder, faults).read(top);
      if (settings.isPresent()) {
        return settings.get();
      }
    } catch (IOException _) {
      faults.add("`" + file.getFileName() + "` kan niet worden gelezen");
    }
    throw new Stopped(
        Ending.NIET_BEGREPEN, "De instellingen kloppen niet:\n- " + String.join("\n- ", faults));
  }

  /// The roles of the provider that mean something here.
  Set<String> meaning() {
    var roles = new LinkedHashMap<String, Oin>();
    organisations.forEach(
        one -> one.functions().keySet().forEach(role -> roles.put(role, one.party().oin())));
    return Set.copyOf(roles.keySet());
  }

  /// What the line of this organisation needs to know.
  PartnerSettings line(Organisation organisation) {
    return new PartnerSettings(
        new PartyRole(organisation.holder(), organisation.party().role()),
        Optional.empty(),
        organisation.keys(),
        folder.resolve("gezien").resolve(organisation.holder().value()),
        sluis,
        log,
        convenanten);
  }

  /// Where browsers find it.
  URI address() {
    return URI.create(signIn.provider().own().toString().replaceFirst("/werk$", ""));
  }
}
