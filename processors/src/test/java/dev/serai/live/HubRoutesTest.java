package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubRoutesTest {
    private static final String SHARED = "routes/shared/failures.camel.yaml";
    private static final String UNNAMED = """
            - routeConfiguration:
                onException:
                  - onException:
                      exception: [java.lang.IllegalStateException]
                      steps: [{log: {id: told, message: "%s"}}]
            """;
    private static final String NAMED =
            UNNAMED.replace("    onException:\n      -", "    id: failures\n    onException:\n      -");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HubRoutes routes = new HubRoutes(context);
    private final Map<String, String> files = new HashMap<>();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aSharedFileThatWasEditedShouldReplaceWhatItSaidBefore() throws Exception {
        route("one", "direct:one");
        files.put(SHARED, NAMED.formatted("before"));
        begin();

        files.put(SHARED, NAMED.formatted("after"));
        routes.become(generation());

        assertThat(context.getRouteConfigurationDefinitions()).hasSize(1);
        assertThat(said()).contains("after");
        assertThat(context.getRoute("one")).isNotNull();
    }

    @Test
    void aSharedFileWithoutAnIdShouldNotStandBesideItsFormerSelf() throws Exception {
        files.put(SHARED, UNNAMED.formatted("before"));
        begin();

        files.put(SHARED, UNNAMED.formatted("after"));
        routes.become(generation());

        assertThat(context.getRouteConfigurationDefinitions()).hasSize(1);
        assertThat(said()).contains("after");
    }

    @Test
    void aSharedFileThatIsGoneShouldCountNoMore() throws Exception {
        files.put(SHARED, NAMED.formatted("before"));
        begin();

        files.remove(SHARED);
        routes.become(generation());

        assertThat(context.getRouteConfigurationDefinitions()).isEmpty();
    }

    @Test
    void aSetThatIsRefusedBeforeTheStartShouldLeaveNothingBehind() throws Exception {
        files.put(SHARED, NAMED.formatted("before"));
        route("broken", "direct:broken?nothing=such");
        route("one", "direct:one");
        files.put("routes/own/zz.camel.yaml", "- route: {id: zz, from: {uri: \"direct:z\", steps: [{nonsense: {}}]}}");
        assertThatThrownBy(() -> routes.load(generation())).isInstanceOf(RefusedException.class);

        assertThat(context.getRouteConfigurationDefinitions()).isEmpty();
        assertThat(context.getRouteDefinitions()).isEmpty();
    }

    @Test
    void allButTheRefusedRouteShouldRunAgainWhenTheOldSetComesBack() throws Exception {
        route("one", "direct:one");
        route("two", "direct:two");
        begin();
        Generation old = generation();
        files.put(SHARED, NAMED.formatted("new"));
        route("two", "direct:two?nothing=such");
        assertThatThrownBy(() -> routes.become(generation())).isInstanceOf(RefusedException.class);

        assertThat(routes.restore(old)).isEmpty();

        assertThat(context.getRoutes()).extracting(route -> route.getId()).containsExactlyInAnyOrder("one", "two");
        assertThat(context.getRouteConfigurationDefinitions()).isEmpty();
    }

    private void begin() throws RefusedException {
        routes.load(generation());
        context.start();
    }

    private Generation generation() {
        return Generation.of(FileSet.ofTexts(files));
    }

    private String said() {
        RouteConfigurationDefinition only =
                context.getRouteConfigurationDefinitions().get(0);
        return only.getOnExceptions().get(0).getOutputs().toString();
    }

    private void route(String id, String source) {
        files.put("routes/own/" + id + ".camel.yaml", """
                - route:
                    id: %s
                    description: A source.
                    from:
                      uri: %s
                      steps:
                        - log: {id: seen, message: seen}
                """.formatted(id, source));
    }
}
