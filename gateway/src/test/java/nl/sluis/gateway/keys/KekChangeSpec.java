package nl.sluis.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KekChangeSpec {
  @TempDir Path directory;

  @Test
  void a_new_key_encryption_key_takes_over_while_gateways_keep_reading_and_making_keys()
      throws Exception {
    var gateway = open(file());
    var children = children(gateway, 5);
    var change = open(file()).changeKeyEncryptionKey();

    change.begin();
    change.step(2);
    var meanwhile = gateway.subjectKey(new UUID(9, 9));
    assertThat(keysOf(gateway, children)).isEqualTo(children);
    while (change.step(2)) {}

    assertThat(change.retire()).isEqualTo(1);
    assertThat(keysOf(gateway, children)).isEqualTo(children);
    assertThat(keysOf(open(file()), children)).isEqualTo(children);
    assertThat(open(file()).subjectKey(new UUID(9, 9))).isEqualTo(meanwhile);
  }

  @Test
  void a_change_that_was_killed_half_way_goes_on_where_it_was() throws Exception {
    var children = children(open(file()), 40);
    var process = new ProcessBuilder(java("traag")).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      assertThat(out.read()).isEqualTo('.');
      process.destroyForcibly().waitFor();
    }

    var change = open(file()).changeKeyEncryptionKey();
    assertThat(change.left()).isLessThan(40);
    assertThat(change.begin()).isEqualTo(change.left() == 0);
    while (change.step(10)) {}
    change.retire();

    assertThat(keysOf(open(file()), children)).isEqualTo(children);
  }

  @Test
  void what_is_still_wrapped_by_the_old_key_keeps_that_key_alive() throws Exception {
    children(open(file()), 3);
    var change = open(file()).changeKeyEncryptionKey();

    change.begin();
    change.step(1);

    assertThatThrownBy(change::retire).hasMessageContaining("still wrapped");
  }

  @Test
  void a_backup_of_the_vault_is_unreadable_once_its_key_encryption_key_is_destroyed()
      throws Exception {
    var children = children(open(file()), 3);
    var backup = copyOfVault();

    changeWhole(file());

    var child = children.keySet().iterator().next();
    assertThatThrownBy(() -> KeyVault.open(backup, file(), new SecureRandom()).subjectKey(child))
        .hasMessageContaining("is gone");
    assertThat(keysOf(open(file()), children)).isEqualTo(children);
  }

  @Test
  void who_is_erased_while_keys_are_wrapped_anew_stays_erased() throws Exception {
    var gateway = open(file());
    var child = children(gateway, 1).keySet().iterator().next();
    var change = open(file()).changeKeyEncryptionKey();

    change.begin();
    gateway.destroySubjectKey(child);
    change.step(10);

    assertThatThrownBy(() -> open(file()).subjectKey(child)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void the_keys_move_from_a_file_to_a_keystore_and_on_to_the_next_key_in_it() throws Exception {
    var children = children(open(file()), 3);
    var keystore = new KekSource.OfKeystore(directory.resolve("kek.p12"), secret("geheim"));

    changeWhole(new KekSources(keystore, Optional.of(file().current())));
    var moved = new KekSources(keystore, Optional.empty());
    assertThat(directory.resolve("kek")).doesNotExist();
    assertThat(keysOf(open(moved), children)).isEqualTo(children);

    changeWhole(moved);
    assertThat(keysOf(open(moved), children)).isEqualTo(children);
    var wrong = new KekSource.OfKeystore(keystore.keystore(), secret("anders"));
    assertThatThrownBy(() -> open(new KekSources(wrong, Optional.empty())))
        .hasMessageContaining("password");
  }

  @Test
  void a_password_that_others_on_the_machine_can_read_is_refused() throws Exception {
    var password = secret("geheim");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    var keystore = new KekSource.OfKeystore(directory.resolve("kek.p12"), password);

    assertThatThrownBy(() -> open(new KekSources(keystore, Optional.empty())))
        .hasMessageContaining("mode 0600");
  }

  @Test
  void the_keys_move_into_a_token_that_wraps_them_itself_and_gives_its_key_to_nobody()
      throws Exception {
    var token = SoftToken.in(directory);
    var children = children(open(file()), 5);
    var child = children.keySet().iterator().next();
    var key = children.values().iterator().next();

    assertThat(token.run(java("naar-token", token.arguments()), directory))
        .isEqualTo("nieuw: false\nstap\nstap\nstap\nvernietigd: 1\n");

    assertThat(directory.resolve("kek")).doesNotExist();
    assertThat(token.run(java("lees", token.arguments(), child.toString()), directory))
        .isEqualTo(HexFormat.of().formatHex(key.getEncoded()) + "\n");
    Files.copy(
        vault().resolve("betrokkene/" + new UUID(1, 1)),
        vault().resolve("betrokkene/" + new UUID(7, 7)));
    assertThat(token.run(java("lees", token.arguments(), "" + new UUID(7, 7)), directory))
        .isEqualTo("a key file does not belong to its name or was changed\n");
  }

  private void changeWhole(KekSources sources) throws IOException {
    var change = open(sources).changeKeyEncryptionKey();
    assertThat(change.begin()).isTrue();
    while (change.step(10)) {}
    change.retire();
  }

  private Map<UUID, SecretKey> children(KeyVault vault, int count) {
    var keys = new LinkedHashMap<UUID, SecretKey>();
    for (var child = 0; child < count; child++) {
      keys.put(new UUID(1, child), vault.subjectKey(new UUID(1, child)));
    }
    return keys;
  }

  private static Map<UUID, SecretKey> keysOf(KeyVault vault, Map<UUID, SecretKey> children) {
    return vault.subjectKeys(children.keySet());
  }

  private KekSources file() {
    return KekSources.file(directory.resolve("kek"));
  }

  private Path vault() {
    return directory.resolve("sleutels");
  }

  private KeyVault open(KekSources sources) throws IOException {
    return KeyVault.open(vault(), sources, new SecureRandom());
  }

  private Path secret(String line) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var file = Files.createTempFile(directory, "geheim", ".txt", mode);
    return Files.writeString(file, line + "\n");
  }

  private Path copyOfVault() throws IOException {
    var copy = directory.resolve("reservekopie");
    try (var files = Files.walk(vault())) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(vault().relativize(file).toString()));
      }
    }
    return copy;
  }

  private String[] java(String step, String... more) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(TokenSteps.class.getName());
    command.add(step);
    command.add(vault().toString());
    command.add(directory.resolve("kek").toString());
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private String[] java(String step, String[] token, String last) {
    var all = Arrays.copyOf(token, token.length + 1);
    all[token.length] = last;
    return java(step, all);
  }
}
