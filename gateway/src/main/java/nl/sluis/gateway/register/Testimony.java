package nl.sluis.gateway.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ScanFinding;

/// What registers say of one message.
///
/// @param conditions codes of preconditions they vouch for
/// @param denied codes of preconditions that do not count, whatever the sender claims
/// @param findings what stands against it
/// @param told what is added to the row, and to the answer when it passes; never personal data
/// @param signals rows for the officer
public record Testimony(
    Set<String> conditions,
    Set<String> denied,
    Set<ScanFinding.Found> findings,
    Map<String, JsonNode> told,
    List<Entry> signals) {
  /// Copies its parts.
  public Testimony {
    conditions = Set.copyOf(conditions);
    denied = Set.copyOf(denied);
    findings = Set.copyOf(findings);
    told = Map.copyOf(told);
    signals = List.copyOf(signals);
  }

  /// What is said besides what a sender claims.
  public Testimony(
      Set<String> conditions,
      Set<ScanFinding.Found> findings,
      Map<String, JsonNode> told,
      List<Entry> signals) {
    this(conditions, Set.of(), findings, told, signals);
  }

  /// Nothing is said.
  public static Testimony silent() {
    return new Testimony(Set.of(), Set.of(), Map.of(), List.of());
  }

  /// These preconditions do not count, whatever the sender claims.
  public static Testimony without(Set<String> denied) {
    return new Testimony(Set.of(), denied, Set.of(), Map.of(), List.of());
  }

  /// Only this stands against it.
  public static Testimony against(ScanFinding what, String where) {
    return new Testimony(Set.of(), Set.of(new ScanFinding.Found(what, where)), Map.of(), List.of());
  }

  /// Both.
  Testimony and(Testimony other) {
    var met = new HashSet<>(conditions);
    met.addAll(other.conditions());
    var not = new HashSet<>(denied);
    not.addAll(other.denied());
    var all = new HashSet<>(findings);
    all.addAll(other.findings());
    var tell = new HashMap<>(told);
    tell.putAll(other.told());
    var rows = new ArrayList<>(signals);
    rows.addAll(other.signals());
    return new Testimony(met, not, all, tell, rows);
  }

  /// The question with what is said here in it, so that the decision can be repeated from its row.
  public Question in(Question asked) {
    if (conditions.isEmpty() && denied.isEmpty() && findings.isEmpty()) {
      return asked;
    }
    var met = new HashSet<>(asked.conditions());
    met.addAll(conditions);
    met.removeAll(denied);
    var all = new HashSet<>(asked.findings());
    all.addAll(findings);
    return asked.withConditions(met).withFindings(all);
  }
}
