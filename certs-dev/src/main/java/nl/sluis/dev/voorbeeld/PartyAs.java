package nl.sluis.dev.voorbeeld;

/// A party of the scenario in one of its roles, written `school als school-ib`.
///
/// @param party the short name the scenario gave it
/// @param role the role, as messages write it
record PartyAs(String party, String role) {
  @Override
  public String toString() {
    return party + " als " + role;
  }
}
