package nl.sluis.dev.uitwisseling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Holds a consent record against what the DPV guide to ISO/IEC TS 27560 makes mandatory.
final class DpvRecord {
  private static final Path SCHEMA = Path.of("src/test/resources/dpv-27560-record.schema.json");

  private DpvRecord() {}

  /// What is wrong with it; empty when nothing is.
  static List<String> faults(JsonNode record) throws IOException {
    var schema = new JsonMapper().readTree(Files.readString(SCHEMA));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(record)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
