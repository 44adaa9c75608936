package nl.sluis.gateway.vorm;

/// A form that no page of ours can have sent: a field that is missing or that came twice.
///
/// What a person may leave empty or mistype is no such fault; that page is shown again with a word
/// about it. Holds nothing that came in.
public final class InputFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param field the name of the field, ours and not theirs
  public InputFault(String field) {
    super("not in form: " + field);
  }
}
