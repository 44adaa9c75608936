package nl.sluis.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.consent.subject.SealedFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is keyed or sealed beside the logbook depends on two keys: change either, and it is
/// another.
class TwoKeysSpec {
  private static final UUID CHILD = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final String NUMBER = "bsn\nbsn\n999990019";

  @TempDir Path directory;

  private KeyVault vault() throws Exception {
    return KeyVault.open(
        directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
  }

  private void lose(String name) throws Exception {
    Files.delete(directory.resolve("sleutels").resolve(name));
  }

  @Test
  void a_reference_is_keyed_with_two_keys_of_its_version() throws Exception {
    var before = ReferenceKeys.of(vault(), 1).keyed(NUMBER);

    assertThat(ReferenceKeys.of(vault(), 1).keyed(NUMBER)).isEqualTo(before).hasSize(32);
    assertThat(ReferenceKeys.of(vault(), 2).keyed(NUMBER)).isNotEqualTo(before);
    lose("vast/verwijzing-1");
    var withoutSecond = ReferenceKeys.of(vault(), 1).keyed(NUMBER);
    assertThat(withoutSecond).isNotEqualTo(before);
    lose("hmac/1");
    assertThat(ReferenceKeys.of(vault(), 1).keyed(NUMBER)).isNotIn(before, withoutSecond);
  }

  @Test
  void a_fact_about_a_person_is_sealed_with_two_keys_and_is_gone_with_the_person()
      throws Exception {
    var before = vault().factKey(CHILD);

    assertThat(vault().knownFactKey(CHILD)).contains(before);
    assertThat(vault().subjectKey(CHILD)).isNotEqualTo(before);
    assertThat(vault().knownFactKey(UUID.randomUUID())).isEmpty();
    lose("vast/gegeven-1");
    assertThat(vault().factKey(CHILD)).isNotEqualTo(before);

    vault().destroySubjectKey(CHILD);

    assertThatThrownBy(() -> vault().knownFactKey(CHILD)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void a_birth_date_opens_at_its_own_person_and_is_gone_with_that_person() throws Exception {
    var vault = vault();
    var facts = new SealedFacts(new FactSeal(vault, new SecureRandom()));
    var day = LocalDate.parse("2016-03-14");

    var sealed = facts.birth(CHILD, day);

    vault.subjectKey(OTHER);
    assertThat(facts.birth(CHILD, sealed)).contains(day);
    assertThat(facts.birth(CHILD, day)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> facts.birth(OTHER, sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> facts.residence(CHILD, sealed))
        .isInstanceOf(IllegalStateException.class);
    vault.destroySubjectKey(CHILD);
    assertThat(facts.birth(CHILD, sealed)).isEmpty();
  }

  @Test
  void where_somebody_lives_is_not_told_by_the_length_of_its_name() throws Exception {
    var facts = new SealedFacts(new FactSeal(vault(), new SecureRandom()));
    var since = LocalDate.parse("2020-01-01");

    var near = facts.residence(CHILD, "Velsen", since);
    var far = facts.residence(CHILD, "Súdwest-Fryslân", since);

    assertThat(near).hasSameSizeAs(far).hasSameSizeAs(facts.birth(CHILD, since));
    assertThat(facts.residence(CHILD, far))
        .contains(new SealedFacts.Lives("Súdwest-Fryslân", since));
  }

  @Test
  void what_waits_is_sealed_with_two_keys_and_the_key_of_its_hour_alone_opens_nothing()
      throws Exception {
    var clear = new byte[] {1, 2, 3};
    var sealed = new HourKeys(vault(), new SecureRandom()).seal("pakket-2026112211", "p", clear);

    var again = new HourKeys(vault(), new SecureRandom()).open("pakket-2026112211", "p", sealed);
    assertThat(again).isEqualTo(clear);
    lose("vast/wachtend-1");
    assertThatThrownBy(
            () -> new HourKeys(vault(), new SecureRandom()).open("pakket-2026112211", "p", sealed))
        .isInstanceOf(IllegalStateException.class);
  }
}
