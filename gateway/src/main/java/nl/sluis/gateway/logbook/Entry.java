package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/// Something that happened and must be a row of the logbook.
///
/// @param kind what happened
/// @param subject the person it is about, if it is about one; decides who can be erased
/// @param detail everything else, sealed beside the tree; `soort` and `tijd` are added by the
///   logbook
/// @param term how long the details can be read
public record Entry(EntryKind kind, Optional<UUID> subject, ObjectNode detail, Term term) {
  /// The member of the details that holds the kind.
  public static final String KIND = "soort";

  /// The member of the details that holds the instant.
  public static final String TIME = "tijd";

  /// The member that joins the rows of one exchange, from `aangenomen` to `bevestigd`.
  public static final String TRANSACTION = "transactie";

  /// The member that says on which trace the row was made; the sequencer adds it.
  public static final String TRACE = "spoor";

  /// In `spoor`: the number of the trace, 32 hexadecimal digits.
  public static final String TRACE_ID = "trace";

  /// In `spoor`: the number of this action, 16 hexadecimal digits.
  public static final String ACTION = "actie";

  /// In `spoor`: the action in this logbook of which this one is part, if it is.
  public static final String PARENT = "onder";

  /// In `spoor`: the action at the caller of which this one is part, if it named one.
  public static final String CALLER = "aanroep";

  /// In `spoor`: the number of the FSC transaction, if the request crossed FSC.
  public static final String FSC = "fsc";

  /// The member of a `gewist` row that lists the indexes whose details are gone.
  public static final String ERASED = "rijen";

  /// The member of a `tijdperk` row that holds the new epoch.
  public static final String EPOCH = "tijdperk";

  /// @throws IllegalArgumentException when the details hold what the logbook adds itself
  public Entry {
    if (detail.has(KIND) || detail.has(TIME)) {
      throw new IllegalArgumentException("`soort` and `tijd` are added by the logbook");
    }
  }

  /// An entry that is kept for as long as rows are when no rule says otherwise: five years.
  public Entry(EntryKind kind, Optional<UUID> subject, ObjectNode detail) {
    this(kind, subject, detail, Term.FIVE_YEARS);
  }

  /// The same entry, kept for as long as its own rule says.
  public Entry keptFor(Term other) {
    return new Entry(kind, subject, detail, other);
  }
}
