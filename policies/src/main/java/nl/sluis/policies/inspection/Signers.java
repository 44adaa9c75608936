package nl.sluis.policies.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Convenant.Status;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Signatures.Signature;

/// Adopted versions that somebody did not sign, and signatures under a text that is not here.
final class Signers {
  private Signers() {}

  static List<ConvenantFault> faults(Heads heads, Collection<Signature> given) {
    var faults = new ArrayList<ConvenantFault>();
    var known = heads.whole().values().stream().map(Convenant::digest).collect(Collectors.toSet());
    heads
        .whole()
        .forEach(
            (folder, convenant) -> {
              if (convenant.status() == Status.VASTGESTELD) {
                for (var party : unsigned(convenant, given)) {
                  faults.add(
                      heads.fault(folder, "status", sentence(convenant, party, given, known)));
                }
              }
            });
    return faults;
  }

  private static List<Party> unsigned(Convenant convenant, Collection<Signature> given) {
    return convenant.parties().values().stream()
        .filter(party -> !party.roles().isEmpty())
        .filter(party -> given.stream().noneMatch(s -> isUnder(s, convenant, party)))
        .sorted(java.util.Comparator.comparing(Party::oin))
        .toList();
  }

  private static boolean isUnder(Signature signature, Convenant convenant, Party party) {
    return signature.digest().equals(convenant.digest()) && isBy(signature, convenant, party);
  }

  private static boolean isBy(Signature signature, Convenant convenant, Party party) {
    return signature.by().equals(party.oin())
        || signature.by().equals(party.signatoryOn(convenant.validFrom()));
  }

  private static String sentence(
      Convenant convenant, Party party, Collection<Signature> given, Set<String> known) {
    var other =
        given.stream()
            .filter(s -> isBy(s, convenant, party) && !known.contains(s.digest()))
            .findFirst();
    return other.isPresent()
        ? "De handtekening van "
            + party.name()
            + " hoort bij een andere tekst (digest "
            + other.get().digest().substring(0, Math.min(12, other.get().digest().length()))
            + "…, deze tekst heeft "
            + convenant.digest().substring(0, 12)
            + "…). Zet de getekende tekst terug of laat deze opnieuw tekenen."
        : party.name()
            + " heeft deze versie niet getekend. Laat de partij tekenen, of zet de status op"
            + " `concept`.";
  }
}
