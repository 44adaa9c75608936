package nl.sluis.gateway.logbook;

import java.sql.SQLTransactionRollbackException;

/// Another gateway moved the head of the logbook first: roll back, decide again, and write then.
public final class LostHead extends SQLTransactionRollbackException {
  private static final long serialVersionUID = 1L;
  private static final String SERIALIZATION_FAILURE = "40001";

  LostHead() {
    super("the head of the logbook moved; nothing was written", SERIALIZATION_FAILURE);
  }
}
