package nl.sluis.gateway.werkplek.overleg;

import java.util.List;
import nl.sluis.gateway.werkplek.opstellen.Input;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Choice;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Claim;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Part;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Why;

/// What the pages about a text that is read first show.
public final class PreviewModels {
  private PreviewModels() {}

  /// A text in the list.
  public record Text(String path, String purpose, String to, String laid, String until) {}

  /// The texts that lie ready, and for what one can be laid ready.
  public record Start(List<Text> texts, List<Choice> roads) {
    /// Copies its lists.
    public Start {
      texts = List.copyOf(texts);
      roads = List.copyOf(roads);
    }
  }

  /// A category to write.
  public record Block(String title, String description, boolean required, List<Input> inputs) {
    /// Copies its list.
    public Block {
      inputs = List.copyOf(inputs);
    }
  }

  /// A text that is being written.
  ///
  /// @param reads what the family can do with it: `akkoord`, `inzage` or `tegenhouden`
  public record Write(
      String path,
      String purpose,
      String to,
      String reads,
      String child,
      boolean byCode,
      List<Block> blocks,
      List<String> faults) {
    /// Copies its lists.
    public Write {
      blocks = List.copyOf(blocks);
      faults = List.copyOf(faults);
    }
  }

  /// How a text stands.
  ///
  /// @param state as Sluis has it: `mag-weg`, `nog-niet`, `tegengehouden` …
  /// @param said what Sluis says of it
  /// @param remarks what the family lets go along; nobody's name
  public record Stand(
      String path,
      String purpose,
      String laid,
      String until,
      String good,
      String state,
      String said,
      List<String> remarks,
      List<String> faults) {
    /// Copies its lists.
    public Stand {
      remarks = List.copyOf(remarks);
      faults = List.copyOf(faults);
    }
  }

  /// A text that may go, exactly as it was read.
  public record Send(
      String path,
      String to,
      List<Part> parts,
      String child,
      boolean byCode,
      List<Claim> claims,
      List<Why> whys,
      List<String> faults,
      String done,
      List<String> reasons) {
    /// Copies its lists.
    public Send {
      parts = List.copyOf(parts);
      claims = List.copyOf(claims);
      whys = List.copyOf(whys);
      faults = List.copyOf(faults);
      reasons = List.copyOf(reasons);
    }
  }
}
