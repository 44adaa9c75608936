package nl.sluis.gateway.message;

import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// A message that is not taken because its form or signature is wrong; never holds any content.
public final class MessageFault extends Exception {
  private static final long serialVersionUID = 1;

  private final FaultCode code;
  private final String about;
  private final transient Optional<Origin> origin;

  /// Whose message it proved to be before it failed.
  ///
  /// @param signer whose signature was verified
  /// @param jti the id of the message, empty when that is what is wrong
  public record Origin(Oin signer, Optional<String> jti) {}

  /// @param code what is wrong
  /// @param about the name of the part it is about, from our own words and never from the message
  public MessageFault(FaultCode code, String about) {
    this(code, about, Optional.empty());
  }

  /// A fault of which the name of the part adds nothing.
  public MessageFault(FaultCode code) {
    this(code, "");
  }

  private MessageFault(FaultCode code, String about, Optional<Origin> origin) {
    // Without a stack trace: refusing has to stay cheaper than asking.
    super(about.isEmpty() ? code.code() : code.code() + " `" + about + "`", null, false, false);
    this.code = code;
    this.about = about;
    this.origin = origin;
  }

  MessageFault signedBy(Oin signer, Optional<String> jti) {
    return new MessageFault(code, about, Optional.of(new Origin(signer, jti)));
  }

  /// What is wrong.
  public FaultCode code() {
    return code;
  }

  /// The part it is about, such as `aan.rol`; empty when it is about the whole.
  public String about() {
    return about;
  }

  /// Who signed, once that is proved: from there on a refusal is a row in the logbook.
  public Optional<Origin> origin() {
    return origin;
  }
}
