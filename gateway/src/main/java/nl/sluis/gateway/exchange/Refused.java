package nl.sluis.gateway.exchange;

import nl.sluis.gateway.message.MessageFault;

/// What ends an exchange before there is anything to decide: the bytes are not a message of a
/// partner.
///
/// Thrown by the first steps and caught once, at the edge.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient MessageFault fault;

  Refused(MessageFault fault) {
    super(fault);
    this.fault = fault;
  }

  /// What is wrong with the message.
  public MessageFault fault() {
    return fault;
  }
}
