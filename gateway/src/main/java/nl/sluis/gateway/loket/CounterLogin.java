package nl.sluis.gateway.loket;

import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.aanmelding.LoginFault;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logging in at the desk. What went wrong is one page that tells nothing; the log of the process
/// has the cause. May be shared between threads.
final class CounterLogin {
  private static final Logger LOG = LoggerFactory.getLogger(CounterLogin.class);
  private static final String ATTEMPT = "__Host-sluis-loket-aanmelden";
  private static final String COOKIE = "=%s; Path=/; Secure; HttpOnly; SameSite=Lax";

  private final StaffSignIn signIn;

  CounterLogin(StaffSignIn signIn) {
    this.signIn = signIn;
  }

  View begin(Asked asked) throws SQLException {
    try {
      var begun = signIn.login().begin(asked.at());
      return new View.Moved(begun.to().toString(), List.of(kept(ATTEMPT, begun.cookie())));
    } catch (LoginFault fault) {
      return failed(fault);
    }
  }

  View finish(Asked asked) throws SQLException {
    try {
      var session =
          signIn
              .login()
              .finish(
                  asked.cookies().getOrDefault(ATTEMPT, ""),
                  asked.cookies().getOrDefault(StaffSignIn.Desk.LOKET.cookie(), ""),
                  asked.query(),
                  asked.at());
      return new View.Moved(
          CounterPages.HOME,
          List.of(kept(StaffSignIn.Desk.LOKET.cookie(), session), gone(ATTEMPT)));
    } catch (LoginFault fault) {
      return failed(fault);
    }
  }

  private static View failed(LoginFault fault) {
    LOG.info("login at the desk refused: {}", fault.getMessage());
    var page = new CounterPages.Start("", false, "loket.fout.aanmelden");
    return new View.Shown("loket/begin", page, "loket.titel").again();
  }

  /// Without an end of its own: it goes when the browser closes.
  private static String kept(String name, String value) {
    return name + COOKIE.formatted(value);
  }

  static String gone(String name) {
    return name + COOKIE.formatted("") + "; Max-Age=0";
  }
}
