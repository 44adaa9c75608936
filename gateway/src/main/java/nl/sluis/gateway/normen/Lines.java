package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import nl.sluis.gateway.logbook.RowScan;

/// Writes rows of the logbook in the words of a standard. May be shared between threads.
public final class Lines {
  private static final int PAGE = 500;

  private final RowScan rows;
  private final Ldv ldv;
  private final Adl adl;
  private final Nen7513 nen7513;
  private final Gemma gemma;

  /// @param rows the logbook
  /// @param register to which lines point
  /// @param origin the name of the logbook for others
  public Lines(RowScan rows, Register register, String origin) {
    this.rows = rows;
    this.ldv = new Ldv(register, origin);
    this.adl = new Adl(register, origin);
    this.nen7513 = new Nen7513(register, ldv, origin);
    this.gemma = new Gemma(register, ldv);
  }

  Ldv ldv() {
    return ldv;
  }

  Adl adl() {
    return adl;
  }

  /// One row in this form; empty when the standard says nothing of it, it is not for this reader,
  /// or it cannot be opened any more.
  public Optional<ObjectNode> write(Form form, RowScan.Read read, Reader reader) {
    return Row.of(read).flatMap(row -> write(form, row, reader));
  }

  private Optional<ObjectNode> write(Form form, Row row, Reader reader) {
    return switch (form) {
      case LDV -> ldv.line(row, reader).map(ldv::write);
      case ADL -> adl.write(row, reader);
      case NEN7513 -> nen7513.write(row, reader);
      case GEMMA -> gemma.write(row, reader);
    };
  }

  /// Every row that this reader may read, in order, one by one: the logbook is never in memory as a
  /// whole. Who was erased has no lines.
  ///
  /// @return how many lines there were
  public long all(Connection connection, Form form, Reader reader, Consumer<ObjectNode> each)
      throws SQLException {
    long lines = 0;
    long next = 0;
    while (true) {
      var page = rows.page(connection, next, PAGE);
      for (var read : page) {
        var line = write(form, read, reader);
        if (line.isPresent()) {
          each.accept(line.get());
          lines++;
        }
      }
      if (page.size() < PAGE) {
        return lines;
      }
      next = page.getLast().index() + 1;
    }
  }
}
