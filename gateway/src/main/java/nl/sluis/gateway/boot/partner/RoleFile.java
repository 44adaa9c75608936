package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.aanmelding.Roles;
import nl.sluis.gateway.partner.Block;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who has which role at the desk, as its administrator keeps it in a file, for an identity
/// provider that knows no functions.
///
/// The file is read again when it changed, and asked at every page: who is struck out is out with
/// the next click. A file that cannot be read gives nobody anything. Thread-safe.
final class RoleFile implements Roles {
  private static final Logger LOG = LoggerFactory.getLogger(RoleFile.class);

  private final Path file;
  private final Set<String> meaning;
  private Read read = new Read(FileTime.fromMillis(0), -1, Map.of());

  private record Read(FileTime changed, long size, Map<String, List<String>> roles) {}

  /// @param meaning the roles that mean something at this desk
  RoleFile(Path file, Set<String> meaning) {
    this.file = file;
    this.meaning = Set.copyOf(meaning);
  }

  @Override
  public List<String> of(String employee, List<String> claimed) {
    return now().getOrDefault(employee, List.of());
  }

  @Override
  public boolean stand(String employee, String role) {
    return now().getOrDefault(employee, List.of()).contains(role);
  }

  private synchronized Map<String, List<String>> now() {
    try {
      var changed = Files.getLastModifiedTime(file);
      var size = Files.size(file);
      if (!changed.equals(read.changed()) || size != read.size()) {
        read = new Read(changed, size, parsed());
      }
      return read.roles();
    } catch (IOException _) {
      if (read.size() >= 0) {
        LOG.error("the file with roles cannot be read; nobody has a role");
        read = new Read(FileTime.fromMillis(0), -1, Map.of());
      }
      return Map.of();
    }
  }

  private Map<String, List<String>> parsed() throws IOException {
    var faults = new ArrayList<String>();
    var roles = parse(Files.readString(file), meaning, faults);
    if (!faults.isEmpty()) {
      faults.forEach(
          fault -> LOG.error("in the file with roles, which counts for nobody: {}", fault));
      return Map.of();
    }
    return roles;
  }

  /// Reads the file.
  ///
  /// @param faults hears what is wrong, never who stands in it
  static Map<String, List<String>> parse(String text, Set<String> meaning, List<String> faults) {
    var top = Block.ofContent(text, faults);
    var roles = new HashMap<String, List<String>>();
    for (var each : top.blocks("mensen")) {
      var employee = each.text("medewerker");
      var given = each.texts("rollen").stream().sorted().toList();
      if (!meaning.containsAll(given)) {
        each.fault("rollen", "noemt een rol die in de instellingen geen functie is");
      }
      if (roles.putIfAbsent(employee, given) != null) {
        each.fault("medewerker", "staat er twee keer");
      }
    }
    top.close();
    return Map.copyOf(roles);
  }
}
