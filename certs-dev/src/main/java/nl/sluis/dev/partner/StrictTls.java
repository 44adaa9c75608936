package nl.sluis.dev.partner;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.edge.OutgoingTls;

/// The TLS of a service here that gateways call: nobody comes in without a certificate.
final class StrictTls extends HttpsConfigurator {
  StrictTls(SSLContext context) {
    super(context);
  }

  @Override
  public void configure(HttpsParameters parameters) {
    var strict = OutgoingTls.parameters();
    strict.setNeedClientAuth(true);
    parameters.setSSLParameters(strict);
  }
}
