package nl.sluis.gateway.formulier;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.gateway.besluit.PaperQuestion;
import nl.sluis.gateway.besluit.Written;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Puts letters and forms on paper. Who may have one is for the caller. May be shared between
/// threads.
public final class Forms {
  private static final String TITLE = "papier.titel";

  private final Papers papers;
  private final Texts texts;
  private final CurrentLaw law;
  private final Optional<URI> where;

  /// @param law the words of the convenant
  /// @param where people log in; empty when they cannot in a browser
  public Forms(Papers papers, Texts texts, CurrentLaw law, Optional<URI> where) {
    this.papers = papers;
    this.texts = texts;
    this.law = law;
    this.where = where;
  }

  /// The letter with the code of one person.
  ///
  /// @param goodUntil the first instant at which the code is good for nothing
  public byte[] invitation(
      PartyRole from, String code, Instant goodUntil, Language language, Instant at) {
    return letter(from, code, goodUntil, false, language, at);
  }

  /// The letter that says that something lies ready, and no word of what, with the code of one
  /// person.
  ///
  /// @param goodUntil the first instant at which the code is good for nothing
  public byte[] waiting(
      PartyRole from, String code, Instant goodUntil, Language language, Instant at) {
    return letter(from, code, goodUntil, true, language, at);
  }

  private byte[] letter(
      PartyRole from,
      String code,
      Instant goodUntil,
      boolean waiting,
      Language language,
      Instant at) {
    var last = dayBefore(goodUntil);
    var letter = new Sheets.Invitation(name(from.oin(), at), code, last, where, waiting);
    return print("papier/brief", letter, language, at);
  }

  /// The form on which somebody says yes, no or later to what was asked together.
  ///
  /// @param number by which it is found when it comes back
  /// @param asks what can still be answered, at least one
  public byte[] answers(UUID number, List<ConsentAsk> asks, Language language, Instant at) {
    var lines = new ArrayList<Sheets.Line>();
    for (var ask : asks) {
      lines.add(new Sheets.Line(lines.size() + 1, question(ask, language, at)));
    }
    var back = name(asks.getFirst().sender().oin(), at);
    return print("papier/antwoorden", new Sheets.Answers(number, back, lines), language, at);
  }

  /// The form with which somebody takes a yes back.
  public byte[] stop(ConsentAsk ask, Language language, Instant at) {
    var sheet = new Sheets.Stop(ask.id(), question(ask, language, at));
    return print("papier/stoppen", sheet, language, at);
  }

  /// A text to read before it goes.
  ///
  /// @param content what it says, category by category
  /// @return empty when nobody reads it any more
  public Optional<byte[]> readFirst(Piece piece, JsonNode content, Language language, Instant at) {
    for (var words : law.now().couldGovern(piece.from(), piece.to(), at)) {
      var first = Readings.first(words, piece);
      if (first.isPresent()) {
        var sheet =
            new Sheets.ReadFirst(
                piece.id(),
                name(words, piece.from().oin()),
                name(words, piece.to().oin()),
                words.purposes().getOrDefault(piece.purpose(), ""),
                first.get().kind().code(),
                dayBefore(piece.readUntil()),
                Written.of(piece.categories(), content, words));
        return Optional.of(print("papier/leesmee", sheet, language, at));
      }
    }
    return Optional.empty();
  }

  private PaperQuestion question(ConsentAsk ask, Language language, Instant at) {
    var words = law.now().couldGovern(ask.sender(), ask.receiver(), at).getFirst();
    return PaperQuestion.of(ask, at, words, texts, Papers.language(language));
  }

  private byte[] print(String template, Object sheet, Language language, Instant at) {
    return papers.pdf(new View.Shown(template, sheet, TITLE), language, day(at));
  }

  private String name(Oin oin, Instant at) {
    return law.now().known(oin, at).stream().map(Party::name).findFirst().orElse("");
  }

  private static String name(Convenant words, Oin oin) {
    return Optional.ofNullable(words.parties().get(oin)).map(Party::name).orElse("");
  }

  private static LocalDate dayBefore(Instant until) {
    return day(until.minusMillis(1));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Age.CALENDAR).toLocalDate();
  }
}
