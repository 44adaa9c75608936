package nl.sluis.docs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.http.FieldCode;
import nl.sluis.gateway.http.ProblemCode;
import nl.sluis.gateway.message.FaultCode;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.person.SignInFault;
import nl.sluis.gateway.token.TokenFault;
import nl.sluis.gateway.token.TokenStep;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// Makes the page with every code that Sluis answers, from the places that answer them.
final class CodesPage {
  /// The reasons for which a message waits instead of being refused.
  static final Set<Reason> HOLDING =
      EnumSet.of(
          Reason.VOORWAARDE_ONTBREEKT,
          Reason.MELDCODE_ONVOLLEDIG,
          Reason.LEEFTIJD_ONBEKEND,
          Reason.GEZAG_ONBEKEND,
          Reason.GEVER_AFGESCHERMD,
          Reason.GEMEENTE_ONBEKEND);

  private static final String HEAD =
      """
      # Elke code die Sluis antwoordt

      Deze bladzijde is gemaakt uit de code van Sluis (`GeneratedPagesSpec`); verander haar niet met de hand. Elk antwoord dat
      niet lukt is `application/problem+json` met `status`, `title`, `detail` en een `code` die hieronder staat. De code blijft
      in elke versie dezelfde; de zin erbij mag beter worden. `type` is `urn:sluis:fout:` met de code erachter. Geen enkel
      antwoord noemt een naam, een nummer of inhoud. De wegen zelf staan in [koppelvlak.md](koppelvlak.md).

      Zonder code komen alleen antwoorden die van de webserver zelf zijn, voor er een verzoek gelezen is: 414 bij een te lange
      eerste regel, 431 bij een te grote kop, 400 bij iets wat geen HTTP is. Krijgt u helemaal geen antwoord, dan kwam de
      verbinding niet tot stand: kijk bij *Certificaten*.
      """;

  private final List<String> lines = new ArrayList<>();

  private CodesPage() {}

  static String markdown() {
    var page = new CodesPage();
    page.lines.addAll(HEAD.lines().toList());
    page.problems();
    page.fields();
    page.certificates();
    page.tokens();
    page.connection();
    page.people();
    page.messages();
    page.denials();
    page.reasons();
    return String.join("\n", page.lines) + "\n";
  }

  private void problems() {
    head("Verzoeken", "Deze codes gaan over het verzoek of het bericht als geheel.");
    for (var problem : ProblemCode.values()) {
      row(problem.code(), "" + problem.status(), problem.title(), problem.detail());
    }
    text(
        "Bij `aangehouden` en `geweigerd` staan de redenen in `redenen`, elk met een code van"
            + " onderaan deze bladzijde.",
        "Bij `invoer-onjuist` en bij een bericht dat niet de juiste vorm heeft staat elke fout in"
            + " `fouten`, alles tegelijk:",
        "met `veld`, `plaats` (een JSON Pointer, RFC 6901), `code`, `uitleg` en `watNu`. Bij"
            + " `te-druk` en",
        "`niet-vastgelegd` zegt `Retry-After` na hoeveel seconden u het opnieuw probeert; dat mag"
            + " met hetzelfde bericht.");
  }

  private void fields() {
    head(
        "De velden van wat u stuurt",
        "Wat u als JSON stuurt wordt gelegd naast de beschrijving die iedereen kan lezen"
            + " (`/openapi.json`). Alles wat daarmee niet klopt staat in één antwoord"
            + " `invoer-onjuist`, in `fouten`, elk met een van deze codes.");
    for (var code : FieldCode.values()) {
      row(code.code(), "400", code.explanation(), code.remedy());
    }
  }

  private void certificates() {
    head(
        "Certificaten",
        "Een certificaat dat niet deugt wordt meestal al bij de TLS-handdruk geweigerd: dan is er"
            + " geen verbinding en geen antwoord. Wordt het ongeldig terwijl de verbinding"
            + " openstaat, dan is het volgende antwoord 403 met deze code.");
    for (var cause : PeerFault.Cause.values()) {
      row(cause.code(), "403", cause.explanation(), cause.remedy());
    }
    text(
        "Een acute melding wordt door een code die met `crl-` of `ocsp-` begint niet tegengehouden,"
            + " door een ingetrokken certificaat wel.");
  }

  private void tokens() {
    head(
        "Tokens",
        "In `error` staat het woord van OAuth; bij 401 staat het ook in `WWW-Authenticate`. Een"
            + " nagemaakt token heet altijd `token-ongeldig`, wat er ook mis mee is.");
    for (var cause : TokenFault.Cause.values()) {
      row(cause.code(), "" + cause.status(), cause.explanation(), cause.remedy());
    }
  }

  private void connection() {
    head(
        "Bij `GET /v1/verbinding`",
        "Bij welke controle een token afvalt; alleen hier, en alleen aan wie het meestuurt. Ook de"
            + " codes van *Certificaten* staan daar in `bevindingen`.");
    for (var step : TokenStep.values()) {
      row(step.code(), "200", step.sentence(), step.remedy());
    }
  }

  private void people() {
    head(
        "Aanmelden",
        "Voor mensen, op de poort zonder certificaat. Een nagemaakte of verlopen aanmelding heet"
            + " altijd `aanmelding-ongeldig`, wat er ook mis mee is.");
    for (var cause : SignInFault.Cause.values()) {
      row(cause.code(), "401", cause.explanation(), cause.remedy());
    }
  }

  private void messages() {
    head(
        "De vorm van een bericht",
        "Het bericht zelf deugt niet; er is niets beslist. `over` noemt het deel. Klopt de"
            + " handtekening, dan noemt `fouten` alles wat er mis is. De codes die met"
            + " `sleutelbinding-` en `verzegeling-niet-te-openen` beginnen geeft niet Sluis, maar"
            + " de controle die een ontvanger zelf doet.");
    for (var code : FaultCode.values()) {
      row(code.code(), isOfReceiver(code) ? "-" : "400", code.explanation(), code.remedy());
    }
  }

  private static boolean isOfReceiver(FaultCode code) {
    return switch (code) {
      case VERZEGELING_NIET_TE_OPENEN,
          SLEUTELBINDING_ONTBREEKT,
          SLEUTELBINDING_ONGELDIG,
          SLEUTELBINDING_ANDERE_INHOUD,
          SLEUTELBINDING_NIET_IN_LOGBOEK ->
          true;
      default -> false;
    };
  }

  private void denials() {
    head(
        "Vastleggen en opvragen",
        "U bent binnen, en mag dit niet. `detail` kan preciezer zijn dan de zin hier.");
    for (var denial : Denial.values()) {
      row(denial.code(), "403", denial.sentence(), denial.remedy());
    }
  }

  private void reasons() {
    head(
        "Redenen van een beslissing",
        "Deze codes staan in `redenen` van een bericht dat is aangehouden (409) of geweigerd (403),"
            + " in `achtergehouden` van een bericht dat voor een deel doorging (200), en in"
            + " `ontbreekt` van een vraag vooraf (200). 409 staat bij wat u kunt aanvullen; komt er"
            + " een andere reden bij, dan is het geheel 403.");
    for (var reason : Reason.values()) {
      if (reason.isTold()) {
        row(
            reason.code(),
            HOLDING.contains(reason) ? "409" : "403",
            reason.uitleg(),
            reason.watNu());
      }
    }
    for (var reason : Reason.values()) {
      if (!reason.isTold()) {
        row(
            reason.code(),
            "-",
            reason.uitleg(),
            "Dit hoort een afzender nooit: hij hoort `%s`, of langs een weg zonder toestemming `%s`."
                .formatted(
                    reason.toldOn(Lane.TOESTEMMING).code(), reason.toldOn(Lane.WETTELIJK).code()));
      }
    }
  }

  private void head(String title, String about) {
    text("## " + title);
    text(about);
    text("| code | status | wat er is | wat u doet |", "|---|---|---|---|");
  }

  private void text(String... some) {
    lines.add("");
    lines.addAll(List.of(some));
  }

  private void row(String code, String status, String meaning, String remedy) {
    lines.add(
        "| `%s` | %s | %s | %s |".formatted(code, status, sentence(meaning), sentence(remedy)));
  }

  private static String sentence(String text) {
    var safe = text.replace("|", "\\|");
    return safe.endsWith(".") ? safe : safe + ".";
  }
}
