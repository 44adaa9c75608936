package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.Question;

/// A message with the question that was asked about it, the version that answered, and the row for
/// it.
///
/// @param admitted the message
/// @param found what was found under lock
/// @param question what was asked
/// @param convenant the version that answered
/// @param detail the row for the logbook
record Decided(
    Admitted admitted, Found found, Question question, Convenant convenant, ObjectNode detail) {}
