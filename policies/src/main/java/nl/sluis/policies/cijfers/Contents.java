package nl.sluis.policies.cijfers;

/// What is known of the people in a rest of a group.
///
/// @param count the number that would be given, or that subtraction would tell
/// @param people how many different people that number is about
/// @param largest how much of the number comes from its largest contributor; zero when unknown
public record Contents(long count, long people, long largest) {}
