package nl.sluis.gateway.exchange;

import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.Question;

/// A message as one convenant reads it.
///
/// @param convenant the version
/// @param rule its rule for this purpose between these roles; empty when it is silent
/// @param question the question, still without the facts about the person
record Reading(Convenant convenant, Optional<Rule> rule, Question question) {}
