package nl.sluis.gateway.boot;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.bewijs.ReceiptSigner;
import nl.sluis.gateway.http.CheckingPage;
import nl.sluis.gateway.http.KeyHistoryPages;
import nl.sluis.gateway.http.OpenRoutes;
import nl.sluis.gateway.http.StampPages;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.KeyList;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.UseKeyChange;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.tijdstempel.StampDuty;
import nl.sluis.gateway.tijdstempel.StampLine;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.tijdstempel.TimestampAuthority;

/// What makes the logbook believable for outsiders: its key history, timestamps of others, and a
/// page to check a receipt on.
///
/// @param stamping has a checkpoint stamped when it is time; does nothing without an authority
/// @param pages where anybody finds it
/// @param logbook itself
/// @param uses the history of the keys that sign what people keep
/// @param signers sign it
record Proofs(
    Duty stamping,
    List<OpenRoutes> pages,
    Logbook logbook,
    UseKeyChange uses,
    SigningKeys<ReceiptSigner> signers) {
  Proofs {
    pages = List.copyOf(pages);
  }

  /// These duties, and stamping after them.
  List<Duty> after(List<Duty> duties) {
    return Stream.concat(duties.stream(), Stream.of(stamping)).toList();
  }

  static Proofs of(
      Optional<StampLine> line,
      Logbook logbook,
      UseKeyChange uses,
      OwnKeys keys,
      DataSource database,
      SecureRandom random) {
    var table = new StampTable(logbook.region());
    return new Proofs(
        line.<Duty>map(
                one ->
                    new StampDuty(
                        one.every(), new TimestampAuthority(one, random), table, logbook, database))
            .orElse(_ -> 0),
        List.of(
            new KeyHistoryPages(new KeyList(logbook, uses, database)),
            new StampPages(table, database),
            new CheckingPage()),
        logbook,
        uses,
        keys.receipts());
  }
}
