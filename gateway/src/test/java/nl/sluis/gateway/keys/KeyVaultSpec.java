package nl.sluis.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVaultSpec {
  @TempDir Path directory;

  private KeyVault open() throws Exception {
    return KeyVault.open(keys(), directory.resolve("kek"), new SecureRandom());
  }

  private Path keys() {
    return directory.resolve("sleutels");
  }

  @Test
  void a_key_is_the_same_for_every_gateway_and_after_every_start() throws Exception {
    var one = open();
    var other = open();
    var child = UUID.randomUUID();

    var key = one.subjectKey(child);

    assertThat(key.getEncoded()).hasSize(32);
    assertThat(other.subjectKey(child)).isEqualTo(key);
    assertThat(other.subjectKeys(Set.of(child))).containsEntry(child, key);
    assertThat(open().subjectKey(child)).isEqualTo(key);
    assertThat(open().subjectKey(UUID.randomUUID())).isNotEqualTo(key);
    assertThat(open().epochKey("pakket-2026112211")).isEqualTo(one.epochKey("pakket-2026112211"));
    assertThat(open().hmacKey(1)).isEqualTo(one.hmacKey(1)).isNotEqualTo(one.hmacKey(2));
  }

  @Test
  void signing_keys_survive_a_restart() throws Exception {
    var first = open();
    var again = open();

    for (var use : KeyUse.values()) {
      var algorithm = use.algorithm().equals("EC") ? "SHA256withECDSA" : use.algorithm();
      assertSigns(algorithm, first.signingKey(use, 1), again.signingKey(use, 1));
    }
    assertSigns("Ed25519", first.logKey(), again.logKey());
    assertThat(first.signingKey(KeyUse.TOKEN, 1).getPublic())
        .isNotEqualTo(first.signingKey(KeyUse.BINDING, 1).getPublic())
        .isNotEqualTo(first.signingKey(KeyUse.TOKEN, 2).getPublic());
  }

  private static void assertSigns(String algorithm, KeyPair signer, KeyPair checker)
      throws Exception {
    var signature = Signature.getInstance(algorithm);
    signature.initSign(signer.getPrivate());
    signature.update(new byte[] {1, 2, 3});
    var bytes = signature.sign();
    signature.initVerify(checker.getPublic());
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(bytes)).isTrue();
  }

  @Test
  void a_destroyed_key_stays_destroyed_for_all_gateways_and_for_good() throws Exception {
    var one = open();
    var other = open();
    var child = UUID.randomUUID();
    one.subjectKey(child);
    other.subjectKey(child);

    one.destroySubjectKey(child);

    for (var vault : List.of(one, other, open())) {
      assertThatThrownBy(() -> vault.subjectKey(child)).isInstanceOf(KeyDestroyed.class);
      assertThatThrownBy(() -> vault.knownSubjectKey(child)).isInstanceOf(KeyDestroyed.class);
      assertThatThrownBy(() -> vault.subjectKeys(Set.of(child)))
          .isInstanceOf(KeyDestroyed.class)
          .hasMessageNotContaining(child.toString());
    }
  }

  @Test
  void a_key_can_be_destroyed_before_it_was_ever_made() throws Exception {
    var vault = open();

    vault.destroyEpochKey("pakket-2026112211");

    assertThatThrownBy(() -> vault.epochKey("pakket-2026112211")).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void looking_for_a_key_does_not_make_it() throws Exception {
    var vault = open();

    assertThat(vault.knownSubjectKey(UUID.randomUUID())).isEmpty();
    assertThat(vault.knownEpochKey("register-202611")).isEmpty();
    assertThat(files("betrokkene")).isEmpty();
    assertThat(files("tijdvak")).isEmpty();
  }

  @Test
  void many_threads_of_two_gateways_that_want_one_new_key_all_get_the_same() throws Exception {
    var one = open();
    var other = open();
    var children = new ArrayList<UUID>();
    for (var child = 0; child < 50; child++) {
      children.add(UUID.randomUUID());
    }
    var tasks = new ArrayList<Callable<List<SecretKey>>>();
    for (var vault : List.of(one, other, one, other)) {
      tasks.add(() -> children.stream().map(vault::subjectKey).toList());
    }

    var seen = new HashSet<List<SecretKey>>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(tasks)) {
        seen.add(done.get());
      }
    }

    assertThat(seen).hasSize(1);
    assertThat(files("betrokkene")).hasSize(50);
  }

  @Test
  void a_process_that_is_killed_while_it_makes_keys_leaves_whole_keys_or_none() throws Exception {
    for (var round = 0; round < 5; round++) {
      var maker =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  KeyMaker.class.getName(),
                  keys().toString(),
                  directory.resolve("kek").toString())
              .redirectErrorStream(true)
              .start();
      try (var out = maker.getInputStream()) {
        // The first byte says that it has begun; it never stops by itself.
        assertThat(out.read()).isEqualTo('.');
        maker.destroyForcibly().waitFor();
      }
    }

    var vault = open();
    assertThat(files("betrokkene")).isNotEmpty();
    for (var file : files("betrokkene")) {
      assertThat(vault.knownSubjectKey(UUID.fromString(file.getFileName().toString()))).isPresent();
    }
  }

  @Test
  void destroying_a_key_also_destroys_the_copy_that_a_killed_process_left() throws Exception {
    var child = UUID.randomUUID();
    open().subjectKey(child);
    // A process that dies between giving the name and clearing away leaves two names for one file.
    var copy = keys().resolve("onderweg/betrokkene_" + child + "." + UUID.randomUUID());
    Files.createLink(copy, keys().resolve("betrokkene/" + child));

    open().destroySubjectKey(child);

    assertThat(files("onderweg")).isEmpty();
  }

  @Test
  void a_key_file_that_was_changed_swapped_or_moved_is_refused() throws Exception {
    var one = UUID.randomUUID();
    var two = UUID.randomUUID();
    open().subjectKeys(Set.of(one, two));
    var first = keys().resolve("betrokkene/" + one);
    var second = keys().resolve("betrokkene/" + two);

    var bytes = Files.readAllBytes(first);
    bytes[30] ^= 1;
    Files.write(first, bytes);
    assertThatThrownBy(() -> open().subjectKey(one)).hasMessageContaining("changed");

    Files.write(first, Files.readAllBytes(second));
    assertThatThrownBy(() -> open().subjectKey(one)).hasMessageContaining("its name");
  }

  @Test
  void without_its_key_encryption_key_the_vault_does_not_start_afresh() throws Exception {
    var _ = open().signingKey(KeyUse.TOKEN, 1);
    Files.delete(directory.resolve("kek"));

    assertThatThrownBy(this::open).hasMessageContaining("is gone; restore it");

    Files.write(directory.resolve("kek"), new byte[32]);
    assertThatThrownBy(this::open).hasMessageContaining("must have mode 0600");
  }

  @Test
  void nobody_else_on_the_machine_can_read_a_key() throws Exception {
    var _ = open().signingKey(KeyUse.TOKEN, 1);

    for (var file : List.of(directory.resolve("kek"), keys().resolve("onderteken/token"))) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
    assertThat(Files.getPosixFilePermissions(keys())).hasSize(3);
  }

  @Test
  void a_name_that_leaves_the_directory_is_refused() throws Exception {
    var vault = open();

    for (var name : List.of("../kek", "", "a/b", ".x", "A")) {
      assertThatThrownBy(() -> vault.epochKey(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_fast_provider_is_installed_or_the_jdk_says_so() {
    assertThat(CryptoProvider.install()).isEqualTo(CryptoProvider.install()).isNotBlank();
  }

  private List<Path> files(String folder) throws Exception {
    try (var files = Files.list(keys().resolve(folder))) {
      return files.toList();
    }
  }
}
