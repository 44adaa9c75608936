package nl.sluis.gateway.normen;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// One entry of the register of processing activities (AVG 30), to which a line of a log points.
///
/// Whether something is confidential is said of the activity, not of the line (LDV, decision on
/// confidentiality): what has an open and a confidential form is two activities. The version of the
/// model text is part of the address, so that what changes gets a new one; that of the convenant of
/// one region is not, for it would tell in which municipality a child lives.
///
/// @param uri where it stands in the register
/// @param code the last word of the address: a purpose of the convenant or a word of Sluis
/// @param sentence what it is, in plain Dutch
/// @param confidential whether the family may not be told of it as a matter of course
public record Activity(String uri, String code, String sentence, boolean confidential) {

  /// The same as a number, for GEMMA Verwerkingenlogging: made from the address, so always the
  /// same.
  public UUID id() {
    return UUID.nameUUIDFromBytes(uri.getBytes(StandardCharsets.UTF_8));
  }
}
