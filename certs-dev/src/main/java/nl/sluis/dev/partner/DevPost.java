package nl.sluis.dev.partner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.sluis.gateway.bereik.Hours;
import nl.sluis.gateway.bereik.MailLine;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.ServerIdentity;

/// A mail server for development: real SMTP with STARTTLS or TLS from the first byte (RFC 5321, RFC
/// 3207, RFC 8314), that delivers nothing and keeps what came, as often as it came.
///
/// It can be told to be away, to refuse a mailbox, to fall silent after it took a mail, or to offer
/// no TLS. Thread-safe.
public final class DevPost implements AutoCloseable {
  private static final Pattern PATH = Pattern.compile("<([^>]*)>");
  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket door;
  private final SSLContext tls;
  private final DevSite site;
  private final boolean direct;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Mail> mails = new ArrayList<>();
  private volatile Mood mood = Mood.TAKES;
  private volatile Consumer<Mail> shown = _ -> {};

  /// How it answers.
  public enum Mood {
    /// Takes every mail.
    TAKES,
    /// Is there, and can take nothing now.
    BUSY,
    /// Knows no mailbox.
    KNOWS_NOBODY,
    /// Takes a mail, and falls over before it says so.
    FALLS_SILENT,
    /// Speaks without TLS, as somebody in between would want.
    WITHOUT_TLS
  }

  /// A mail as it came.
  ///
  /// @param to the address of its envelope
  /// @param text headers, an empty line and the body
  /// @param encrypted whether it came over TLS
  public record Mail(String to, String text, boolean encrypted) {
    /// The value of a header; empty when there is none.
    public String header(String name) {
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private DevPost(ServerSocket door, SSLContext tls, DevSite site, boolean direct) {
    this.door = door;
    this.tls = tls;
    this.site = site;
    this.direct = direct;
  }

  /// Starts one on any free port of this machine; gateways that start from now on mail here.
  ///
  /// @param direct whether TLS begins at once
  public static DevPost start(DevSite site, boolean direct) {
    try {
      var shown = site.server();
      var identity =
          ServerIdentity.read(shown.chainFile(), shown.keyFile(), site.clock().instant());
      var tls = OutgoingTls.context(identity, site.authority().trustFile());
      var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var post = new DevPost(door, tls, site, direct);
      post.threads.execute(post::listen);
      site.post(post.line());
      return post;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a gateway on this site reaches it.
  public MailLine line() {
    return new MailLine(
        "localhost",
        door.getLocalPort(),
        direct,
        site.authority().trustFile(),
        "niet-antwoorden@sluis.example",
        Optional.empty(),
        Hours.OFFICE);
  }

  /// Answers like this from now on.
  public void is(Mood newMood) {
    mood = newMood;
  }

  /// Shows every mail that comes from now on.
  public void tell(Consumer<Mail> onlooker) {
    shown = onlooker;
  }

  /// Everything that came, in that order.
  public List<Mail> mails() {
    synchronized (mails) {
      return List.copyOf(mails);
    }
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        var caller = door.accept();
        caller.setSoTimeout(PATIENCE_MILLIS);
        threads.execute(() -> serve(caller));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      var socket = direct ? encrypted(plain) : plain;
      new Talk(socket, direct).hold();
    } catch (IOException _) {
      // The caller hung up, or we fell silent.
    }
  }

  private SSLSocket encrypted(Socket plain) throws IOException {
    var layered = tls.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
    var socket = (SSLSocket) layered;
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  /// One conversation. One thread.
  private final class Talk {
    private Socket socket;
    private BufferedReader in;
    private boolean isEncrypted;
    private String to = "";

    Talk(Socket socket, boolean isEncrypted) throws IOException {
      this.socket = socket;
      this.isEncrypted = isEncrypted;
      this.in = reader(socket);
    }

    private static BufferedReader reader(Socket from) throws IOException {
      return new BufferedReader(
          new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
    }

    void hold() throws IOException {
      say("220 localhost ESMTP");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var word = line.strip().toUpperCase(Locale.ROOT);
        if (word.equals("QUIT")) {
          say("221 bye");
          return;
        }
        answer(line, word);
      }
    }

    private void answer(String line, String word) throws IOException {
      if (word.startsWith("EHLO")) {
        boolean offers = !isEncrypted && mood != Mood.WITHOUT_TLS;
        say(offers ? "250-localhost\r\n250-STARTTLS\r\n250 8BITMIME" : "250 localhost");
      } else if (word.equals("STARTTLS")) {
        say("220 go ahead");
        socket = encrypted(socket);
        isEncrypted = true;
        in = reader(socket);
      } else if (word.startsWith("RCPT TO")) {
        var path = PATH.matcher(line);
        to = path.find() ? path.group(1) : "";
        say(mood == Mood.KNOWS_NOBODY ? "550 5.1.1 <" + to + "> is nobody" : "250 ok");
      } else if (word.startsWith("MAIL FROM")) {
        say(mood == Mood.BUSY ? "451 4.3.0 later" : "250 ok");
      } else if (word.equals("DATA")) {
        say("354 go on");
        take();
      } else {
        say("250 ok");
      }
    }

    private void take() throws IOException {
      var text = new StringBuilder();
      for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        text.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
      }
      var mail = new Mail(to, text.toString(), isEncrypted);
      synchronized (mails) {
        mails.add(mail);
      }
      shown.accept(mail);
      if (mood == Mood.FALLS_SILENT) {
        throw new IOException("falls silent");
      }
      say("250 taken");
    }

    private void say(String answer) throws IOException {
      socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
