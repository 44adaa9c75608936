package nl.sluis.consent.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Reads what was asked, and finds everything that is wrong with it (AVG 4(11), 7 and 8).
///
/// Immutable; may be shared between threads.
final class AskCheck {
  private static final Set<String> FUNCTIONS =
      Set.of("avg-toestemming", "doorbreking-geheimhouding", "convenant-waarborg");
  static final String NOT_ASKED =
      "Voor dit doel tussen deze partijen wordt geen toestemming gevraagd.";
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int MOST_STATEMENTS = 10;

  /// Who may share what with whom, for what.
  record Scope(Purpose purpose, PartyRole sender, PartyRole receiver, Askable askable) {}

  Optional<Scope> scope(ConsentDraft draft, Recorder recorder, Askable.Rules rules, Faults faults) {
    faults.addIf(
        draft.purposes().size() != 1,
        "doel",
        "Noem precies één doel; voor een ander doel is een eigen toestemming nodig.");
    var purpose =
        draft.purposes().isEmpty()
            ? Optional.<Purpose>empty()
            : faults.purpose("doel", draft.purposes().getFirst());
    var sender = faults.party("van", draft.sender());
    var receiver = faults.party("aan", draft.receiver());
    if (purpose.isEmpty() || sender.isEmpty() || receiver.isEmpty()) {
      return Optional.empty();
    }
    var askable = rules.find(purpose.get(), sender.get(), receiver.get());
    faults.addIf(askable.regimes().isEmpty(), "doel", NOT_ASKED);
    mayRecord(recorder, sender.get(), receiver.get(), faults);
    return Optional.of(new Scope(purpose.get(), sender.get(), receiver.get(), askable));
  }

  /// Only who sends or receives may put on record what was said to it.
  static void mayRecord(Recorder recorder, PartyRole sender, PartyRole receiver, Faults faults) {
    if (recorder instanceof Recorder.Partner(PartyRole party)) {
      faults.addIf(
          !party.oin().equals(sender.oin()) && !party.oin().equals(receiver.oin()),
          "namens",
          "Alleen de verzender of de ontvanger legt deze toestemming vast.");
    }
  }

  /// What was asked, apart from between whom: which categories and until when.
  record Form(Set<DataCategory> categories, Instant validUntil) {
    ConsentAsk between(UUID id, UUID subject, Scope scope, boolean oneOff) {
      return new ConsentAsk(
          id,
          subject,
          scope.purpose(),
          scope.sender(),
          scope.receiver(),
          categories,
          validUntil,
          oneOff,
          scope.askable().text());
    }
  }

  /// @param askable what may be asked; nothing when that is not known, since the parties are faulty
  Form form(ConsentDraft draft, Askable askable, Faults faults) {
    var categories = categories(draft.categories(), askable.categories(), faults);
    faults.addIf(
        !FUNCTIONS.contains(draft.legalFunction()),
        "juridischeFunctie",
        "Kies avg-toestemming, doorbreking-geheimhouding of convenant-waarborg.");
    text(draft.text(), faults);
    return new Form(
        categories, validUntil(draft, askable.parameters(), faults).orElse(Instant.EPOCH));
  }

  /// Who records what was said, records what somebody said.
  static void statements(ConsentDraft draft, Faults faults) {
    faults.addIf(
        draft.statements().isEmpty() || draft.statements().size() > MOST_STATEMENTS,
        "verklaringen",
        "Leg één tot tien verklaringen vast.");
  }

  static Set<DataCategory> categories(
      List<String> codes, Set<DataCategory> allowed, Faults faults) {
    return categories("", codes, allowed, faults);
  }

  /// @param at where it stands, with the dot that follows
  static Set<DataCategory> categories(
      String at, List<String> codes, Set<DataCategory> allowed, Faults faults) {
    var read = EnumSet.noneOf(DataCategory.class);
    var seen = new HashSet<String>();
    faults.addIf(codes.isEmpty(), at + "categorieen", "Noem ten minste één categorie.");
    for (int i = 0; i < codes.size() && i <= DataCategory.values().length; i++) {
      var code = codes.get(i);
      var field = at + "categorieen[" + i + "]";
      var category = DataCategory.of(code);
      if (code.equals("*") || code.equals("alles")) {
        faults.add(field, "Alles tegelijk kan niet; noem elke categorie.");
      } else if (category.isEmpty()) {
        faults.add(field, "Deze categorie bestaat niet.");
      } else if (category.get() == DataCategory.K18) {
        faults.add(field, "K18 mag nooit worden gedeeld, ook niet met toestemming.");
      } else if (!allowed.isEmpty() && !allowed.contains(category.get())) {
        faults.add(field, "Deze categorie hoort niet bij dit doel.");
      } else {
        faults.addIf(!seen.add(code), field, "Deze categorie staat er twee keer.");
        read.add(category.get());
      }
    }
    return read;
  }

  private static void text(ConsentDraft.Text text, Faults faults) {
    faults.addIf(
        !VERSION.matcher(text.version()).matches(),
        "tekst.versie",
        "Noem de versie van de tekst die is getoond.");
    faults.sha256("tekst.hash", text.hash());
    faults.addIf(
        !LANGUAGE.matcher(text.language()).matches(),
        "tekst.taal",
        "Noem de taal van de tekst, zoals `nl`.");
  }

  private static Optional<Instant> validUntil(
      ConsentDraft draft, ConsentParameters parameters, Faults faults) {
    var until = faults.date("geldigTot", draft.validUntil());
    until.ifPresent(
        day -> {
          faults.addIf(
              !day.isAfter(faults.today()), "geldigTot", "Deze toestemming is al verlopen.");
          faults.addIf(
              day.isAfter(longest(draft, parameters, faults)),
              "geldigTot",
              "Een toestemming geldt ten hoogste "
                  + parameters.longestConsentMonths()
                  + " maanden na de eerste verklaring.");
        });
    return until.map(day -> day.atStartOfDay(Age.CALENDAR).toInstant());
  }

  private static LocalDate longest(
      ConsentDraft draft, ConsentParameters parameters, Faults faults) {
    var quiet = new ArrayList<LocalDate>(List.of(faults.today()));
    for (var statement : draft.statements()) {
      new Faults(faults.now())
          .pastInstant("", statement.at())
          .ifPresent(at -> quiet.add(at.atZone(Age.CALENDAR).toLocalDate()));
    }
    return quiet.stream()
        .min(LocalDate::compareTo)
        .orElseThrow()
        .plusMonths(parameters.longestConsentMonths());
  }
}
