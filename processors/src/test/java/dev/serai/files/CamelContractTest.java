package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** What our kamelets rely on in Camel, tried with stub processors. */
class CamelContractTest {
    private static final Home CHECKOUT = Home.of(Path.of(System.getProperty("serai.home")));

    @Test
    void parametersShouldArriveExactlyWhenCamelWouldMangleThem() throws Exception {
        List<StepDefinition> seen = run(Map.of("routes/strategies/strategy-x.camel.yaml", """
                - route:
                    id: strategy-x
                    description: A test.
                    from:
                      uri: direct:strategy-x
                      steps:
                        - to:
                            id: note
                            uri: kamelet:attach-action
                            parameters:
                              key: "k&+%"
                              value: "a+b%20c&d ${body} {{nobody}} #x ?y=RAW(z)"
                        - to: {id: done, uri: "kamelet:stop-action"}
                """));

        assertThat(seen.get(0).parameters())
                .containsEntry("key", "k&+%")
                .containsEntry("value", "a+b%20c&d ${body} {{nobody}} #x ?y=RAW(z)");
        assertThat(seen.get(1).parameters()).containsEntry("reason", "completed");
    }

    @Test
    void anEndingInsideAKameletShouldEndTheCallingRoute() throws Exception {
        List<StepDefinition> seen = run(Map.of("routes/strategies/strategy-x.camel.yaml", """
                - route:
                    id: strategy-x
                    description: A test.
                    from:
                      uri: direct:strategy-x
                      steps:
                        - choice:
                            id: which
                            when:
                              - id: always-true
                                expression: {simple: {expression: "${body} == 'hello'"}}
                                steps:
                                  - to: {id: first, uri: "kamelet:place-action", parameters: {queue: billing}}
                        - to: {id: never, uri: "kamelet:place-action", parameters: {queue: general}}
                """));

        assertThat(seen).extracting(StepDefinition::key).containsExactly("strategy-x/first");
        assertThat(seen.get(0).because()).isEqualTo("always-true: ${body} == 'hello'");
    }

    @Test
    void stepsInsideAnEngineersKameletShouldGetTheParametersOfTheirCaller() throws Exception {
        List<StepDefinition> seen = run(Map.of(
                "routes/kamelets/park-action.kamelet.yaml", """
                kind: Kamelet
                metadata: {name: park-action}
                spec:
                  definition:
                    title: Park
                    description: Notes why and parks.
                    type: object
                    required: [where]
                    properties:
                      where: {type: string, description: The queue.}
                      why: {type: string, description: The reason., default: no reason}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to: {id: note, uri: "kamelet:attach-action", parameters: {key: why, value: "{{why}} & more"}}
                        - to: {id: place, uri: "kamelet:place-action", parameters: {queue: "{{where}}"}}
                """, "routes/strategies/strategy-x.camel.yaml", """
                - route:
                    id: strategy-x
                    description: A test.
                    from:
                      uri: direct:strategy-x
                      steps:
                        - to: {id: park, uri: "kamelet:park-action", parameters: {where: billing}}
                """));

        assertThat(seen)
                .extracting(StepDefinition::key)
                .containsExactly("strategy-x/park/note", "strategy-x/park/place");
        assertThat(seen.get(0).parameters()).containsEntry("value", "no reason & more");
        assertThat(seen.get(1).parameters()).containsEntry("queue", "billing");
    }

    @Test
    void aLineThatCamelNamesShouldBeTheLineOfTheEngineersFile() {
        String text = """
                # a comment

                - route:
                    id: strategy-x   # another
                    description: >
                      Folded
                      text
                    from:
                      uri: direct:strategy-x
                      steps:
                        - to: {id: end, uri: "kamelet:place-action", parameters: {queue: billing}}
                """;
        Generation generation = generation(Map.of("routes/strategies/strategy-x.camel.yaml", text));

        String written = generation.camelRoutes().stream()
                .filter(resource -> resource.path().contains("strategy-x"))
                .findFirst()
                .orElseThrow()
                .yaml();

        assertThat(written.lines().toList().get(3)).contains("strategy-x");
        assertThat(written.lines().toList().get(10)).contains("place-action").contains("strategy-x/end");
    }

    private static List<StepDefinition> run(Map<String, String> routes) throws Exception {
        Generation generation = generation(routes);
        assertThat(generation.problems()).isEmpty();
        List<StepDefinition> seen = new ArrayList<>();
        Processor stub = exchange -> seen.add(generation.step(exchange.getProperty("SeraiStep", String.class)));
        CamelContext context = new DefaultCamelContext();
        try {
            for (String name : List.of(
                    "place", "screen", "priority", "attach", "acknowledge", "autorespond", "hold", "send", "stop")) {
                context.getRegistry().bind(name + "Action", stub);
            }
            load(context, generation);
            context.start();
            Exchange answer = context.createProducerTemplate()
                    .request("direct:strategy-x", exchange -> exchange.getIn().setBody("hello"));
            assertThat(answer.getException()).isNull();
        } finally {
            context.stop();
        }
        return seen;
    }

    private static void load(CamelContext context, Generation generation) throws Exception {
        for (CamelResource resource : generation.camelRoutes()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
        }
    }

    /** The shipped kamelets with routes of the test. */
    private static Generation generation(Map<String, String> routes) {
        Map<String, String> files =
                new LinkedHashMap<>(FileSetReader.read(CHECKOUT).texts("routes/kamelets/", ".yaml"));
        files.putAll(routes);
        return Generation.of(FileSet.ofTexts(files));
    }
}
