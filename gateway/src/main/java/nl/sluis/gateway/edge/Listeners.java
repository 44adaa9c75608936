package nl.sluis.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.FormDecoderConfig;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.Http2ServerConfig;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.Optional;

/// What the doors have in common.
final class Listeners {
  private static final int MAX_RESETS_PER_WINDOW = 100;
  private static final int MAX_FIELDS = 512;
  private static final int MAX_SMALL_CONTINUATIONS = 8;

  private Listeners() {}

  static HttpServer create(
      Vertx vertx,
      String host,
      int port,
      Limits limits,
      Optional<ServerSSLOptions> tls,
      ConnectionGuard guard) {
    var builder = vertx.httpServerBuilder().with(config(host, port, limits, tls.isPresent()));
    tls.ifPresent(options -> builder.with(options).with(Tls.engine()));
    return builder.withConnectHandler(guard::opened).build();
  }

  private static HttpServerConfig config(String host, int port, Limits limits, boolean tls) {
    var config =
        new HttpServerConfig()
            .setVersions(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)
            .setTcpHost(host)
            .setTcpPort(port)
            .setIdleTimeout(limits.exchange().plus(limits.head()));
    config.getTcpConfig().setSsl(tls).setAcceptBacklog(limits.connections());
    config.setHttp1Config(
        new Http1ServerConfig()
            .setMaxInitialLineLength(limits.initialLineBytes())
            .setMaxHeaderSize(limits.headerBytes()));
    // The limit on the whole body is the limit on a field of it.
    config.setFormDecoderConfig(
        new FormDecoderConfig().setMaxAttributeSize(limits.bodyBytes()).setMaxFields(MAX_FIELDS));
    config.setHttp2Config(
        new Http2ServerConfig()
            .setRstFloodMaxRstFramePerWindow(MAX_RESETS_PER_WINDOW)
            .setRstFloodWindowDuration(Duration.ofSeconds(10))
            .setMaxSmallContinuationFrames(MAX_SMALL_CONTINUATIONS)
            .setInitialSettings(
                new Http2Settings()
                    .setPushEnabled(false)
                    .setMaxConcurrentStreams(limits.streams())
                    .setMaxHeaderListSize(limits.headerBytes())));
    return config;
  }
}
