package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.SimpleFileServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The logbook checked from a part of the database, from a file and from its tiles.
class LogSourcesSpec {
  private static final int ROWS = 700;
  private static TestLogbook test;
  private static OpenedCheckpoint early;
  private static byte[] file;
  private static @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    test = TestLogbook.open();
    var batch = test.write(TestLogbook.rows(300));
    early = new OpenedCheckpoint(batch.size(), batch.root());
    test.write(TestLogbook.rows(ROWS - 300));
    file = export(Span.ALL);
    TileFolder.of(test, folder);
  }

  @AfterAll
  static void close() {
    test.close();
  }

  private static byte[] export(Span span) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var owner = test.owner()) {
      new LogExport(TestLogbook.REGION, test.logbook.key()).write(owner, span, out, (_, _) -> {});
    }
    return out.toByteArray();
  }

  private static LogbookReport ofFile(byte[] bytes, OpenedCheckpoint... kept) throws IOException {
    return new ExportCheck(test.logbook.key(), List.of(kept))
        .check(new ByteArrayInputStream(bytes), (_, _) -> {});
  }

  private static LogbookReport ofTiles(TileSource tiles, Span span, OpenedCheckpoint... kept)
      throws IOException {
    return new TilesCheck(tiles, test.logbook.key(), List.of(kept)).check(span, (_, _) -> {});
  }

  private static LogbookReport ofDatabase(Span span, OpenedCheckpoint... kept) throws Exception {
    try (var owner = test.owner()) {
      return LogbookVerifier.withKeys(TestLogbook.REGION, test.logbook.key(), test.keys)
          .verify(owner, span, List.of(kept), (_, _) -> {});
    }
  }

  @Test
  void a_logbook_that_nobody_touched_is_in_order_wherever_it_is_read() throws Exception {
    assertThat(ofDatabase(Span.ALL, early).findings()).isEmpty();
    assertThat(ofFile(file, early).findings()).isEmpty();
    assertThat(ofTiles(PublishedTiles.in(folder), Span.ALL, early).findings()).isEmpty();

    assertThat(ofFile(file).text()).contains("700 rijen, 2 handtekeningen", "Alles klopt");
  }

  @Test
  void every_part_of_it_is_in_order_by_itself() throws Exception {
    for (var span :
        List.of(
            new Span(0, 1),
            new Span(5, 256),
            new Span(255, 513),
            new Span(512, 9_999),
            new Span(699, 700))) {
      assertThat(ofDatabase(span, early).findings()).as(span.toString()).isEmpty();
      assertThat(ofFile(export(span)).findings()).as(span.toString()).isEmpty();
      assertThat(ofTiles(PublishedTiles.in(folder), span, early).findings())
          .as(span.toString())
          .isEmpty();
    }
  }

  @Test
  void a_part_is_proven_without_reading_the_rows_around_it() throws Exception {
    try (var owner = test.owner();
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("delete from logbook_row where idx < 256 or idx between 300 and 511");
      var report =
          new PartCheck(owner, TestLogbook.REGION, test.logbook.key(), test.keys)
              .run(new Span(260, 290), List.of(), (_, _) -> {});
      owner.rollback();

      assertThat(report.findings()).isEmpty();
      assertThat(report.opened()).isEqualTo(30);
    }
  }

  @Test
  void a_part_of_the_rows_in_which_one_was_changed_names_that_row() throws Exception {
    try (var owner = test.owner();
        var statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("update logbook_row set leaf = set_byte(leaf, 9, 0) where idx = 270");
      var report =
          new PartCheck(owner, TestLogbook.REGION, test.logbook.key(), null)
              .run(new Span(260, 290), List.of(), (_, _) -> {});
      owner.rollback();

      assertThat(report.text())
          .contains("Rij 270: het blad is veranderd; tegel 0/1 bewijst dat", "Wat nu:");
    }
  }

  @Test
  void any_byte_of_a_file_that_is_changed_is_noticed() throws Exception {
    var head = new String(file, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
    for (var at = head; at < file.length; at += 97) {
      var damaged = file.clone();
      damaged[at] ^= 1;

      assertThat(ofFile(damaged).intact()).as("byte " + at).isFalse();
    }
    for (var length = head; length < file.length; length += 997) {
      assertThat(ofFile(Arrays.copyOf(file, length)).intact()).as("length " + length).isFalse();
    }
    assertThatThrownBy(() -> ofFile("iets anders\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_file_says_between_which_signatures_the_first_wrong_row_lies() throws Exception {
    var damaged = file.clone();
    damaged[file.length / 3] ^= 1;

    assertThat(ofFile(damaged).first().orElseThrow().text())
        .contains("Van de rijen 0 tot en met 299 is er een veranderd");
  }

  @Test
  void every_tile_that_is_changed_or_missing_is_named() throws Exception {
    try (var tiles = Files.walk(folder)) {
      for (var tile : tiles.filter(Files::isRegularFile).toList()) {
        var whole = Files.readAllBytes(tile);
        var damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(tile, damaged);
        assertThat(ofTiles(PublishedTiles.in(folder), Span.ALL).intact()).as("" + tile).isFalse();
        Files.delete(tile);
        assertThat(ofTiles(PublishedTiles.in(folder), Span.ALL).intact()).as("" + tile).isFalse();
        Files.write(tile, whole);
      }
    }
    var second = folder.resolve("tile/0/001");
    var whole = Files.readAllBytes(second);
    var damaged = whole.clone();
    damaged[40] ^= 1;
    Files.write(second, damaged);
    var all = ofTiles(PublishedTiles.in(folder), Span.ALL).text();
    var part = ofTiles(PublishedTiles.in(folder), new Span(300, 400)).text();
    Files.write(second, whole);

    assertThat(all).contains("Tegel 0/1 (de rijen 256 tot en met 511)");
    assertThat(part).contains("Tegel 0/1 (de rijen 256 tot en met 511)");
  }

  @Test
  void who_kept_a_checkpoint_sees_that_the_logbook_was_written_again() throws Exception {
    var other = new OpenedCheckpoint(300, new TreeHash().leaf(new byte[1]));
    var later = new OpenedCheckpoint(900, early.root());

    for (var report :
        List.of(
            ofDatabase(Span.ALL, other),
            ofDatabase(new Span(400, 500), other),
            ofFile(file, other),
            ofTiles(PublishedTiles.in(folder), Span.ALL, other),
            ofTiles(PublishedTiles.in(folder), new Span(400, 500), other))) {
      assertThat(report.text()).contains("het logboek is herschreven");
    }
    for (var report :
        List.of(
            ofDatabase(Span.ALL, later),
            ofFile(file, later),
            ofTiles(PublishedTiles.in(folder), Span.ALL, later))) {
      assertThat(report.text()).contains("telt 900 rijen en het logboek 700");
    }
  }

  @Test
  void tiles_are_fetched_from_an_address_as_from_a_folder() throws Exception {
    var server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder.toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      var address = URI.create("http://localhost:" + server.getAddress().getPort());

      assertThat(ofTiles(PublishedTiles.at(address), Span.ALL, early).findings()).isEmpty();
      assertThat(ofTiles(PublishedTiles.at(address), new Span(3, 4)).findings()).isEmpty();
      assertThat(ofTiles(PublishedTiles.at(address.resolve("/elders")), Span.ALL).text())
          .contains("Er is geen checkpoint");
    } finally {
      server.stop(0);
    }
  }
}
