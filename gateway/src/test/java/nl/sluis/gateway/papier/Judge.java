package nl.sluis.gateway.papier;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What veraPDF, which is not ours, has against a PDF.
public final class Judge {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Judge() {}

  /// Each fault, with the clause of the standard; none when it holds.
  public static List<String> faults(byte[] paper, PDFAFlavour standard) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new ByteArrayInputStream(paper), standard);
        var validator = foundry.createValidator(standard, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(fault -> fault.getRuleId().getClause() + " " + fault.getMessage())
          .toList();
    }
  }
}
