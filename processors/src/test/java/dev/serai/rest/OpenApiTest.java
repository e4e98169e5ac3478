package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hub says of its API is what it does. */
@ExtendWith(SharedHub.class)
class OpenApiTest {
    /** Fields that are refused with a reason of their own. */
    private static final Set<String> NAMED_TO_BE_REFUSED =
            Set.of("queue", "state", "heldUntil", "stopReason", "text", "html", "response", "subject", "attachments");

    private final Client client;
    private final JsonNode document;

    OpenApiTest(Client client) {
        this.client = client;
        this.document = client.get("/api/v1/openapi.json").json();
    }

    /** One call of the document. */
    private record Described(String path, String method, JsonNode operation) {
        String id() {
            return operation.path("operationId").asText();
        }

        JsonNode body() {
            return operation.at("/requestBody/content/application~1json/schema");
        }
    }

    private List<Described> calls() {
        List<Described> calls = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> calls.add(new Described(
                                path.getKey(), verb.getKey().toUpperCase(Locale.ROOT), verb.getValue()))));
        return calls;
    }

    @Test
    void theDocumentShouldBeValid() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document.toString(), List.of(), options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(30);
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(calls()).extracting(Described::id).doesNotHaveDuplicates().contains("api-queues-pull");
    }

    @Test
    void everyAnswerShouldHaveAForm() {
        assertThat(calls())
                .allSatisfy(call -> assertThat(call.operation().path("responses"))
                        .as(call.id())
                        .isNotEmpty()
                        .allSatisfy(
                                response -> assertThat(response.path("content").findValue("schema"))
                                        .as(call.id())
                                        .isNotEmpty()));
    }

    @Test
    void everyParameterBehindAQuestionMarkShouldBeDescribed() {
        assertThat(calls()).allSatisfy(call -> {
            Client.Answer answer = client.bytes(
                    call.method(),
                    filled(call.path()) + "?nonsense=1",
                    type(call),
                    "{}".getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.at("/errors/0/pointer"))
                    .as(call.id() + answer.text())
                    .isEqualTo("?nonsense");
            assertThat(known(answer.at("/errors/0/detail"))).as(call.id()).isEqualTo(parameters(call));
        });
    }

    @Test
    void everyFieldOfABodyShouldBeDescribed() {
        assertThat(calls()).filteredOn(call -> !call.body().isMissingNode()).allSatisfy(call -> {
            Client.Answer answer = client.send(call.method(), filled(call.path()), "{'nonsense':1}");
            String detail = detail(answer, "/nonsense");
            Set<String> refused = new TreeSet<>(known(detail));
            refused.removeAll(fields(call.body()));

            assertThat(known(detail)).as(call.id() + answer.text()).containsAll(fields(call.body()));
            assertThat(NAMED_TO_BE_REFUSED).as(call.id()).containsAll(refused);
        });
    }

    private static String type(Described call) {
        return call.body().isMissingNode() && call.operation().has("requestBody")
                ? "message/rfc822"
                : "application/json";
    }

    private String filled(String path) {
        return path.replace("/interactions/{id}", "/interactions/" + interaction())
                .replace("{id}", interaction())
                .replace("{queue}", "technical")
                .replace("{response}", "ack-billing")
                .replace("{n}", "1")
                .replace("{form}", "x1")
                .replace("{name}", "rest");
    }

    private String interaction() {
        return client.post("/api/v1/interactions", "{'queue':'general','externalId':'openapi','from':'jo@example.org'}")
                .at("/id");
    }

    private static String detail(Client.Answer answer, String pointer) {
        for (JsonNode error : answer.json().path("errors")) {
            if (error.path("pointer").asText().equals(pointer)) {
                return error.path("detail").asText();
            }
        }
        return "";
    }

    private static Set<String> known(String detail) {
        String list = detail.replaceFirst(".*known here: ?", "");
        return list.isEmpty() || list.equals("none") ? Set.of() : new TreeSet<>(List.of(list.split(", ")));
    }

    private static Set<String> parameters(Described call) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : call.operation().path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    private Set<String> fields(JsonNode schema) {
        JsonNode whole =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        Set<String> names = new TreeSet<>();
        whole.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
