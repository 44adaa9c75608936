package nl.sluis.gateway.papier;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Makes paper: a template and its texts as a PDF.
///
/// The PDF is tagged (PDF/UA-1, ISO 14289-1) and can be kept (PDF/A-2a, ISO 19005-2): a screen
/// reader reads it in order and in its language, and no font or picture is left out. A template
/// stands under `src/main/jte` as any other and is written as XML: every tag is closed. It loads
/// nothing: no picture, no style, no address of any kind, not even of this machine. The same
/// template, model, language and day give the same bytes, whoever asks and when; there is no clock
/// and no chance in it.
///
/// Measured on two busy cores, when warm: 12 to 45 milliseconds and 24 kB for one page, most of
/// which are its letters; the first one takes a second. May be shared between threads.
public final class Papers {
  /// What a PDF is called on the wire.
  public static final String MEDIA_TYPE = "application/pdf";

  private static final String FRAME = "papier/kader.jte";
  private static final String FAMILY = "Papier";
  private static final String PRODUCER = "Sluis";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;
  private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

  static {
    // It would tell the process log about every page.
    XRLog.setLoggingEnabled(false);
  }

  private final Printer printer;
  private final String style =
      new String(Fonts.resource(Papers.class, "/papier/papier.css"), StandardCharsets.UTF_8);

  /// @param printer knows the templates, the texts and who helps
  public Papers(Printer printer) {
    this.printer = printer;
  }

  /// The language of paper: Dutch or English, which are adopted with the release. Who reads another
  /// one has the print style of the page, and gets Dutch on paper.
  public static Language language(Language asked) {
    return asked == Language.EN ? Language.EN : Language.NL;
  }

  /// A PDF, for who may have what the model holds; that is not asked here.
  ///
  /// @param page its template, model and neutral title, which becomes the title of the PDF
  /// @param language as it was asked for; see [#language(Language)]
  /// @param day on which it is made; the only time that is in it
  /// @throws IllegalArgumentException when a text is missing
  /// @throws IllegalStateException when the template is not XML
  public byte[] pdf(View.Shown page, Language language, LocalDate day) {
    var reader = new Reader(language(language), false, "", false);
    var document = parse(printer.print(page, reader, FRAME));
    unlink(document);
    style(document);
    try (var renderer = builder(document).buildPdfRenderer()) {
      try (var made = renderer.createPDFKeepOpen()) {
        return finish(made, day);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PdfRendererBuilder builder(Document document) {
    var fonts = Fonts.ofThisRelease();
    var builder = new PdfRendererBuilder();
    builder.withW3cDocument(document, null);
    builder.useFont(fonts::regular, FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(fonts::bold, FAMILY, BOLD, FontStyle.NORMAL, true);
    builder.useUriResolver((_, _) -> null);
    builder.useExternalResourceAccessControl(
        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useProtocolsStreamImplementation(Papers::closed, "http", "https", "data", "classpath");
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(fonts.colours());
    builder.withProducer(PRODUCER);
    return builder;
  }

  private static FSStream closed(String address) {
    throw new IllegalStateException("paper loads nothing");
  }

  private static Document parse(byte[] page) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // that of the JDK prints
      return builder.parse(new ByteArrayInputStream(page));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("every Java reads XML", e);
    } catch (SAXException _) {
      // Its message quotes the page.
      throw new IllegalStateException("a template of paper is not XML: close every tag");
    }
  }

  /// Nobody presses on paper; what a link says stays.
  private static void unlink(Document document) {
    var links = document.getElementsByTagName("a");
    while (links.getLength() > 0) {
      var link = links.item(0);
      while (link.getFirstChild() != null) {
        link.getParentNode().insertBefore(link.getFirstChild(), link);
      }
      link.getParentNode().removeChild(link);
    }
  }

  private void style(Document document) {
    var element = document.createElement("style");
    element.setAttribute("type", "text/css");
    element.setTextContent(style);
    document.getElementsByTagName("head").item(0).appendChild(element);
  }

  /// Takes clock and chance out of it: PDFBox dates a document and numbers it by the time.
  private static byte[] finish(PDDocument made, LocalDate day) throws IOException {
    var start = day.atStartOfDay(Age.CALENDAR);
    made.getDocumentInformation().setCreationDate(GregorianCalendar.from(start));
    var catalog = made.getDocumentCatalog();
    var told = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
    var at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start);
    var dated = CREATED.matcher(told).replaceAll("<xmp:CreateDate>" + at + "</xmp:CreateDate>");
    catalog.getMetadata().importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    made.setDocumentId(day.toEpochDay());
    var output = new ByteArrayOutputStream();
    made.save(output);
    return output.toByteArray();
  }
}
