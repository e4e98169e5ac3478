package dev.serai.kaoto;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/**
 * The schema of the resource Kamelet of {@code camel.apache.org/v1}, as far as its parts that Kaoto reads: metadata of
 * texts, the definition of its parameters, the template. No other keys, since a cluster would drop them.
 */
final class KameletResource {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(ShippedFile.parsed("""
                    type: object
                    additionalProperties: false
                    required: [apiVersion, kind, metadata, spec]
                    properties:
                      apiVersion: {const: camel.apache.org/v1}
                      kind: {const: Kamelet}
                      metadata:
                        type: object
                        required: [name]
                        properties:
                          name: {type: string, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'}
                          annotations: {type: object, additionalProperties: {type: string}}
                          labels: {type: object, additionalProperties: {type: string, pattern: '^[A-Za-z0-9._-]{1,63}$'}}
                      spec:
                        type: object
                        additionalProperties: false
                        required: [definition, template]
                        properties:
                          definition:
                            type: object
                            additionalProperties: false
                            properties:
                              $schema: {type: string}
                              id: {type: string}
                              title: {type: string}
                              description: {type: string}
                              type: {type: string}
                              example: true
                              externalDocs: {type: object}
                              required: {type: array, items: {type: string}}
                              properties:
                                type: object
                                additionalProperties:
                                  type: object
                                  additionalProperties: false
                                  properties:
                                    id: {type: string}
                                    title: {type: string}
                                    description: {type: string}
                                    type: {type: string}
                                    format: {type: string}
                                    pattern: {type: string}
                                    default: true
                                    example: true
                                    enum: {type: array}
                                    deprecated: {type: boolean}
                                    nullable: {type: boolean}
                                    minimum: {type: [number, string]}
                                    maximum: {type: [number, string]}
                                    exclusiveMinimum: {type: boolean}
                                    exclusiveMaximum: {type: boolean}
                                    multipleOf: {type: [number, string]}
                                    minLength: {type: integer}
                                    maxLength: {type: integer}
                                    x-descriptors: {type: array, items: {type: string}}
                          template: {type: object}
                          dependencies: {type: array, items: {type: string}}
                          sources: {type: array}
                          types: {type: object}
                          dataTypes: {type: object}
                          versions: {type: object}
                    """));

    private KameletResource() {}

    /** What does not fit, each with its place in the file. */
    static List<String> errors(JsonNode file) {
        return SCHEMA.validate(file).stream().map(Object::toString).toList();
    }
}
