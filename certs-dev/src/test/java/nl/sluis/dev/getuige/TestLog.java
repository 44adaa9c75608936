package nl.sluis.dev.getuige;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.TreeHash;

/// A log in memory, written out as RFC 9162 defines it and not as Sluis builds it; honest or not.
final class TestLog {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String origin;
  private final KeyPair pair;
  private final List<byte[]> leaves = new ArrayList<>();
  private final TreeHash hash = new TreeHash();

  TestLog(String origin, KeyPair pair) {
    this.origin = origin;
    this.pair = pair;
  }

  static KeyPair newKey() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  LogKey key() {
    return LogKey.of(origin, pair);
  }

  /// Another log with the same name, the same key and the same first rows.
  TestLog split(int same) {
    var other = new TestLog(origin, pair);
    other.leaves.addAll(leaves.subList(0, same));
    return other;
  }

  TestLog grow(int rows) {
    for (var at = 0; at < rows; at++) {
      var leaf = new byte[32];
      RANDOM.nextBytes(leaf);
      leaves.add(leaf);
    }
    return this;
  }

  byte[] root(int size) {
    return tree(leaves.subList(0, size));
  }

  private byte[] tree(List<byte[]> part) {
    if (part.isEmpty()) {
      return hash.empty();
    }
    if (part.size() == 1) {
      return part.getFirst();
    }
    var left = Integer.highestOneBit(part.size() - 1);
    return hash.node(tree(part.subList(0, left)), tree(part.subList(left, part.size())));
  }

  private void prove(int from, List<byte[]> part, boolean whole, List<byte[]> path) {
    if (from == part.size()) {
      if (!whole) {
        path.add(tree(part));
      }
      return;
    }
    var left = Integer.highestOneBit(part.size() - 1);
    if (from <= left) {
      prove(from, part.subList(0, left), whole, path);
      path.add(tree(part.subList(left, part.size())));
    } else {
      prove(from - left, part.subList(left, part.size()), false, path);
      path.add(tree(part.subList(0, left)));
    }
  }

  String note(int size) {
    return note(size, root(size));
  }

  private String note(int size, byte[] root) {
    var base64 = Base64.getEncoder();
    var text = origin + "\n" + size + "\n" + base64.encodeToString(root) + "\n";
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      var signed = signature.sign();
      var hex = key().toString().substring(origin.length() + 1, origin.length() + 9);
      var line = ByteBuffer.allocate(4 + signed.length).put(HexFormat.of().parseHex(hex));
      return text
          + "\n\u2014 "
          + origin
          + " "
          + base64.encodeToString(line.put(signed).array())
          + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What it sends to a witness that signed `from` rows.
  String body(int from, int to) {
    var path = new ArrayList<byte[]>();
    if (from > 0 && from < to) {
      prove(from, leaves.subList(0, to), true, path);
    }
    var body = new StringBuilder("old " + from + "\n");
    path.forEach(h -> body.append(Base64.getEncoder().encodeToString(h)).append('\n'));
    return body + "\n" + note(to);
  }
}
