package nl.sluis.gateway.beeld;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.vorm.View;

/// A file that is made whole before it goes, in memory in small pieces: one array as large as the
/// file, and those it outgrew, would each have the collector of garbage begin a cycle, for which
/// whoever opens another page meanwhile waits.
///
/// Filled by one thread; may be shared between threads afterwards.
final class Pieces extends OutputStream implements View.Content {
  private static final int PIECE = 64 * 1024;

  private final List<byte[]> full = new ArrayList<>();
  private byte[] last = new byte[PIECE];
  private int used;

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int done = 0;
    while (done < length) {
      if (used == PIECE) {
        full.add(last);
        last = new byte[PIECE];
        used = 0;
      }
      int fits = Math.min(length - done, PIECE - used);
      System.arraycopy(bytes, from + done, last, used, fits);
      used += fits;
      done += fits;
    }
  }

  /// Was nothing written?
  boolean isEmpty() {
    return used == 0;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    for (var piece : full) {
      out.write(piece);
    }
    out.write(last, 0, used);
  }
}
