package nl.sluis.gateway.message;

import java.util.List;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// A message that is not taken because its form or signature is wrong; never holds any content.
public final class MessageFault extends Exception {
  private static final long serialVersionUID = 1;

  private final FaultCode code;
  private final String about;
  private final transient Optional<Origin> origin;
  private final transient List<Part> parts;

  /// One thing that is wrong.
  ///
  /// @param code what is wrong
  /// @param about the part it is about, from our own words and never from the message; empty when
  ///   it is about the whole
  public record Part(FaultCode code, String about) {}

  /// Whose message it proved to be before it failed.
  ///
  /// @param signer whose signature was verified
  /// @param jti the id of the message, empty when that is what is wrong
  public record Origin(Oin signer, Optional<String> jti) {}

  /// @param code what is wrong
  /// @param about the name of the part it is about, from our own words and never from the message
  public MessageFault(FaultCode code, String about) {
    this(List.of(new Part(code, about)), Optional.empty());
  }

  /// A fault of which the name of the part adds nothing.
  public MessageFault(FaultCode code) {
    this(code, "");
  }

  private MessageFault(List<Part> parts, Optional<Origin> origin) {
    // Without a stack trace: refusing has to stay cheaper than asking.
    super(text(parts.getFirst()), null, false, false);
    this.code = parts.getFirst().code();
    this.about = parts.getFirst().about();
    this.origin = origin;
    this.parts = List.copyOf(parts);
  }

  private static String text(Part part) {
    return part.about().isEmpty()
        ? part.code().code()
        : part.code().code() + " `" + part.about() + "`";
  }

  /// Everything that is wrong; the first is the one by which the fault is known.
  static MessageFault of(List<Part> parts) {
    return new MessageFault(parts, Optional.empty());
  }

  MessageFault signedBy(Oin signer, Optional<String> jti) {
    return new MessageFault(parts, Optional.of(new Origin(signer, jti)));
  }

  /// What is wrong.
  public FaultCode code() {
    return code;
  }

  /// The part it is about, such as `aan.rol`; empty when it is about the whole.
  public String about() {
    return about;
  }

  /// Everything that is wrong with the form, the first of which is [#code]; one before the
  /// signature is proved, for then nothing else is looked at.
  public List<Part> parts() {
    return parts;
  }

  /// Who signed, once that is proved: from there on a refusal is a row in the logbook.
  public Optional<Origin> origin() {
    return origin;
  }
}
