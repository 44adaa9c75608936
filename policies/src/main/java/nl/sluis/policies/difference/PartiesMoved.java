package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;

/// Who joins, who leaves, and everything that is said differently of whoever stays.
final class PartiesMoved {
  private final Convenant before;
  private final Convenant after;

  private PartiesMoved(Convenant before, Convenant after) {
    this.before = before;
    this.after = after;
  }

  static List<String> between(Convenant before, Convenant after) {
    return new PartiesMoved(before, after).moved();
  }

  private List<String> moved() {
    var all = new TreeSet<Oin>(before.parties().keySet());
    all.addAll(after.parties().keySet());
    var moved = new ArrayList<String>();
    for (var oin : all) {
      var old = before.parties().get(oin);
      var now = after.parties().get(oin);
      if (old == null && now != null) {
        moved.add(now.name() + " komt erbij" + as(now) + ".");
      } else if (old != null && now == null) {
        moved.add(old.name() + " doet niet meer mee.");
      } else if (old != null && now != null) {
        moved.addAll(Part.moved(now.name(), old, now, parts()));
      }
    }
    return moved;
  }

  private String as(Party party) {
    var roles = party.heldDuring(after.validity());
    return roles.isEmpty() ? "" : " als " + Words.roles(roles);
  }

  private List<Part<Party>> parts() {
    return List.of(
        Part.one("heeft als OIN", p -> p.oin().value()),
        Part.one("heeft als sleutel", Party::key),
        Part.one("heet", Party::name),
        Part.one("is een", Party::kind),
        Part.one("is gebonden", p -> Words.days(p.bound())),
        Part.some(
            "heeft de rol",
            p -> p.roles().stream().map(h -> h.role() + " " + Words.days(h.days()))),
        Part.some("is geschorst", p -> p.suspensions().stream().map(Words::days)),
        Part.some(
            "werkt in",
            p -> p.served().stream().map(s -> s.municipality() + " " + Words.days(s.days()))),
        Part.some(
            "heeft als vast aanspreekpunt",
            p ->
                p.fixedContacts().entrySet().stream()
                    .map(e -> named(e.getValue()) + " voor " + e.getKey())),
        Part.flag("mag het BSN gebruiken", Party::bsnAllowed),
        Part.one("heeft als fg", p -> p.officers().dataProtection().orElse("")),
        Part.one("heeft als aandachtsfunctionaris", p -> p.officers().childProtection().orElse("")),
        Part.some(
            "laat met een volmacht tekenen door",
            p -> p.proxies().stream().map(x -> named(x.attorney()) + " " + Words.days(x.days()))),
        Part.some(
            "leent mensen in van",
            p ->
                p.secondments().stream()
                    .map(
                        s ->
                            named(s.employer())
                                + " als "
                                + Words.roles(s.roles())
                                + " "
                                + Words.days(s.days()))));
  }

  private String named(Oin oin) {
    return Optional.ofNullable(after.parties().get(oin))
        .or(() -> Optional.ofNullable(before.parties().get(oin)))
        .map(Party::name)
        .orElse(oin.value());
  }
}
