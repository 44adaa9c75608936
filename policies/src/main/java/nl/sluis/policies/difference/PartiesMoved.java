package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Who joins, who leaves, and whose roles or fixed contacts change.
final class PartiesMoved {
  private PartiesMoved() {}

  static List<String> between(Convenant before, Convenant after) {
    var all = new TreeSet<Oin>(before.parties().keySet());
    all.addAll(after.parties().keySet());
    var moved = new ArrayList<String>();
    for (var oin : all) {
      var old = before.parties().get(oin);
      var now = after.parties().get(oin);
      if (old == null && now != null) {
        moved.add(now.name() + " komt erbij als " + Words.roles(now.everHeld()) + ".");
      } else if (old != null && now == null) {
        moved.add(old.name() + " doet niet meer mee.");
      } else if (old != null && now != null) {
        roles(old, now, moved);
        contacts(old, now, after, moved);
      }
    }
    return moved;
  }

  private static void roles(Party old, Party now, List<String> moved) {
    var gone = minus(old.everHeld(), now.everHeld());
    var come = minus(now.everHeld(), old.everHeld());
    if (!come.isEmpty()) {
      moved.add(now.name() + " krijgt de rol " + Words.roles(come) + ".");
    }
    if (!gone.isEmpty()) {
      moved.add(now.name() + " verliest de rol " + Words.roles(gone) + ".");
    }
    if (!old.bound().end().equals(now.bound().end())) {
      now.bound().end().ifPresent(day -> moved.add(now.name() + " treedt uit op " + day + "."));
    }
  }

  private static void contacts(Party old, Party now, Convenant after, List<String> moved) {
    now.fixedContacts()
        .forEach(
            (role, contact) -> {
              if (!contact.equals(old.fixedContacts().get(role))) {
                var name =
                    after.parties().containsKey(contact)
                        ? after.parties().get(contact).name()
                        : contact.value();
                moved.add(
                    "Het vaste aanspreekpunt van "
                        + now.name()
                        + " voor "
                        + role
                        + " wordt "
                        + name
                        + ".");
              }
            });
  }

  private static EnumSet<Role> minus(java.util.Set<Role> some, java.util.Set<Role> others) {
    var rest = EnumSet.noneOf(Role.class);
    rest.addAll(some);
    rest.removeAll(others);
    return rest;
  }
}
