package dev.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;
import org.apache.camel.openapi.RestOpenApiSupport;

/**
 * The API in OpenAPI 3: paths, parameters and statuses are those of the files of `routes/api/`, as Camel describes them; the
 * forms of bodies are those of `openapi-bodies.json`, which is on the class path beside this class.
 */
final class OpenApiDocument {
    private static final String VERSION = "3.0.3";
    private static final String SCHEMAS = "#/components/schemas/";

    private final CamelContext context;
    private final String version;

    OpenApiDocument(CamelContext context, String version) {
        this.context = context;
        this.version = version;
    }

    String write() throws Exception {
        ObjectNode document = described();
        JsonNode bodies = bodies();
        document.put("openapi", VERSION);
        document.set("info", info());
        document.withArray("/servers").removeAll().addObject().put("url", "/");
        document.withObject("/components").set("schemas", bodies.path("schemas"));
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                protect((ObjectNode) operation);
                describe((ObjectNode) operation, bodies.path("operations").path(id(operation)));
            }
        }
        return Json.write(document);
    }

    private ObjectNode described() throws Exception {
        List<RestDefinition> rests =
                context.getCamelContextExtension().getContextPlugin(Model.class).getRestDefinitions();
        BeanConfig config = new BeanConfig();
        config.setVersion(VERSION);
        config.setBasePath("/");
        var read = new RestOpenApiReader().read(context, rests, config, context.getName(), context.getClassResolver());
        return (ObjectNode) Json.MAPPER.readTree(RestOpenApiSupport.getJsonFromOpenAPIAsString(read, config));
    }

    private ObjectNode info() {
        return Json.MAPPER
                .createObjectNode()
                .put("title", "Serai")
                .put("version", version)
                .put(
                        "description",
                        "Interactions: submitted, found, pulled under a lease, answered; and the hub itself watched."
                                + " Every POST takes an Idempotency-Key; errors are problem documents (RFC 9457).");
    }

    /** Every call may be forbidden, and is for whoever a header names; whether a tenant's callers may ask is told by itself. */
    private static void protect(ObjectNode operation) {
        boolean forTenants = false;
        for (JsonNode way : operation.path("security")) {
            for (JsonNode scopes : way) {
                forTenants |= removed((ArrayNode) scopes, Rights.TENANT);
            }
        }
        operation.put("x-tenants", forTenants);
        operation
                .withArray("/parameters")
                .addObject()
                .put("name", Border.HEADER)
                .put("in", "header")
                .put("description", "The tenant that a caller of the hub acts for; absent = all")
                .put("required", false)
                .putObject("schema")
                .put("type", "string");
        ObjectNode responses = operation.withObject("/responses");
        if (!responses.has("403")) {
            responses
                    .putObject("403")
                    .put("description", "forbidden: the caller has not got the role, or it is another tenant's");
        }
    }

    private static boolean removed(ArrayNode words, String word) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).asText().equals(word)) {
                words.remove(i);
                return true;
            }
        }
        return false;
    }

    private static void describe(ObjectNode operation, JsonNode bodies) {
        JsonNode request = bodies.path("request");
        if (request.isObject()) {
            ObjectNode content = operation.withObject("/requestBody/content").removeAll();
            request.properties().forEach(type -> schema(content, type.getKey(), type.getValue()));
        }
        operation.path("responses").properties().forEach(response -> {
            ObjectNode said = (ObjectNode) response.getValue();
            said.remove("content");
            if (response.getKey().compareTo("400") >= 0) {
                schema(said.withObject("/content"), Problem.MEDIA_TYPE, Json.MAPPER.valueToTree("Problem"));
            } else {
                bodies.path("response")
                        .properties()
                        .forEach(type -> schema(said.withObject("/content"), type.getKey(), type.getValue()));
            }
        });
    }

    /** @param form the name of a schema, or one */
    private static void schema(ObjectNode content, String mediaType, JsonNode form) {
        ObjectNode schema = content.putObject(mediaType).putObject("schema");
        if (form.isTextual()) {
            schema.put("$ref", SCHEMAS + form.textValue());
        } else {
            schema.setAll((ObjectNode) form);
        }
    }

    private static String id(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    private static JsonNode bodies() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream("openapi-bodies.json"))) {
            return Json.MAPPER.readTree(in);
        }
    }
}
