package nl.sluis.gateway.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.aansluiting.ApplicationFault;
import nl.sluis.gateway.aansluiting.Applying;
import nl.sluis.gateway.aansluiting.Applying.Wish;
import nl.sluis.gateway.aansluiting.Contact;
import nl.sluis.gateway.aansluiting.PartnerFiles;
import nl.sluis.policies.terms.Oin;

/// `sluis partner aanmelden`: makes the keys of a partner to be and what it sends to the operator
/// of Sluis. Needs no gateway, no database and no network.
public final class ApplyCommand {
  private static final int WRONG_USE = 2;
  private static final Set<String> NAMES =
      Set.of("oin", "naam", "rollen", "adres", "contact", "map");
  private static final String USE =
      """
      Gebruik: sluis partner aanmelden --oin=OIN --naam=NAAM --rollen=ROL[,ROL…]
                 --contact='FUNCTIE; TELEFOON; E-MAIL' --map=MAP [--adres=https://…]
      ROL is een rol uit het convenant, of alleen `leverancier` voor wie voor anderen werkt.
      ADRES is waar een melding van acuut gevaar heen kan; alleen Veilig Thuis heeft dat nodig.
      Wat in MAP al staat wordt gebruikt en nooit overschreven.\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where it says what was made and what comes next
  /// @param err where it says what stands in the way
  /// @param clock what time it is
  public ApplyCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `partner aanmelden`
  /// @return 0 when it is done, 1 when something stands in the way, 2 when it is not understood
  public int run(List<String> args) {
    var read = CommandOptions.read(args, NAMES);
    if (read.isEmpty() || !isWhole(read.get())) {
      err.println(USE);
      return WRONG_USE;
    }
    var typed = read.get();
    var faults = new ArrayList<String>();
    var wish = wish(typed, faults);
    if (wish.isEmpty()) {
      faults.forEach(err::println);
      return 1;
    }
    try {
      var made =
          new Applying(new SecureRandom(), clock).make(Path.of(typed.get("map")), wish.get());
      tell(typed.get("map"), made.digest());
      return 0;
    } catch (ApplicationFault fault) {
      fault.sentences().forEach(err::println);
      return 1;
    } catch (IOException e) {
      err.println(
          "In `"
              + typed.get("map")
              + "` kan niet worden gelezen of geschreven ("
              + e.getClass().getSimpleName()
              + "). Kies een map waarin dat wel kan.");
      return 1;
    }
  }

  private static boolean isWhole(CommandOptions typed) {
    return typed.words().isEmpty()
        && NAMES.stream().allMatch(name -> name.equals("adres") || !typed.get(name).isEmpty());
  }

  private static Optional<Wish> wish(CommandOptions typed, List<String> faults) {
    if (!Oin.isOin(typed.get("oin"))) {
      faults.add("`--oin` is geen OIN: dat zijn twintig cijfers.");
    }
    var contact = List.of(typed.get("contact").split(";", -1));
    if (contact.size() != 3) {
      faults.add("`--contact` is niet «functie; telefoon; e-mail».");
    }
    var push = Optional.of(typed.get("adres")).filter(text -> !text.isEmpty());
    if (push.isPresent() && !push.get().matches("https://[^\\s/?#@]+(/[^\\s?#]*)?")) {
      faults.add("`--adres` is geen adres dat met https:// begint.");
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Wish(
            new Oin(typed.get("oin")),
            typed.get("naam").strip(),
            List.of(typed.get("rollen").split(",", -1)),
            push.map(URI::create),
            new Contact(contact.get(0).strip(), contact.get(1).strip(), contact.get(2).strip())));
  }

  private void tell(String folder, String digest) {
    out.printf(
        """
        Klaar. In `%s` staat:
          %s, %s, %s   geheim; alleen u kunt ze lezen
          %s            voor uw uitgever van certificaten (PKIoverheid)
          %s           voor de beheerder van Sluis
        Nu verder:
          1. Stuur %s naar uw uitgever; zet wat u terugkrijgt met de keten in `%s`.
          2. Stuur %s naar de beheerder van Sluis, en bel hem de eerste zestien tekens
             van haar vingerafdruk, zodat hij weet dat zij van u komt:
             %s
          3. Bewaar een kopie van de geheime bestanden op een veilige plek.
        """,
        folder,
        PartnerFiles.SIGNING,
        PartnerFiles.ENCRYPTION,
        PartnerFiles.TLS_KEY,
        PartnerFiles.TLS_REQUEST,
        PartnerFiles.APPLICATION,
        PartnerFiles.TLS_REQUEST,
        PartnerFiles.TLS_CERTIFICATE,
        PartnerFiles.APPLICATION,
        digest.substring(0, 16));
  }
}
