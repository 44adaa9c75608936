package nl.sluis.dev.proef;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Seen;

/// A message of which half has been sent, as over a line that is slow. One thread.
final class HalfMessage implements AutoCloseable {
  private final SSLSocket line;
  private final byte[] rest;

  private HalfMessage(SSLSocket line, byte[] rest) {
    this.line = line;
    this.rest = rest;
  }

  /// Sends the head and half of the body.
  ///
  /// @param caller whose token goes with it
  static HalfMessage begin(DevSite.Identity school, Caller caller, int port, byte[] message)
      throws IOException {
    var sockets = school.partner().sslContext().getSocketFactory();
    var line = (SSLSocket) sockets.createSocket("localhost", port);
    line.setSoTimeout(60_000);
    int half = message.length / 2;
    var head =
        """
        POST /v1/berichten HTTP/1.1
        Host: localhost
        Content-Type: application/sd-jwt
        Authorization: Bearer %s
        Content-Length: %d

        """
            .formatted(caller.token(), message.length)
            .replace("\n", "\r\n");
    var out = line.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(message, 0, half);
    out.flush();
    return new HalfMessage(line, Arrays.copyOfRange(message, half, message.length));
  }

  /// Sends the other half.
  ///
  /// @return the answer; the other side closes the line after it
  Seen finish() throws IOException {
    line.getOutputStream().write(rest);
    line.getOutputStream().flush();
    var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var status = answer.split(" ", 3)[1];
    return new Seen(Integer.parseInt(status), answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
