package nl.sluis.gateway.sequencer;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// How long signing and storing one checkpoint took, with the receipts that rest on it.
@Name("nl.sluis.Publication")
@Label("Checkpoint published")
@Category("Sluis")
@StackTrace(false)
final class PublicationEvent extends Event {}
