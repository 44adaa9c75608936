package nl.sluis.gateway.boot.partner;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.partner.Block;
import nl.sluis.gateway.partner.SluisBlocks;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Reads the settings of a desk block by block, so that everything that is wrong is said at once.
/// One thread.
final class DeskReading {
  private static final int MOST_PORTS = 65_535;

  private final Path folder;
  private final List<String> faults;
  private final SluisBlocks blocks;

  DeskReading(Path folder, List<String> faults) {
    this.folder = folder;
    this.faults = faults;
    this.blocks = new SluisBlocks(folder);
  }

  Optional<DeskSettings> read(Block top) {
    var listener = listener(top.block("luister"));
    var helper = helper(top.block("hulp"));
    var look = top.find("huisstijl").map(folder::resolve);
    var own = folder.resolve(top.find("map").orElse("werkplek"));
    var signIn = signIn(top.block("inloggen"), top);
    var sluis = blocks.sluis(top);
    var log = blocks.log(top);
    var texts = top.find("convenanten").map(folder::resolve);
    var organisations = organisations(top);
    top.close();
    return faults.isEmpty()
        ? Optional.of(
            new DeskSettings(
                listener,
                helper.orElseThrow(),
                look,
                own,
                signIn,
                organisations,
                sluis,
                log.orElseThrow(),
                texts))
        : Optional.empty();
  }

  private DeskSettings.Listener listener(Block block) {
    return new DeskSettings.Listener(
        block.find("adres").orElse("localhost"),
        number(block, "poort"),
        folder.resolve(block.text("certificaat")),
        folder.resolve(block.text("sleutel")));
  }

  private static int number(Block block, String key) {
    var found = block.value(key);
    if (found.isInt() && found.asInt() >= 0 && found.asInt() <= MOST_PORTS) {
      return found.asInt();
    }
    block.fault(key, "ontbreekt of is geen getal dat kan");
    return 0;
  }

  private static Optional<Helper> helper(Block block) {
    try {
      return Optional.of(new Helper(block.text("naam"), block.text("telefoon")));
    } catch (IllegalArgumentException _) {
      block.fault("telefoon", "en `naam` noemen geen mens met een telefoonnummer");
      return Optional.empty();
    }
  }

  private DeskSettings.SignIn signIn(Block block, Block top) {
    var line =
        new ProviderLine(
            block.text("uitgever"),
            block.text("afnemer"),
            URI.create(blocks.https(top, "adres") + StaffSignIn.Desk.WERK.path()),
            folder.resolve(block.text("uitgevers")),
            block.find("gegevens").map(folder::resolve),
            block.find("rollen").orElse(""),
            levels(block.block("niveaus")));
    var file = block.find("rollenlijst").map(folder::resolve);
    if (file.isPresent() == !line.claim().isEmpty()) {
      block.fault("rollen", "of `rollenlijst`: precies een van beide");
    }
    return new DeskSettings.SignIn(
        line, block.find("medewerker").orElse("sub"), file, asItIs(block));
  }

  private static boolean asItIs(Block block) {
    return switch (block.find("pseudoniem").orElse("afgeleid")) {
      case "afgeleid" -> false;
      case "letterlijk" -> true;
      default -> {
        block.fault("pseudoniem", "is `afgeleid` of `letterlijk`");
        yield false;
      }
    };
  }

  /// With the first somebody is let in, with the second somebody may send and open.
  private static Map<String, SignedIn.Level> levels(Block block) {
    var levels = new HashMap<String, SignedIn.Level>();
    if (block.has("gewoon")) {
      block.texts("gewoon").forEach(acr -> levels.put(acr, SignedIn.Level.SUBSTANTIEEL));
    }
    var strong = block.texts("sterk");
    strong.forEach(acr -> levels.put(acr, SignedIn.Level.HOOG));
    if (strong.isEmpty()) {
      block.fault("sterk", "noemt geen enkel niveau; dan kan niemand iets sturen of openen");
    }
    return levels;
  }

  private List<DeskSettings.Organisation> organisations(Block top) {
    var found = new ArrayList<DeskSettings.Organisation>();
    var taken = new HashSet<String>();
    var keys = new HashMap<Oin, Path>();
    for (var each : top.blocks("organisaties")) {
      var one = organisation(each, taken);
      found.add(one);
      // A holder has one line, and with it one set of keys.
      if (!keys.computeIfAbsent(one.holder(), _ -> one.keys()).equals(one.keys())) {
        each.fault("sleutelmap", "is een andere dan eerder in dit bestand bij dezelfde `houder`");
      }
    }
    if (found.isEmpty()) {
      top.fault("organisaties", "noemt er geen");
    }
    return found;
  }

  private DeskSettings.Organisation organisation(Block block, Set<String> taken) {
    var role = Role.of(block.text("rol"));
    if (role.isEmpty()) {
      block.fault("rol", "is geen rol van het convenant");
    }
    var oin = blocks.oin(block, "oin");
    return new DeskSettings.Organisation(
        block.text("naam"),
        new PartyRole(oin, role.orElse(Role.SCHOOL_IB)),
        block.has("houder") ? blocks.oin(block, "houder") : oin,
        folder.resolve(block.text("sleutelmap")),
        block.perhaps("token").map(this::token),
        functions(block, taken));
  }

  private DeskSettings.Token token(Block block) {
    return new DeskSettings.Token(
        folder.resolve(block.text("module")),
        number(block, "slot"),
        folder.resolve(block.text("pinbestand")),
        block.text("ondertekening"),
        block.texts("versleuteling"));
  }

  private Map<String, DeskSettings.Function> functions(Block block, Set<String> taken) {
    var functions = new LinkedHashMap<String, DeskSettings.Function>();
    for (var each : block.blocks("functies")) {
      var word = each.text("functie");
      var role = each.find("rol").orElse(word);
      if (!taken.add(role)) {
        each.fault("rol", "staat er twee keer; noem bij elke functie een eigen `rol`");
      }
      if (role.chars().anyMatch(Character::isISOControl)) {
        each.fault("rol", "is geen rol");
      }
      functions.put(role, new DeskSettings.Function(word, tasks(each)));
    }
    if (functions.isEmpty()) {
      block.fault("functies", "noemt er geen");
    }
    return functions;
  }

  /// Everything that is about children, when nothing is said; looking after the desk never.
  private static Set<Task> tasks(Block block) {
    if (!block.has("taken")) {
      return EnumSet.complementOf(EnumSet.of(Task.BEHEER));
    }
    var tasks = EnumSet.noneOf(Task.class);
    for (var word : block.texts("taken")) {
      var task = Task.of(word);
      if (task.isEmpty()) {
        block.fault("taken", "noemt een taak die er niet is");
      }
      task.ifPresent(tasks::add);
    }
    return tasks;
  }
}
