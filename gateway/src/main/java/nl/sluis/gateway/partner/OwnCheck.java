package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.gateway.exchange.CategorySchemas;
import nl.sluis.gateway.exchange.ContentCheck;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What a partner looks at itself, because Sluis cannot: the form and the words of what is sealed,
/// before it goes and after it came (design 10.2). Decides nothing about people.
///
/// May be shared between threads.
public final class OwnCheck {
  private final List<Convenant> convenanten;
  private final ContentCheck content = new ContentCheck(new CategorySchemas());

  /// What the convenant says of an exchange.
  ///
  /// @param convenant which one
  /// @param rule the one rule
  public record Spoken(Convenant convenant, Rule rule) {
    /// Must this category be sealed for the receiver?
    public boolean seals(DataCategory category) {
      var says = rule.categories().get(category);
      return says != null && says.handling() == Handling.VERZEGELD;
    }
  }

  private OwnCheck(List<Convenant> convenanten) {
    this.convenanten = List.copyOf(convenanten);
  }

  /// The convenants whose text is here and whole, by name; whether one is in force is not looked
  /// at.
  public List<Convenant> convenanten() {
    return convenanten;
  }

  /// Reads the convenants.
  ///
  /// @param folder of the texts; empty for those of this release
  public static OwnCheck of(Optional<Path> folder) throws IOException {
    var whole = new ArrayList<Convenant>();
    for (var version : ConvenantFiles.perVersion(ConvenantTexts.of(folder).read()).values()) {
      if (ConvenantReader.read(version) instanceof ConvenantReader.Result.Whole(var convenant)) {
        whole.add(convenant);
      }
    }
    whole.sort(Comparator.comparing(Convenant::id));
    return new OwnCheck(whole);
  }

  /// The rule for this exchange at this instant; empty when no convenant in force has one.
  ///
  /// @param name the convenant that is meant; empty for the first that binds both
  public Optional<Spoken> rule(
      Purpose purpose, PartyRole from, PartyRole to, Optional<String> name, Instant now) {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    return convenanten.stream()
        .filter(one -> one.isInForceOn(day))
        .filter(one -> name.isEmpty() || name.get().equals(one.id()))
        .filter(one -> one.parties().containsKey(from.oin()))
        .filter(one -> one.parties().containsKey(to.oin()))
        .flatMap(one -> one.rule(purpose, from, to).map(rule -> new Spoken(one, rule)).stream())
        .findFirst();
  }

  /// Everything that is wrong with a message before it goes; never with a value.
  public List<String> faults(OutgoingMessage message, Spoken spoken) {
    var faults = new ArrayList<String>();
    spoken
        .rule()
        .categories()
        .forEach(
            (category, says) -> {
              if (says.presence() == CategoryRule.Presence.VERPLICHT
                  && !message.categories().containsKey(category)) {
                faults.add(category + " ontbreekt; deze regel vraagt haar");
              }
            });
    for (var category : message.categories().keySet()) {
      var says = spoken.rule().categories().get(category);
      if (says == null || says.presence() == CategoryRule.Presence.VERBODEN) {
        faults.add(category + " mag bij deze regel niet mee; laat haar weg");
      }
    }
    var read = new LinkedHashMap<String, JsonNode>(message.disclosed());
    message.categories().forEach((category, value) -> read.put(category.name(), value));
    faults.addAll(findings(read, message.from().oin(), spoken));
    faults.sort(Comparator.naturalOrder());
    return faults;
  }

  /// What reading finds in what is disclosed, in sentences.
  public List<String> findings(Map<String, JsonNode> disclosed, Oin sender, Spoken spoken) {
    return content
        .findings(disclosed, sender, spoken.convenant(), Optional.of(spoken.rule()))
        .stream()
        .map(found -> found.where() + " " + sentence(found.what()))
        .sorted()
        .toList();
  }

  private static String sentence(ScanFinding found) {
    return switch (found) {
      case BSN_IN_TEKST -> "bevat een getal dat een BSN kan zijn; haal het weg";
      case IDENTIFICEREND ->
          "kan iemand aanwijzen, en deze vraag gaat over niemand; schrijf het algemener";
      case VORM_ONJUIST -> "heeft niet de vorm die het convenant voor deze categorie geeft";
      case VERBODEN_ONDERWERP -> "gaat over iets dat in deze categorie niet mag staan";
      case HERLEIDBAAR,
          GEDOMINEERD,
          TE_VEEL_CIJFERS,
          MUUR,
          ROL_NIET_GEKOZEN,
          ONTVANGER_ZONDER_OTS,
          GEEN_MENSELIJK_BESLUIT,
          NIET_GEVRAAGD,
          ANDERE_TEKST,
          TEGENGEHOUDEN ->
          "wordt alleen door Sluis beoordeeld";
    };
  }
}
