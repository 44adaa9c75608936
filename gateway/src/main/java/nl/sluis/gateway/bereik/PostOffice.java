package nl.sluis.gateway.bereik;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands mails to the server of the operator (RFC 5321, RFC 3207, RFC 8314), one at a time.
///
/// Each mail has a connection of its own, and none is left open. An address and what a server says
/// of it come in no log: a reply may repeat the address. For one thread.
final class PostOffice implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
  private static final int PATIENCE_SECONDS = 15;
  private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

  private final MailLine line;
  private final Vertx vertx;
  private final MailClient client;

  /// What became of a mail.
  sealed interface Sent {
    /// The server took it, and vouches for it from now on.
    record Taken() implements Sent {}

    /// It will never take it.
    ///
    /// @param code its reply
    record Never(int code) implements Sent {}

    /// Not now.
    record Later() implements Sent {}
  }

  /// What goes.
  ///
  /// @param id the same whenever it is sent again, so that a mailbox sees one mail
  /// @param to one address
  record Letter(UUID id, String to, String subject, String body) {
    @Override
    public String toString() {
      return "mail " + id;
    }
  }

  private PostOffice(MailLine line) {
    this.line = line;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    this.client = MailClient.create(vertx, config(line));
  }

  /// Opens nothing until something is sent.
  static PostOffice at(MailLine line) {
    return new PostOffice(line);
  }

  private static MailConfig config(MailLine line) {
    var config = new MailConfig(line.host(), line.port());
    config.setSsl(line.direct());
    config.setStarttls(line.direct() ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED);
    config.setTrustOptions(new PemTrustOptions().addCertPath(line.trust().toString()));
    config.setHostnameVerificationAlgorithm("HTTPS");
    config.setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
    config.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    config.setKeepAlive(false);
    config.setOwnHostname("sluis");
    config.setUserAgent("sluis");
    line.login()
        .ifPresentOrElse(
            login ->
                config
                    .setLogin(LoginOption.REQUIRED)
                    .setUsername(login.user())
                    .setPassword(login.password()),
            () -> config.setLogin(LoginOption.DISABLED));
    return config;
  }

  /// Hands one mail over, and waits for the answer.
  Sent send(Letter letter) {
    var message = new MailMessage();
    message.setFrom(line.from()).setTo(letter.to());
    message.setSubject(letter.subject()).setText(letter.body());
    var domain = line.from().substring(line.from().indexOf('@') + 1);
    message.addHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
    // Nobody is away or on holiday for this (RFC 3834).
    message.addHeader("Auto-Submitted", "auto-generated");
    try {
      client
          .sendMail(message)
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Sent.Taken();
    } catch (ExecutionException e) {
      var cause = e.getCause();
      return failed(cause == null ? e : cause);
    } catch (TimeoutException _) {
      LOG.warn("the mail server was silent for {} seconds", PATIENCE_SECONDS);
      return new Sent.Later();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Sent.Later();
    }
  }

  private static Sent failed(Throwable cause) {
    // Only these say that there is no such mailbox; everything else may be us (RFC 5321, 4.2.3).
    if (cause instanceof SMTPException refused && NO_MAILBOX.contains(refused.getReplyCode())) {
      LOG.info("a mail was refused for good: {}", refused.getReplyCode());
      return new Sent.Never(refused.getReplyCode());
    }
    LOG.warn("a mail could not be handed over: {}", cause.getClass().getName());
    return new Sent.Later();
  }

  @Override
  public void close() {
    try {
      client
          .close()
          .compose(_ -> vertx.close())
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the line to the mail server did not close: {}", e.getClass().getName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
