package nl.sluis.gateway.logbook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The two hashes of a Merkle tree: of a leaf and of a node (RFC 9162, 2.1.1).
///
/// The only thing that writer and verifier share. An instance is for one thread.
public final class TreeHash {
  /// The length of every hash.
  public static final int LENGTH = 32;

  private final MessageDigest digest = sha256();

  /// The hash of a leaf: SHA-256 of a zero byte and the leaf.
  public byte[] leaf(byte[] leaf) {
    digest.update((byte) 0);
    return digest.digest(leaf);
  }

  /// The hash of a node: SHA-256 of a one byte and both children.
  public byte[] node(byte[] left, byte[] right) {
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  /// The root of the tree without leaves.
  public byte[] empty() {
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
