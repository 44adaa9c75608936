package nl.sluis.gateway.boot;

import java.security.SecureRandom;
import java.util.List;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.desk.WordOfTheOther;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.gateway.cijfers.CountRegister;
import nl.sluis.gateway.contact.ContactRegister;
import nl.sluis.gateway.contact.PersonRegister;
import nl.sluis.gateway.gesprek.TalkRegister;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.leesmee.PieceSeal;
import nl.sluis.gateway.leesmee.ReadingRegister;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.ondertekening.SigningRegister;
import nl.sluis.gateway.onderzoek.InquiryRegister;
import nl.sluis.gateway.onderzoek.InquiryTable;
import nl.sluis.gateway.onderzoek.ReceiverRegister;
import nl.sluis.gateway.onderzoek.ReporterRegister;
import nl.sluis.gateway.onderzoek.SupervisionRegister;
import nl.sluis.gateway.overleg.OverlegRegister;
import nl.sluis.gateway.register.Registers;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;

/// Every register of ours that says something of a message, in the order in which they are asked.
final class Testifying {
  private Testifying() {}

  /// What is known of texts that a family reads before they go.
  static Readings readings(String region, KeyVault vault, SecureRandom random) {
    return new Readings(
        new PieceDesk(region, new FactSeal(vault, random)), new PieceSeal(vault, random));
  }

  static Registers of(
      String region,
      SubjectReference references,
      HourKeys keys,
      ContactRegister contacts,
      TalkRegister talks,
      Readings readings,
      ReviewBook reviews,
      Tasks tasks) {
    return new Registers(
        List.of(
            new CountRegister(region),
            new OverlegRegister(region, references, keys),
            new PersonRegister(region, references),
            contacts,
            talks,
            new SupervisionRegister(new SupervisionOrder(region)),
            new SigningRegister(region, references),
            new ReadingRegister(readings),
            new InquiryRegister(new InquiryTable(region), references, tasks),
            new ReporterRegister(reviews),
            new ReceiverRegister(new WordOfTheOther(region))));
  }
}
