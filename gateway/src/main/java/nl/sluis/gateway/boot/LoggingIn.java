package nl.sluis.gateway.boot;

import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.aanmelding.LoginPages;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.aanmelding.SigningIn;
import nl.sluis.gateway.http.OpenRoutes;
import nl.sluis.gateway.http.ProviderEndpoints;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Visitors;

/// How people log in with a browser; without a provider nobody can.
///
/// @param visitors knows who is logged in
/// @param pages where people log in and out
/// @param forProvider what the provider uses itself
/// @param forgetting removes what ended by itself
record LoggingIn(
    Visitors visitors, List<PageRoutes> pages, List<OpenRoutes> forProvider, Duty forgetting) {
  LoggingIn {
    pages = List.copyOf(pages);
    forProvider = List.copyOf(forProvider);
  }

  static LoggingIn of(
      Optional<ProviderLine> line,
      String region,
      DataSource database,
      SubjectReference references,
      KeyVault vault,
      SigningKeys<ECKey> known,
      SecureRandom random) {
    if (line.isEmpty()) {
      return new LoggingIn(Visitors.NOBODY, List.of(), List.of(), _ -> 0);
    }
    var signingIn =
        new SigningIn(
            line.get(),
            region,
            database,
            references,
            new SessionSeal(vault, random),
            known,
            random);
    return new LoggingIn(
        signingIn.sessions(),
        List.of(new LoginPages(signingIn)),
        List.of(new ProviderEndpoints(signingIn)),
        signingIn::forget);
  }

  /// The same, with how people are told that something lies ready.
  LoggingIn with(Reaching reaching) {
    return new LoggingIn(
        visitors,
        Stream.concat(Stream.of(reaching.pages()), pages.stream()).toList(),
        forProvider,
        now -> forgetting.run(now) + reaching.duty().run(now));
  }

  /// These, and what the provider uses.
  List<OpenRoutes> besides(List<OpenRoutes> open) {
    return Stream.concat(open.stream(), forProvider.stream()).toList();
  }

  /// These pages, and behind them those on which people log in and out.
  List<PageRoutes> behind(List<PageRoutes> others) {
    return Stream.concat(others.stream(), pages.stream()).toList();
  }

  /// These duties, and forgetting after them.
  List<Duty> after(List<Duty> duties) {
    return Stream.concat(duties.stream(), Stream.of(forgetting)).toList();
  }
}
