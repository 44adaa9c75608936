package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/// What a batch writes besides the logbook, gathered so that it travels in few round trips.
public final class Writes {
  private final Connection tx;
  private final String region;
  private final long treeSize;
  private final List<MessageRow> messages = new ArrayList<>();
  private final List<ParcelRow> parcels = new ArrayList<>();
  private final List<ParcelRow> moved = new ArrayList<>();
  private final List<RestsOn> grounds = new ArrayList<>();

  Writes(Connection tx, String region, long treeSize) {
    this.tx = tx;
    this.region = region;
    this.treeSize = treeSize;
  }

  /// The transaction, for writers of facts.
  public Connection tx() {
    return tx;
  }

  /// In whose part of the database is written.
  public String region() {
    return region;
  }

  /// The size of the logbook's tree once this batch is in it.
  public long treeSize() {
    return treeSize;
  }

  /// Remembers a message and its answer.
  public void add(MessageRow message) {
    messages.add(message);
  }

  /// Queues a parcel.
  public void add(ParcelRow parcel) {
    parcels.add(parcel);
  }

  /// Stores a parcel's new state.
  public void move(ParcelRow parcel) {
    moved.add(parcel);
  }

  /// Remembers on which consent a handing over rests.
  public void add(RestsOn ground) {
    grounds.add(ground);
  }

  List<RestsOn> grounds() {
    return grounds;
  }

  List<MessageRow> messages() {
    return messages;
  }

  List<ParcelRow> parcels() {
    return parcels;
  }

  List<ParcelRow> moved() {
    return moved;
  }
}
