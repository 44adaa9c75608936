package nl.sluis.dev.voorbeeld;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.dev.voorbeeld.DatabaseCopy.Row;
import nl.sluis.gateway.keys.Stolen;

/// Somebody with a copy of the whole database, some secrets, and all that an outsider knows of one
/// child, who wants to know which organisations know it (design 10.20).
///
/// He knows how everything is made: every label, every way in which two keys become one, where the
/// nonce is. He passes over what a tag authenticates, so that no additional data can stop him.
final class Thief {
  private static final Pattern OIN = Pattern.compile("(?<![0-9])[0-9]{20}(?![0-9])");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<String> LABELS =
      List.of(
          "sluis logboek rij 2 betrokkene",
          "sluis logboek rij 2 niemand",
          "sluis gegeven 1",
          "sluis wachtend 1",
          "sluis partij 1");
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final List<Row> rows;
  private final Map<String, List<Row>> byBytes = new HashMap<>();
  private final Map<String, List<Row>> byId = new HashMap<>();
  private final Outsider knows;
  private final Set<String> dressed = new LinkedHashSet<>();

  /// What somebody outside knows of the child.
  ///
  /// @param references how organisations call it, and its number
  /// @param words what is written of it: its number, its name at a school, its birth date, and the
  ///   days on which it comes to an age
  record Outsider(List<String> references, List<String> words) {}

  /// What came out.
  ///
  /// @param organisations those found to know the child
  /// @param opened the tables of which something could be read that was sealed
  record Loot(Set<String> organisations, Set<String> opened) {}

  Thief(DatabaseCopy copy, Outsider knows) {
    this.rows = copy.rows();
    this.knows = knows;
    knows.words().forEach(this::dress);
    for (var row : rows) {
      row.bytes().forEach(b -> add(byBytes, HEX.formatHex(b), row));
      ids(row.text()).forEach(id -> add(byId, id, row));
    }
  }

  /// A word as it is, and as base64 writes it at any place in its groups of three.
  private void dress(String word) {
    dressed.add(word);
    for (int place = 0; place < 3; place++) {
      var moved = " ".repeat(place) + word;
      var bytes = moved.getBytes(StandardCharsets.UTF_8);
      var text = Base64.getUrlEncoder().encodeToString(bytes);
      dressed.add(text.substring((place * 8 + 5) / 6, bytes.length * 8 / 6));
    }
  }

  private static void add(Map<String, List<Row>> to, String key, Row row) {
    to.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
  }

  /// Everything he can do with these secrets.
  Loot tries(Stolen... secrets) {
    var seeds = new LinkedHashSet<Row>();
    for (var row : rows) {
      if (names(row.text())) {
        seeds.add(row);
      }
    }
    var said = new HashMap<Row, String>();
    var opened = new TreeSet<String>();
    try {
      keyed(secrets).forEach(form -> seeds.addAll(byBytes.getOrDefault(form, List.of())));
      for (var key : keys(secrets)) {
        for (var row : rows) {
          for (var sealed : row.bytes()) {
            var clear = open(key, sealed);
            if (names(clear) || OIN.matcher(clear).find() || clear.contains("\"soort\"")) {
              opened.add(row.table());
              said.merge(row, clear, String::concat);
            }
            if (names(clear)) {
              seeds.add(row);
            }
          }
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has these", e);
    }
    var found = new TreeSet<String>();
    for (var row : linked(seeds)) {
      found.addAll(oins(row.text() + said.getOrDefault(row, "")));
    }
    return new Loot(found, opened);
  }

  /// Which organisations stand beside whoever is beside all of these: what can be done without any
  /// secret, by who knows enough organisations of a child beforehand.
  Set<String> besides(Set<String> known) {
    var found = new TreeSet<String>();
    var fitting = new ArrayList<Set<String>>();
    for (var person : persons()) {
      var of = new TreeSet<String>();
      byId.getOrDefault(person, List.of()).forEach(row -> of.addAll(oins(row.text())));
      if (of.containsAll(known)) {
        fitting.add(of);
      }
    }
    if (fitting.size() == 1) {
      found.addAll(fitting.getFirst());
      found.removeAll(known);
    }
    return found;
  }

  private Set<String> persons() {
    var persons = new TreeSet<String>();
    rows.stream()
        .filter(row -> row.table().equals("subject"))
        .forEach(row -> persons.addAll(ids(row.text())));
    return persons;
  }

  private boolean names(String text) {
    return dressed.stream().anyMatch(text::contains);
  }

  /// Whatever can be reached from these rows by an identifier that two rows share.
  private Set<Row> linked(Set<Row> seeds) {
    var reached = new HashSet<>(seeds);
    var open = new ArrayDeque<>(seeds);
    var followed = new HashSet<String>();
    while (!open.isEmpty()) {
      for (var id : ids(open.removeFirst().text())) {
        if (followed.add(id)) {
          for (var next : byId.getOrDefault(id, List.of())) {
            if (reached.add(next)) {
              open.add(next);
            }
          }
        }
      }
    }
    return reached;
  }

  /// Every keyed form of every reference at every organisation, in hexadecimal.
  private Set<String> keyed(Stolen... secrets) throws GeneralSecurityException {
    var texts = new ArrayList<String>();
    for (var reference : knows.references()) {
      texts.add("bsn\nbsn\n" + reference);
      texts.add("persoon\nbsn\n" + reference);
      for (var organisation : organisations()) {
        texts.add("eigen-kenmerk\n" + organisation + "\n" + reference);
        texts.add("koppelcode\n" + organisation + "\n" + reference);
        texts.add("persoon\n" + organisation + "\n" + reference);
      }
    }
    var forms = new HashSet<String>();
    for (var text : texts) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      forms.add(HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      for (var first : secrets) {
        var once = hmac(first.bytes(), bytes);
        forms.add(HEX.formatHex(once));
        for (var second : secrets) {
          forms.add(HEX.formatHex(hmac(second.bytes(), once)));
        }
      }
    }
    return forms;
  }

  private Set<String> organisations() {
    var all = new TreeSet<String>();
    rows.forEach(row -> all.addAll(oins(row.text())));
    return all;
  }

  /// Every key that can be made of what he has.
  private static List<byte[]> keys(Stolen... secrets) throws GeneralSecurityException {
    var keys = new ArrayList<byte[]>();
    for (var first : secrets) {
      keys.add(Arrays.copyOf(first.bytes(), 32));
      for (var label : LABELS) {
        var start = label.getBytes(StandardCharsets.UTF_8);
        keys.add(hmac(first.bytes(), start));
        for (var second : secrets) {
          var whole = Arrays.copyOf(start, start.length + second.bytes().length);
          System.arraycopy(second.bytes(), 0, whole, start.length, second.bytes().length);
          keys.add(hmac(first.bytes(), whole));
        }
      }
    }
    return keys;
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  /// GCM without its tag: counter mode from two.
  private static String open(byte[] key, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length <= NONCE + TAG) {
      return "";
    }
    var from = Arrays.copyOf(sealed, 16);
    Arrays.fill(from, NONCE, 16, (byte) 0);
    from[15] = 2;
    var cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(from));
    var clear = cipher.doFinal(sealed, NONCE, sealed.length - NONCE - TAG);
    return new String(clear, StandardCharsets.ISO_8859_1);
  }

  private static Set<String> oins(String text) {
    return all(OIN, text);
  }

  private static Set<String> ids(String text) {
    return all(ID, text);
  }

  private static Set<String> all(Pattern pattern, String text) {
    var found = new LinkedHashSet<String>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
