package dev.serai.kaoto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.check.Checker;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.JmsPointDefinition;
import dev.serai.files.Place;
import dev.serai.files.Places;
import dev.serai.files.Settings;
import dev.serai.files.StepDefinition;
import dev.serai.trial.TrialTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A file that Kaoto saved means what it meant. */
class KaotoSaveTest {
    private static final Map<String, String> OWN = Map.of(
            "routes/capture/capture-mail-sales.camel.yaml", """
                    # a comment that Kaoto drops
                    - route:
                        id: capture-mail-sales
                        description: sales@example.com on our own server.
                        from:
                          uri: kamelet:mailbox-source
                          parameters:
                            name: sales
                            address: sales@example.com
                            host: imap.example.com   # and another
                            username: "sales@example.com"
                            secret: env:SALES_SECRET
                            startFrom: 2026-11-01
                            replyVia: sales
                            priority: 20
                            pollInterval: 1m
                          steps:
                            - log: {id: captured, message: "captured ${header.SeraiInteractionId}", loggingLevel: DEBUG}
                    """,
            "routes/dispatch/dispatch-smtp-sales.camel.yaml", """
                    - route:
                        id: dispatch-smtp-sales
                        description: Mail of the sales team leaves by our relay.
                        from:
                          uri: direct:dispatch-smtp-sales
                          steps:
                            - to:
                                id: smtp
                                uri: kamelet:smtp-sink
                                parameters: {host: smtp.example.com, from: 'Sales & more <sales@example.com>', connections: 3}
                    """,
            "routes/capture/capture-jms-erp.camel.yaml", """
                    - route:
                        id: capture-jms-erp
                        description: Orders of the ERP.
                        from:
                          uri: kamelet:jms-capture-source
                          parameters: {name: erp, concurrency: 8}
                          steps:
                            - log: {id: captured, message: captured, loggingLevel: DEBUG}
                    """,
            "routes/kamelets/park-action.kamelet.yaml", """
                    apiVersion: camel.apache.org/v1
                    kind: Kamelet
                    metadata: {name: park-action}
                    spec:
                      definition:
                        title: Park
                        description: Notes why, and parks.
                        type: object
                        required: [where]
                        properties:
                          where: {title: Where, type: string, description: The queue.}
                      template:
                        from:
                          uri: kamelet:source
                          steps:
                            - to: {id: place, uri: "kamelet:place-action", parameters: {queue: "{{where}}"}}
                    """);

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    @ParameterizedTest
    @EnumSource(
            value = ScalarStyle.class,
            names = {"PLAIN", "DOUBLE_QUOTED", "SINGLE_QUOTED"})
    void whatKaotoSavedShouldMeanWhatItMeant(ScalarStyle quotes) throws IOException {
        KaotoSave kaoto = new KaotoSave(quotes);
        for (Map.Entry<String, String> own : OWN.entrySet()) {
            write(before, own.getKey(), own.getValue());
            write(after, own.getKey(), kaoto.of(own.getValue()));
        }
        for (ShippedFile strategy : ShippedFile.ending(".camel.yaml")) {
            if (!strategy.path().startsWith("routes/api/")) {
                write(after, strategy.path(), kaoto.of(strategy.text()));
                Path test = Path.of(strategy.path().replace(".camel.yaml", ".test.yaml"));
                write(after, test.toString(), Files.readString(ShippedFile.CHECKOUT.resolve(test)));
            }
        }

        Generation written = generation(before);
        Generation saved = generation(after);

        assertThat(problems(after, saved)).isEmpty();
        same(saved.mailboxes(), written.mailboxes());
        same(saved.accounts(), written.accounts());
        same(saved.points(JmsPointDefinition.class), written.points(JmsPointDefinition.class));
        assertThat(strategySteps(saved)).isEqualTo(strategySteps(written)).isNotEmpty();
    }

    private static Map<String, String> strategySteps(Generation generation) {
        return generation.steps().values().stream()
                .filter(step -> step.key().startsWith("strategy-"))
                .collect(java.util.stream.Collectors.toMap(
                        StepDefinition::key, step -> step.kamelet() + step.parameters() + step.because()));
    }

    private static void same(Object saved, Object written) {
        assertThat(saved)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Place.class, Places.class)
                .isEqualTo(written);
    }

    private static Generation generation(Path folder) {
        return Generation.load(new Home(folder, ShippedFile.CHECKOUT));
    }

    private static List<?> problems(Path folder, Generation generation) {
        Home home = new Home(folder, ShippedFile.CHECKOUT);
        Settings settings = Settings.load(home);
        return new Checker(settings, new TrialTests(home, settings)).check(generation);
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
