package nl.sluis.gateway.beeld;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.gateway.beeld.Bars.Counted;
import nl.sluis.gateway.beeld.Pictures.NotPassed;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Reason;

/// Makes the pictures of one organisation: every number on them is about exchanges in which it
/// takes part itself.
///
/// Numbers under ten stand there too, for they do not leave the organisation. May be shared between
/// threads.
public final class PictureDesk {
  private static final String PART = "toezicht-beeld";

  private final DataSource database;
  private final CurrentLaw law;
  private final Texts texts;
  private final Pictures pictures;
  private final Counts counts;

  /// @param region whose counts these are
  /// @param law knows how organisations are called
  /// @param texts the words for what is counted
  public PictureDesk(String region, DataSource database, CurrentLaw law, Texts texts) {
    this.database = database;
    this.law = law;
    this.texts = texts;
    this.pictures = new Pictures(region);
    this.counts = new Counts(region, pictures);
  }

  /// What there is to see for this organisation.
  PictureModel look(Oin own, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var sums = counts.of(connection, own, now);
      var circle = new ArrayList<Circle.Member>();
      sums.circle()
          .forEach(
              (oin, volume) ->
                  circle.add(new Circle.Member(name(oin, now), volume.gave(), volume.got())));
      return new PictureModel(
          name(own, now),
          Stacks.of(sums.overTime(), YearMonth.from(Pictures.since(now))),
          bars("weigeringen", refused(sums.refused())),
          bars("doorbrekingen", overrides(pictures.overrides(connection, own, now))),
          Circle.of(circle),
          bars("doorloop", waited(sums.lasted())),
          bars("wacht", waited(pictures.waiting(connection, own, now))));
    }
  }

  private static Bars bars(String name, List<Counted> counted) {
    return Bars.of(PART + "." + name, counted, name);
  }

  private List<Counted> refused(Map<NotPassed, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> new Counted(why(one.getKey()), one.getValue()))
        .toList();
  }

  private String why(NotPassed one) {
    var word = Reason.of(one.reason().toLowerCase(Locale.ROOT).replace('_', '-'));
    var sentence = word.map(Reason::uitleg).orElse(one.reason());
    return one.held() ? say("aangehouden") + " " + sentence : sentence;
  }

  private List<Counted> overrides(Map<Left, Long> counts) {
    var all = new ArrayList<Counted>();
    for (var left : Left.values()) {
      all.add(new Counted(say("termijn." + left.word()), counts.getOrDefault(left, 0L)));
    }
    return all;
  }

  private List<Counted> waited(Map<Waited, Long> counts) {
    var all = new ArrayList<Counted>();
    for (var waited : Waited.values()) {
      all.add(new Counted(say("duur." + waited.word()), counts.getOrDefault(waited, 0L)));
    }
    return all;
  }

  private String say(String key) {
    var text = texts.set(PART, Language.NL).plain().get(key);
    if (text == null) {
      throw new IllegalStateException("no text `" + key + "`");
    }
    return text;
  }

  private String name(Oin oin, Instant now) {
    return law.now().known(oin, now).stream().findFirst().map(Party::name).orElse(oin.value());
  }
}
