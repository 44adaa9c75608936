package nl.sluis.gateway.normen;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.util.function.Consumer;

/// Takes an answer of a collector for a yes only when the collector kept every line.
///
/// An answer with status 200 may say that some lines were not kept (OTLP 1.x, partial success); the
/// exporter of OpenTelemetry takes that for success, but a logbook must confirm each line. Whatever
/// is not understood is no confirmation. May be shared between threads.
///
/// @param wrapped what sends
record Confirming(HttpSenderProvider wrapped) implements HttpSenderProvider {
  /// Tag of `partial_success`, and within it of the number that was not kept: both field 1.
  private static final int PARTIAL = 0x0a;

  private static final int REJECTED = 0x08;
  private static final int MORE = 0x80;

  @Override
  public HttpSender createSender(HttpSenderConfig config) {
    var sender = wrapped.createSender(config);
    return new HttpSender() {
      @Override
      public void send(
          MessageWriter message, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
        sender.send(
            message,
            answer -> {
              if (answer.getStatusCode() / 100 == 2 && !isWhole(answer.getResponseBody())) {
                failed.accept(new IOException("the collector did not keep every line"));
              } else {
                answered.accept(answer);
              }
            },
            failed);
      }

      @Override
      public CompletableResultCode shutdown() {
        return sender.shutdown();
      }
    };
  }

  /// Does this `Export…ServiceResponse` say that nothing was left out? Protobuf writes fields by
  /// number, so a number that was not kept stands first, before any message.
  static boolean isWhole(byte[] answer) {
    if (answer.length == 0) {
      return true;
    }
    int at = 1;
    while (at < answer.length && (answer[at] & MORE) != 0) {
      at++;
    }
    boolean understood = answer[0] == PARTIAL && at < answer.length;
    return understood && (at + 1 == answer.length || answer[at + 1] != REJECTED);
  }
}
