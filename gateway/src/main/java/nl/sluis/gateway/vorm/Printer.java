package nl.sluis.gateway.vorm;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/// Prints pages: what the template says, in the one frame that all of them share.
///
/// Templates are compiled when Sluis is built; whatever a model holds is escaped where it lands
/// (JTE with HTML as content). May be shared between threads.
public final class Printer {
  private static final String COMPILED = "nl.sluis.bladzijden";
  private static final String FRAME = "vorm/kader.jte";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, COMPILED);

  private final Texts texts;
  private final Assets assets;
  private final Helper helper;

  /// @param helper who stands on every page
  public Printer(Texts texts, Assets assets, Helper helper) {
    this.texts = texts;
    this.assets = assets;
    this.helper = helper;
  }

  /// A whole page, in UTF-8.
  ///
  /// @throws IllegalArgumentException when a text is missing
  /// @throws gg.jte.TemplateException when the template or its model is
  public byte[] print(View.Shown page, Reader reader) {
    return print(page, reader, FRAME);
  }

  /// The same in another frame, such as that of paper.
  ///
  /// @param frame its name under `src/main/jte`, with its ending; takes what `vorm/kader.jte` takes
  /// @throws IllegalArgumentException when a text is missing
  /// @throws gg.jte.TemplateException when the template, its model or the frame is
  public byte[] print(View.Shown page, Reader reader, String frame) {
    var sheet = new Sheet(texts, assets, helper, reader, page.title());
    Content body =
        output ->
            engine.render(
                page.template() + ".jte",
                Map.<String, Object>of("sheet", sheet, "model", page.model()),
                output);
    var output = new Utf8ByteOutput();
    engine.render(
        frame,
        Map.<String, Object>of("sheet", sheet, "faulty", page.faulty(), "body", body),
        output);
    return output.toByteArray();
  }
}
