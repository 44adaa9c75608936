package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.consent.subject.SealedFacts;
import nl.sluis.dev.partner.PassingFolder;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.ReferenceKeys;

/// What it costs that nothing opens with one key: each step of an exchange with one key and with
/// two, in processor time of one thread, in one run (ADR 0023).
///
/// With one key each step is done as it was before: the same reading of the vault, the same cipher.
final class TweeSleutels {
  private static final String HOUR = "pakket-2026112211";
  private static final String TEXT = "eigen-kenmerk\n00000099000000201000\nleerling-4711";
  private static final int PARCEL = 4_096;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 9;

  private final KeyVault vault;
  private final SecureRandom random = new SecureRandom();
  private final UUID child = UUID.randomUUID();
  private final int times;
  private final PrintStream out;

  private TweeSleutels(KeyVault vault, int times, PrintStream out) {
    this.vault = vault;
    this.times = times;
    this.out = out;
  }

  static int run(int times, PrintStream out) {
    try {
      var folder = PassingFolder.of("sleutels");
      var vault = KeyVault.open(folder.resolve("kluis"), folder.resolve("kek"), new SecureRandom());
      new TweeSleutels(vault, times, out).run();
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    var references = ReferenceKeys.of(vault, 1);
    var facts = new SealedFacts(new FactSeal(vault, random));
    var hours = new HourKeys(vault, random);
    var birth = facts.birth(child, LocalDate.parse("2016-03-14"));
    var parcel = new byte[PARCEL];
    var waiting = hours.seal(HOUR, "pakket:1", parcel);
    var plain = sealed(vault.epochKey(HOUR), parcel);
    var some = new SecretKeySpec(new byte[32], "HmacSHA256");
    double reference = tell("een verwijzing", () -> hmac(some, TEXT), () -> references.keyed(TEXT));
    double row =
        tell(
            "de sleutel van een rij",
            () -> vault.subjectKey(child).getEncoded(),
            () -> hmac(vault.epochKey("bewaar-203111"), rowText()));
    double fact = tell("een feit lezen", () -> birth, () -> open(facts, birth));
    double wait =
        tell(
            "een pakket openen",
            () -> opened(vault.epochKey(HOUR), plain),
            () -> hours.open(HOUR, "pakket:1", waiting));
    out.printf(
        Locale.ROOT,
        "per uitwisseling (1 verwijzing, 2 rijen, 4 feiten, pakket en antwoord dicht en open):"
            + " %.1f µs erbij%n",
        reference + 2 * row + 4 * fact + 4 * wait);
  }

  private String rowText() {
    return "sluis logboek rij 2 betrokkene"
        + new String(vault.subjectKey(child).getEncoded(), StandardCharsets.ISO_8859_1);
  }

  private byte[] open(SealedFacts facts, byte[] birth) {
    return new byte[facts.birth(child, birth).orElseThrow().getDayOfMonth()];
  }

  /// The difference in microseconds, of the middle round.
  private double tell(String what, Supplier<byte[]> one, Supplier<byte[]> two) {
    var ones = new double[ROUNDS];
    var twos = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ones[round] = micros(one);
      twos[round] = micros(two);
    }
    Arrays.sort(ones);
    Arrays.sort(twos);
    double before = ones[ROUNDS / 2];
    double after = twos[ROUNDS / 2];
    out.printf(Locale.ROOT, "%-24s met één %6.2f µs, met twee %6.2f µs%n", what, before, after);
    return after - before;
  }

  private double micros(Supplier<byte[]> step) {
    long sum = 0;
    long begin = CLOCK.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      sum += step.get().length;
    }
    double took = (CLOCK.getCurrentThreadCpuTime() - begin) / 1e3 / times;
    if (sum == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return took;
  }

  private static byte[] hmac(SecretKey key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] sealed(SecretKey key, byte[] clear) {
    return gcm(Cipher.ENCRYPT_MODE, key, clear);
  }

  private static byte[] opened(SecretKey key, byte[] sealed) {
    return gcm(Cipher.DECRYPT_MODE, key, sealed);
  }

  /// One nonce for one text: this key seals nothing else.
  private static byte[] gcm(int mode, SecretKey key, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(128, new byte[12]));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", e);
    }
  }
}
