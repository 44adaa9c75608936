package nl.sluis.gateway.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Message;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Way;

/// Turns what a page answers into what travels: its status and its headers.
///
/// A browser loads nothing from elsewhere, runs no script and no style that stands in the page,
/// keeps no copy, and tells nobody else where it was (W3C Content Security Policy 3, RFC 9111,
/// Referrer Policy). May be shared between threads.
final class PageReplies {
  private static final String HTML = "text/html; charset=utf-8";

  private static final Map<String, String> SHIELDED =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
              + " font-src 'self'; connect-src 'self'; form-action 'self' "
              + Way.OUT
              + "; base-uri 'none'; frame-ancestors 'none'",
          // A form says where it began, and only to us.
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Vary",
          "Cookie");

  private final Printer printer;
  private final String frame;
  private final boolean staff;

  /// In the frame of people, each in its own language.
  PageReplies(Printer printer) {
    this(printer, "vorm/kader.jte", false);
  }

  /// Where nobody but staff comes: in Dutch, whatever else this browser chose at this host.
  ///
  /// @param frame in which stands whatever names no frame itself
  static PageReplies ofStaff(Printer printer, String frame) {
    return new PageReplies(printer, frame, true);
  }

  private PageReplies(Printer printer, String frame, boolean staff) {
    this.printer = printer;
    this.frame = frame;
    this.staff = staff;
  }

  Reply of(View view, Reader reader) {
    return switch (view) {
      case View.Shown shown -> page(status(shown), shown, reader);
      case View.Framed(var shown, var frame, var token) ->
          page(
              status(shown),
              printer.print(shown, new Reader(Language.NL, false, token, false), frame));
      case View.Moved(var path, var cookies) ->
          new Reply(303, "", new byte[0], with(Map.of("Location", path)), cookies);
      case View.Left(var path, var cookies) ->
          new Reply(
              303,
              "",
              new byte[0],
              with(Map.of("Location", path, "Clear-Site-Data", "\"cache\", \"storage\"")),
              cookies);
      case View.File(var name, var type, var bytes) ->
          new Reply(
              200,
              type,
              bytes,
              with(Map.of("Content-Disposition", "attachment; filename=\"" + name + "\"")));
      case View.Streamed(var name, var type, var content) ->
          new Reply(
              200,
              type,
              new byte[0],
              with(Map.of("Content-Disposition", "attachment; filename=\"" + name + "\"")),
              List.of(),
              Optional.of(content));
      case View.Gone() -> message(404, "weg", reader);
    };
  }

  private static int status(View.Shown shown) {
    return switch (shown.state()) {
      case HERE -> 200;
      case AGAIN -> 422;
      case NOT_HERE -> 404;
    };
  }

  /// A form that no page of ours sent.
  Reply refused(Reader reader) {
    return message(403, "geweigerd", reader);
  }

  /// A form of somebody whose session is over.
  Reply signedOut(Reader reader) {
    return message(403, "afgemeld", reader);
  }

  /// A form that is not in form.
  Reply notInForm(Reader reader) {
    return message(400, "vreemd", reader);
  }

  /// It cannot be done now.
  Reply later(Reader reader) {
    var page = message(503, "later", reader);
    var headers = new HashMap<>(page.headers());
    headers.put("Retry-After", "10");
    return new Reply(page.status(), page.contentType(), page.body(), headers);
  }

  /// A fault of ours.
  Reply defect(Reader reader) {
    return message(500, "stuk", reader);
  }

  private Reply message(int status, String about, Reader reader) {
    return page(
        status, new View.Shown("vorm/bericht", new Message("vorm." + about), "vorm.titel"), reader);
  }

  private Reply page(int status, View.Shown shown, Reader reader) {
    var reads = staff ? new Reader(Language.NL, false, reader.formToken(), false) : reader;
    return page(status, printer.print(shown, reads, frame));
  }

  private static Reply page(int status, byte[] html) {
    return new Reply(status, HTML, html, SHIELDED);
  }

  private static Map<String, String> with(Map<String, String> more) {
    var headers = new HashMap<>(SHIELDED);
    headers.putAll(more);
    return headers;
  }
}
