package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;

/// The JSON Schemas of the categories, each compiled once. May be shared between threads.
public final class CategorySchemas {
  /// What the convenant says of a form beside its schema: others read it, and it judges no value.
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new NonValidationKeyword("verbodenWoorden"))
          .build();

  private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(DIALECT);
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  /// Has this value the form that the rule gives the category? A category without a form never has.
  public boolean fits(Convenant convenant, Rule rule, DataCategory category, JsonNode value) {
    return convenant
        .schema(rule, category)
        .map(text -> compiled.computeIfAbsent(text, registry::getSchema))
        .map(schema -> schema.validate(value).isEmpty())
        .orElse(false);
  }
}
