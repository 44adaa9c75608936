package nl.sluis.dev.wandeling;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture of a page with few colours, which is all that text on a page has; so it weighs little.
final class Picture {
  private static final int COLOURS = 48;
  private static final int ROUGH = 0xf8f8f8;
  private static final Comparator<Map.Entry<Integer, Integer>> COMMONEST_FIRST =
      Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
          .thenComparing(Map.Entry.comparingByKey());

  private Picture() {}

  /// Writes a picture with its commonest colours only.
  ///
  /// @param png as a browser took it
  static void write(byte[] png, Path file) throws IOException {
    var full = ImageIO.read(new ByteArrayInputStream(png));
    var palette = commonest(full);
    var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    var few =
        new BufferedImage(
            full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    var known = new HashMap<Integer, Integer>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        int index = known.computeIfAbsent(full.getRGB(x, y), colour -> nearest(palette, colour));
        few.getRaster().setSample(x, y, 0, index);
      }
    }
    if (!ImageIO.write(few, "png", file.toFile())) {
      throw new IOException("this machine writes no PNG");
    }
  }

  /// Colours that differ too little to be seen count as one.
  private static int[] commonest(BufferedImage image) {
    var exact = new HashMap<Integer, Integer>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        exact.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    var rough = new HashMap<Integer, Map.Entry<Integer, Integer>>();
    exact.entrySet().stream()
        .sorted(COMMONEST_FIRST)
        .forEach(one -> rough.putIfAbsent(one.getKey() & ROUGH, one));
    return rough.values().stream()
        .sorted(COMMONEST_FIRST)
        .limit(COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(palette[i], colour) < distance(palette[best], colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
