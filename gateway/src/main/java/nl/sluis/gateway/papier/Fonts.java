package nl.sluis.gateway.papier;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/// The two weights of Liberation Sans that paper is set in, and its colours.
///
/// The regular one comes with PDFBox, the bold one lies beside the code with its licence (SIL OFL
/// 1.1); both are embedded, so that a page looks the same everywhere and for ever (PDF/A). Nothing
/// is asked of the fonts of the machine. Read once by a process, whoever prints; may be shared
/// between threads.
final class Fonts {
  private static final String REGULAR =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String BOLD = "/papier/LiberationSans-Bold.ttf";

  private final byte[] regular = resource(PDDocument.class, REGULAR);
  private final byte[] bold = resource(Fonts.class, BOLD);
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /// Read when the first page is printed: a gateway that starts waits for no letters.
  private static final class Read {
    static final Fonts FONTS = new Fonts();
  }

  private Fonts() {
    FontMappers.set(new NoOtherFonts(regular));
  }

  /// Those of this release.
  static Fonts ofThisRelease() {
    return Read.FONTS;
  }

  InputStream regular() {
    return new ByteArrayInputStream(regular);
  }

  InputStream bold() {
    return new ByteArrayInputStream(bold);
  }

  /// The profile of sRGB, as this Java has it.
  byte[] colours() {
    return colours.clone();
  }

  static byte[] resource(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("`" + name + "` is not beside the code");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
