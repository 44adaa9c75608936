package nl.sluis.dev.rig;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One message of the protocol between a client and PostgreSQL. One thread.
final class WireMessage {
  private static final int SSL = 80_877_103;
  private static final int GSS = 80_877_104;

  private final byte type;
  private final byte[] body;

  private WireMessage(byte type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  static WireMessage read(DataInputStream from) throws IOException {
    var type = from.readByte();
    return new WireMessage(type, readUntyped(from));
  }

  static byte[] readUntyped(DataInputStream from) throws IOException {
    var body = new byte[from.readInt() - Integer.BYTES];
    from.readFully(body);
    return body;
  }

  static boolean asksForEncryption(byte[] first) {
    var code = ByteBuffer.wrap(first).getInt();
    return code == SSL || code == GSS;
  }

  /// `Q` asks a statement, `P` prepares one, `B` runs one that was prepared.
  char type() {
    return (char) type;
  }

  /// The text with this number; each ends with a zero.
  String text(int number) {
    int begin = 0;
    for (int skipped = 0; skipped < number; skipped++) {
      begin = end(begin) + 1;
    }
    return new String(body, begin, end(begin) - begin, StandardCharsets.UTF_8);
  }

  private int end(int begin) {
    int at = begin;
    while (body[at] != 0) {
      at++;
    }
    return at;
  }

  /// Does it have the server carry out a statement?
  boolean isStatement() {
    return type == 'Q' || type == 'E';
  }

  /// The server is ready with everything that it was asked.
  boolean isReady() {
    return type == 'Z';
  }

  void write(DataOutputStream to) throws IOException {
    to.writeByte(type);
    to.writeInt(body.length + Integer.BYTES);
    to.write(body);
    to.flush();
  }
}
