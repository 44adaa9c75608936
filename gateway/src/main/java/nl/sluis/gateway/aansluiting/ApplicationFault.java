package nl.sluis.gateway.aansluiting;

import java.util.List;

/// Everything that is wrong with an application, each in a Dutch sentence that says what to do.
public final class ApplicationFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> sentences;

  /// @param sentences at least one
  public ApplicationFault(List<String> sentences) {
    super(String.join(" ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  /// What is wrong, each with what to do.
  public List<String> sentences() {
    return sentences;
  }
}
