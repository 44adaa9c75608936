package nl.sluis.dev.voorbeeld;

import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.Browser;

/// Looks at own pages in a real browser: on a phone, at a desk, and at 400 %.
final class RealPages {
  private static final String SESSION = "__Host-sluis";

  private RealPages() {}

  /// What somebody who cannot see, or has a phone, trips over on these pages.
  ///
  /// @param number with which the owner logs in
  static List<String> faults(DevGateway gateway, String number, List<String> paths) {
    var faults = new ArrayList<String>();
    try (var owner = SimulatedBrowser.at(gateway);
        var real = Browser.open(gateway)) {
      owner.logIn(number);
      real.go("/");
      var session = new Cookie(SESSION, owner.cookie(SESSION).orElseThrow());
      real.page()
          .context()
          .addCookies(List.of(session.setUrl(real.page().url()).setSecure(true).setHttpOnly(true)));
      for (var path : paths) {
        if (real.go(path) != 200) {
          faults.add(path + " is not there");
        }
        for (var width : List.of(Browser.PHONE, Browser.DESK, Browser.DESK / 4)) {
          real.wide(width);
          real.violations().forEach(fault -> faults.add(path + ": " + fault));
          if (real.tooWide()) {
            faults.add(path + " is too wide for " + width);
          }
        }
      }
      faults.addAll(real.complaints());
    }
    return faults;
  }
}
