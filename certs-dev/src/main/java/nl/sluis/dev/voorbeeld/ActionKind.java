package nl.sluis.dev.voorbeeld;

/// A kind of step: the Dutch key by which a scenario calls it, and how its block is read.
///
/// @param name the key
/// @param reader turns the value under the key into an action
record ActionKind(String name, Reader reader) {
  /// Reads the value of one step.
  @FunctionalInterface
  interface Reader {
    Action read(Tree tree, Names names);
  }

  /// A kind whose value is a block of keys; a key that is not read is a fault.
  static ActionKind ofBlock(String name, BlockReader reader) {
    return new ActionKind(
        name,
        (tree, names) -> {
          var fields = Fields.of(tree);
          var action = reader.read(fields, names);
          fields.done();
          return action;
        });
  }

  /// A kind whose block is a request of a party, which a supplier may bring, or somebody at the
  /// desk of that party: `via`.
  static ActionKind ofRequest(String name, BlockReader reader) {
    return ofBlock(
        name,
        (fields, names) -> {
          var via = fields.tree("via");
          var action = reader.read(fields, names);
          if (via.isPresent() && DeskAction.isAsked(via.get())) {
            return DeskAction.of(action, via.get());
          }
          return via.map(names::party)
              .<Action>map(supplier -> new ViaAction(action, supplier))
              .orElse(action);
        });
  }

  /// Reads the block of one step.
  @FunctionalInterface
  interface BlockReader {
    Action read(Fields fields, Names names);
  }
}
