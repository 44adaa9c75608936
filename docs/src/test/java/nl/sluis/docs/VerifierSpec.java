package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What checks the logbook shares with what writes it only what is named here.
///
/// A mistake in code that both use is a mistake that the check cannot see.
class VerifierSpec {
  private static final String LOGBOOK = "nl.sluis.gateway.logbook.";
  private static final String KEYS = "nl.sluis.gateway.keys.";

  /// The checks of a database, of a file and of tiles.
  private static final List<String> CHECKS =
      List.of("LogbookVerifier", "ExportCheck", "TilesCheck");

  /// The hash of the tree, the names of the kinds of rows, the form of a checkpoint, and the keys
  /// and how they follow from each other.
  private static final List<String> SHARED =
      List.of(
          "BrokenHistory",
          "EntryKind",
          "KeyHistory",
          "KeyStatement",
          "LogKey",
          "NoteSigner",
          "OpenedCheckpoint",
          "TreeHash",
          "UseHistory",
          "UseStatement");

  @Test
  void the_check_of_the_logbook_shares_with_its_writer_only_what_is_named() {
    var shared = new TreeSet<String>();
    CHECKS.forEach(check -> shared.addAll(reached(check)));
    var writers = reached("Logbook");
    writers.addAll(reached("UseKeyChange"));
    shared.retainAll(writers);

    assertThat(shared).containsExactlyElementsOf(SHARED);
  }

  @Test
  void of_the_keys_it_uses_the_vault_and_nothing_else() {
    var used = new TreeSet<String>();
    for (var name : CHECKS.stream().flatMap(check -> reached(check).stream()).toList()) {
      for (var target : targets(House.CLASSES.get(LOGBOOK + name))) {
        if (target.getName().startsWith(KEYS)) {
          used.add(target.getSimpleName());
        }
      }
    }

    assertThat(used).containsExactly("KeyDestroyed", "KeyUse", "KeyVault", "UsePeriod");
  }

  @Test
  void the_manual_and_the_check_itself_name_what_is_shared() {
    var source = "gateway/src/main/java/nl/sluis/gateway/logbook/LogbookVerifier.java";
    var check = House.text(House.TOP.resolve(source));
    var manual = House.text(House.TOP.resolve("docs/beheer.md"));

    for (var name : SHARED) {
      assertThat(check).contains("[" + name + "]");
      assertThat(manual).contains("`" + name + "`");
    }
    assertThat(check).contains("[KeyVault]");
    assertThat(manual).contains("`KeyVault`");
  }

  /// The classes of the logbook that are used by this one, by way of others too.
  private static Set<String> reached(String from) {
    var seen = new TreeSet<String>();
    var open = new ArrayDeque<String>(List.of(from));
    while (!open.isEmpty()) {
      var name = open.removeFirst();
      if (seen.add(name)) {
        for (var target : targets(House.CLASSES.get(LOGBOOK + name))) {
          if (target.getPackageName().concat(".").equals(LOGBOOK)) {
            open.add(outer(target));
          }
        }
      }
    }
    return seen;
  }

  private static List<JavaClass> targets(JavaClass of) {
    return House.CLASSES.stream()
        .filter(type -> type.equals(of) || type.getName().startsWith(of.getName() + "$"))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .toList();
  }

  private static String outer(JavaClass type) {
    return type.getName().substring(LOGBOOK.length()).replaceFirst("\\$.*", "");
  }
}
