package nl.sluis.dev.duur;

import java.util.OptionalDouble;

/// What was seen of a gateway at one moment.
///
/// @param second since the beginning
/// @param heapMiB the least that was left in the heap after a collection since the reading before
/// @param liveMiB what was left after a full collection, where one was asked for
/// @param residentMiB what the process holds of the memory of the machine
/// @param threads how many threads of the operating system it has
/// @param files how many files and sockets it has open
/// @param waiting how many of its threads wait for a connection with the database
/// @param connections how many connections PostgreSQL has with it
record Reading(
    double second,
    double heapMiB,
    OptionalDouble liveMiB,
    double residentMiB,
    int threads,
    int files,
    double waiting,
    int connections) {}
