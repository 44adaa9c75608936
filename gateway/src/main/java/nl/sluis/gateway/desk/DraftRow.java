package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.gateway.decision.QuestionJson;

/// What the logbook remembers of a question with the answers to it.
final class DraftRow {
  private DraftRow() {}

  static void tell(ObjectNode detail, ConsentDraft draft) {
    detail.set("doel", QuestionJson.words(draft.purposes()));
    detail.putObject("van").put("oin", draft.sender().oin()).put("rol", draft.sender().role());
    detail.putObject("aan").put("oin", draft.receiver().oin()).put("rol", draft.receiver().role());
    detail.set("categorieen", QuestionJson.words(draft.categories()));
    detail.put("geldigTot", draft.validUntil()).put("eenmalig", draft.oneOff());
    detail.put("tekstVersie", draft.text().version()).put("tekstHash", draft.text().hash());
    var said = detail.putArray("uitspraken");
    draft
        .statements()
        .forEach(s -> said.addObject().put("uitspraak", s.utterance()).put("kanaal", s.channel()));
  }
}
