package nl.sluis.dev.werkplek;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.werkplek.DraftCookie;

/// A form of the desk of which half has been sent, as over a line that is slow. One thread.
final class HalfForm implements AutoCloseable {
  private static final int MILLIS = 60_000;

  private final SSLSocket line;
  private final byte[] rest;

  private HalfForm(SSLSocket line, byte[] rest) {
    this.line = line;
    this.rest = rest;
  }

  /// Sends the head and half of the body, as the browser of this visit would.
  ///
  /// @param tls of that browser
  /// @param desk its address, without a path
  static HalfForm begin(SSLContext tls, URI desk, WorkVisit visit, PageForm form)
      throws IOException {
    var fields =
        form.filled().entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    var body = fields.getBytes(StandardCharsets.US_ASCII);
    var head =
        """
        POST %s HTTP/1.1
        Host: %s
        Origin: %s
        Sec-Fetch-Site: same-origin
        Cookie: %s
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d

        """
            .formatted(form.action(), desk.getAuthority(), desk, cookies(visit), body.length)
            .replace("\n", "\r\n");
    var line = (SSLSocket) tls.getSocketFactory().createSocket("localhost", desk.getPort());
    line.setSoTimeout(MILLIS);
    int half = body.length / 2;
    var out = line.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body, 0, half);
    out.flush();
    return new HalfForm(line, Arrays.copyOfRange(body, half, body.length));
  }

  private static String cookies(WorkVisit visit) {
    return List.of(StaffSignIn.Desk.WERK.cookie(), DraftCookie.NAME).stream()
        .map(name -> name + "=" + visit.browser().cookie(name).orElseThrow())
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Sends the other half.
  ///
  /// @return the answer with its head; the other side closes the line after it
  String finish() throws IOException {
    line.getOutputStream().write(rest);
    line.getOutputStream().flush();
    return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
