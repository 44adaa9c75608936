package nl.sluis.gateway.convenant;

import java.util.List;
import java.util.Map;
import nl.sluis.policies.convenant.ConvenantShelf.SetAside;

/// Something that happened to a text and must be a row.
///
/// @param what what happened
/// @param text to which text
/// @param faults why it is not used, each a Dutch sentence; empty when it is
/// @param files the text itself by path, when it was taken up
record News(What what, ConvenantTable.Text text, List<String> faults, Map<String, String> files) {
  /// What can happen to a text.
  enum What {
    /// It is used from now on.
    OPGENOMEN,
    /// It is broken, or an adopted text that was changed.
    GEWEIGERD,
    /// It is whole, but cannot stand beside the others.
    TERZIJDE_GELEGD;

    /// The word for it in the logbook.
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  News {
    faults = List.copyOf(faults);
    files = Map.copyOf(files);
  }

  static News taken(ConvenantTable.Text text, Map<String, String> files) {
    return new News(What.OPGENOMEN, text, List.of(), files);
  }

  static News refused(ConvenantTable.Text text, List<String> faults) {
    return new News(What.GEWEIGERD, text, faults, Map.of());
  }

  static News aside(SetAside aside) {
    var text = ConvenantTable.Text.of(aside.convenant());
    return new News(What.TERZIJDE_GELEGD, text, List.of(aside.why()), Map.of());
  }
}
