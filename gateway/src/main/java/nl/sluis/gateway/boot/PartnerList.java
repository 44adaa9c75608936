package nl.sluis.gateway.boot;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.aansluiting.Course;
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.aansluiting.KeyBook;
import nl.sluis.gateway.aansluiting.Known;
import nl.sluis.gateway.aansluiting.OwnEnds;
import nl.sluis.gateway.aansluiting.PartnerBook;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.policies.terms.Oin;

/// What an operator reads about every partner. For one thread.
///
/// @param out where it is printed
/// @param clock what time it is
record PartnerList(PrintStream out, InstantSource clock) {
  void print(KeySite site, Settings settings) throws SQLException {
    var register = new PartnerRegister(settings.partnerFolder(), clock);
    register.reload().forEach(fault -> out.printf("%s: %s%n", fault.file(), fault.problem()));
    var files = new HashSet<Oin>();
    register.all().forEach(partner -> files.add(partner.oin()));
    try (var connection = site.database().getConnection()) {
      var known =
          Known.read(
              new PartnerBook(settings.region()), new KeyBook(settings.region()), connection);
      register.take(known.listed());
      var all = new HashSet<>(files);
      all.addAll(known.steps().keySet());
      all.stream()
          .sorted(Comparator.comparing(Oin::value))
          .forEach(
              oin -> print(oin, register.partner(oin), known.course(oin, files.contains(oin))));
      if (all.isEmpty()) {
        out.println("Er is geen partner.");
      }
      // Of convenanten and lists `./sluis doctor` and the gauges tell.
      var own = OwnEnds.read(settings.region(), register, connection, clock);
      var ends = new Expiring(settings, own, _ -> List.of(), List::of, clock).all(connection);
      var now = clock.instant();
      Expiry.near(ends.stream(), now)
          .forEach(
              end ->
                  out.printf(
                      "Let op: %s %s eindigt op %s, over %d dagen%n",
                      end.what(), end.name(), end.at(), end.daysLeft(now)));
    }
  }

  private void print(Oin oin, Optional<Partner> partner, Course course) {
    out.printf(
        "%s %s: %s%s%n",
        oin,
        partner.map(Partner::name).orElse("-"),
        course.standing().code(),
        course.application().map(digest -> ", aanmelding " + digest.substring(0, 16)).orElse(""));
    for (var step : course.waiting(clock.instant())) {
      out.printf(
          "  wacht op een tweede mens: %s, door %s op %s%n",
          step.kind().code(), step.by(), step.at());
    }
    partner.ifPresent(
        one ->
            one.keys().values().stream()
                .sorted(Comparator.comparing(key -> key.getKeyID()))
                .forEach(
                    key ->
                        out.printf(
                            "  sleutel %s%s%s%n",
                            key.getKeyID(),
                            key.getNotBeforeTime() == null
                                ? ""
                                : " vanaf " + key.getNotBeforeTime().toInstant(),
                            key.getExpirationTime() == null
                                ? ""
                                : " tot " + key.getExpirationTime().toInstant())));
  }
}
