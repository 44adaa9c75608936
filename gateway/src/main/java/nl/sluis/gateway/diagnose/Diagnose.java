package nl.sluis.gateway.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.token.TokenStep;
import nl.sluis.policies.terms.Oin;

/// One exact cause why a connection does not work, or soon will not: what is wrong and what to do,
/// in Dutch (lessons 19, 21 and 25).
///
/// The same in `./sluis doctor`, at `GET /v1/verbinding` and in the log of an operator. Never about
/// a person: certificates and addresses are of organisations. Immutable.
public sealed interface Diagnose {
  /// The stable word, such as `certificaat-verlopen`.
  String code();

  /// What is wrong.
  String sentence();

  /// What to do about it.
  String remedy();

  /// Whether things work for now, and somebody should act all the same.
  default boolean isWarning() {
    return false;
  }

  /// A certificate, or what is known of its revocation.
  ///
  /// @param cause what is wrong with it
  record OfCertificate(PeerFault.Cause cause) implements Diagnose {
    @Override
    public String code() {
      return cause.code();
    }

    @Override
    public String sentence() {
      return cause.explanation();
    }

    @Override
    public String remedy() {
      return cause.remedy();
    }
  }

  /// A token.
  ///
  /// @param step at which it is refused
  record OfToken(TokenStep step) implements Diagnose {
    @Override
    public String code() {
      return step.code();
    }

    @Override
    public String sentence() {
      return step.sentence();
    }

    @Override
    public String remedy() {
      return step.remedy();
    }
  }

  /// The certificate is of another organisation than was expected there.
  ///
  /// @param expected who should be there
  /// @param found who is; empty when the certificate names none
  record OtherOrganisation(Oin expected, Optional<Oin> found) implements Diagnose {
    @Override
    public String code() {
      return "oin-anders";
    }

    @Override
    public String sentence() {
      return "Het certificaat is van "
          + found.map(oin -> "OIN " + oin).orElse("een organisatie zonder OIN")
          + " en niet van OIN "
          + expected
          + ".";
    }

    @Override
    public String remedy() {
      return "Controleer het adres en het OIN in de instellingen; stuur daar niets heen.";
    }
  }

  /// The certificate of a server is for another name than was called.
  ///
  /// @param subject whose it is
  record OtherName(String subject) implements Diagnose {
    @Override
    public String code() {
      return "naam-anders";
    }

    @Override
    public String sentence() {
      return "Het certificaat van `" + subject + "` is niet voor de naam die is aangeroepen.";
    }

    @Override
    public String remedy() {
      return "Gebruik de naam die in het certificaat staat, of vraag er een voor deze naam.";
    }
  }

  /// A key that does not belong to its certificate.
  ///
  /// @param file which key
  record OtherKey(String file) implements Diagnose {
    @Override
    public String code() {
      return "sleutel-past-niet";
    }

    @Override
    public String sentence() {
      return "De sleutel in `" + file + "` hoort niet bij het certificaat.";
    }

    @Override
    public String remedy() {
      return "Zet de sleutel neer waarmee dit certificaat is aangevraagd.";
    }
  }

  /// A file that cannot be used.
  ///
  /// @param file which one
  /// @param why in Dutch, such as `bestaat niet`
  record OfFile(String file, String why) implements Diagnose {
    @Override
    public String code() {
      return "bestand-onbruikbaar";
    }

    @Override
    public String sentence() {
      return "`" + file + "` " + why + ".";
    }

    @Override
    public String remedy() {
      return "Zet het bestand neer zoals in beheer.md staat, leesbaar voor de gebruiker van Sluis.";
    }
  }

  /// A secret that others on the machine can read.
  ///
  /// @param file which one
  record OpenToOthers(String file) implements Diagnose {
    @Override
    public String code() {
      return "bestand-voor-anderen-leesbaar";
    }

    @Override
    public String sentence() {
      return "`" + file + "` is voor andere gebruikers van deze machine leesbaar.";
    }

    @Override
    public String remedy() {
      return "Geef alleen de gebruiker van Sluis rechten: chmod 600.";
    }

    @Override
    public boolean isWarning() {
      return true;
    }
  }

  /// A certificate or list that is about to end.
  ///
  /// @param what of which
  /// @param until when
  record Ending(String what, Instant until) implements Diagnose {
    @Override
    public String code() {
      return "verloopt-binnenkort";
    }

    @Override
    public String sentence() {
      return what + " verloopt op " + until + ".";
    }

    @Override
    public String remedy() {
      return "Vraag nu een nieuw aan; oud en nieuw mogen een tijd naast elkaar gelden.";
    }

    @Override
    public boolean isWarning() {
      return true;
    }
  }

  /// Two clocks that differ.
  ///
  /// @param whose clock differs from that of this machine, such as `de database`
  /// @param ahead how far the other is ahead; negative when behind
  record ClockOff(String whose, Duration ahead) implements Diagnose {
    @Override
    public String code() {
      return "klok-scheef";
    }

    @Override
    public String sentence() {
      return "De klok van %s loopt %d seconden %s."
          .formatted(whose, ahead.abs().toSeconds(), ahead.isNegative() ? "achter" : "voor");
    }

    @Override
    public String remedy() {
      return "Laat beide machines hun tijd van een tijdserver nemen; 60 seconden is de grens.";
    }
  }

  /// Nobody answers there.
  ///
  /// @param address where
  /// @param why what happened
  record Unreachable(String address, Why why) implements Diagnose {
    @Override
    public String code() {
      return why.code();
    }

    @Override
    public String sentence() {
      return "`" + address + "` " + why.sentence() + ".";
    }

    @Override
    public String remedy() {
      return why.remedy();
    }
  }

  /// What is there speaks no TLS, or none that we do.
  ///
  /// @param address where
  record NoTls(String address) implements Diagnose {
    @Override
    public String code() {
      return "geen-tls";
    }

    @Override
    public String sentence() {
      return "`" + address + "` spreekt geen TLS 1.2 of 1.3, of niet met een sleutelwijze van ons.";
    }

    @Override
    public String remedy() {
      return "Controleer de poort; zet aan de andere kant TLS 1.3 aan en een haalbare wijze.";
    }
  }

  /// The other end refuses what we showed, and says with a TLS alert why (RFC 8446, 6.2).
  ///
  /// @param alert the word of the alert, such as `certificate_expired`
  record TurnedAway(String alert) implements Diagnose {
    @Override
    public String code() {
      return "afgewezen-" + alert.replace('_', '-');
    }

    @Override
    public String sentence() {
      return "De andere kant wijst ons certificaat af: "
          + switch (alert) {
            case "certificate_expired" -> "verlopen, of daar nog niet geldig.";
            case "certificate_revoked" -> "ingetrokken.";
            case "unknown_ca" -> "de uitgever wordt daar niet vertrouwd, of de keten is niet heel.";
            case "unsupported_certificate" -> "niet bedoeld om mee in te loggen (clientAuth).";
            case "certificate_required" -> "er is er geen aangeboden.";
            case "bad_certificate" -> "het noemt geen OIN, of is beschadigd.";
            default -> "`" + alert + "`.";
          };
    }

    @Override
    public String remedy() {
      return switch (alert) {
        case "certificate_expired" ->
            "Vergelijk de geldigheid met de klok aan beide kanten; vraag zo nodig een nieuw aan.";
        case "certificate_revoked" -> "Gebruik een ander certificaat; bel zo nodig uw uitgever.";
        case "unknown_ca" -> "Stuur de hele keten mee en gebruik de afgesproken stamuitgever.";
        case "certificate_required" -> "Noem certificaat en sleutel in de instellingen.";
        default -> "Vraag een certificaat met OIN, clientAuth en een digitale handtekening.";
      };
    }
  }

  /// What the other end says is wrong.
  ///
  /// @param code its word
  /// @param sentence its sentence
  /// @param remedy what it says to do
  record Told(String code, String sentence, String remedy) implements Diagnose {}

  /// A service that answers, and not as it should.
  ///
  /// @param service which one, such as `de database`
  /// @param why in Dutch, without a full stop
  /// @param remedy what to do
  /// @param isWarning whether Sluis works without it
  record OfService(String service, String why, String remedy, boolean isWarning)
      implements Diagnose {
    @Override
    public String code() {
      return "dienst-niet-goed";
    }

    @Override
    public String sentence() {
      return service + ": " + why + ".";
    }
  }
}
