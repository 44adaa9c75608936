package nl.sluis.dev.misbruik;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.toezicht.Deed.ActorKey;

/// Somebody who works in the region, with the dossiers on the desk now. For one thread.
final class Worker {
  private final ActorKey key;
  private final PartyRole role;
  private final Kind kind;
  private final double pace;
  private final double evening;
  private final List<Dossier> dossiers = new ArrayList<>();

  /// @param pace how many deeds in a week, on average
  /// @param evening which share of them falls outside office hours
  Worker(ActorKey key, PartyRole role, Kind kind, double pace, double evening) {
    this.key = key;
    this.role = role;
    this.kind = kind;
    this.pace = pace;
    this.evening = evening;
  }

  /// One dossier.
  ///
  /// @param child which child
  /// @param asked whether this organisation asked the family for consent
  /// @param yes whether there is one
  record Dossier(int child, boolean asked, boolean yes) {}

  ActorKey key() {
    return key;
  }

  PartyRole role() {
    return role;
  }

  Kind kind() {
    return kind;
  }

  double pace() {
    return pace;
  }

  double evening() {
    return evening;
  }

  List<Dossier> dossiers() {
    return dossiers;
  }
}
