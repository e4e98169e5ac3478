package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    @TempDir
    private Path instance;

    @Test
    void theSameFilesShouldHaveTheSameId() {
        Generation first = Generation.load(Home.of(CHECKOUT));

        assertThat(Generation.load(Home.of(CHECKOUT)).id())
                .isEqualTo(first.id())
                .matches("[0-9a-f]{64}");
        assertThat(FileSet.ofTexts(Map.of("a", "x")).id())
                .isNotEqualTo(FileSet.ofTexts(Map.of("a", "y")).id());
        assertThat(FileSet.ofTexts(Map.of("a", "bc")).id())
                .isNotEqualTo(FileSet.ofTexts(Map.of("ab", "c")).id());
    }

    @Test
    void aFileOfTheInstanceShouldReplaceTheShippedOneOfItsIdWithItsTest() throws IOException {
        write("routes/mine/strategy-inbound.camel.yaml", """
                - route:
                    id: strategy-inbound
                    description: Mine.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: all, uri: "kamelet:place-action", parameters: {queue: general}}
                """);

        Generation generation = Generation.load(new Home(instance, CHECKOUT));

        assertThat(generation.problems()).isEmpty();
        assertThat(generation.routes().get("strategy-inbound").description()).isEqualTo("Mine.");
        assertThat(generation.strategyTests().keySet())
                .containsExactly("routes/strategies/strategy-outbound.test.yaml");
    }

    @Test
    void idsForCamelShouldBeUniqueAmongAllRoutesThoughFilesRepeatThem() throws IOException {
        write(
                "routes/mine/tidy.camel.yaml",
                "- route: {id: tidy, from: {uri: 'direct:tidy', steps: ["
                        + "{to: {id: screen, uri: 'log:x', parameters: {id: kept}}}]}}\n");

        String written = Generation.load(new Home(instance, instance))
                .camelRoutes()
                .get(0)
                .yaml();

        assertThat(written)
                .contains("\"id\": \"tidy\"", "\"id\": \"tidy/screen\"")
                .containsPattern("\"parameters\": \\{\"id\": \"kept\"");
    }

    @Test
    void settingsAndScratchFilesShouldNotBePartOfAGeneration() throws IOException {
        write("config/application.properties", "serai.http.port=1\n");
        write("config/queues/.vip.yaml.swp", "x");
        write("config/queues/vip.yaml~", "x");

        assertThat(Generation.load(new Home(instance, instance)).files().paths())
                .isEmpty();
    }

    @Test
    void aMailboxShouldHaveTheDefaultsOfItsProtocol() {
        MailboxDefinition imap = mailbox("");
        MailboxDefinition pop3 = mailbox(", protocol: pop3");

        assertThat(imap.server().port()).isEqualTo(993);
        assertThat(imap.startFrom()).isEqualTo(StartFrom.of(StartFrom.Kind.UNSEEN));
        assertThat(imap.afterProcessing()).isEqualTo(AfterProcessing.MARK_SEEN);
        assertThat(imap.point().queue()).isEqualTo(QueueName.of("inbound"));
        assertThat(imap.replyVia()).isEqualTo(AccountName.of("default"));
        assertThat(imap.polling()).isEqualTo(new MailboxDefinition.Polling(Duration.ofSeconds(30), true, 200, 5));
        assertThat(pop3.server().port()).isEqualTo(995);
        assertThat(pop3.startFrom()).isEqualTo(StartFrom.of(StartFrom.Kind.ALL));
        assertThat(pop3.afterProcessing()).isEqualTo(AfterProcessing.NONE);
    }

    @Test
    void anAccountShouldBeReadFromItsSink() {
        Generation generation = generation("routes/dispatch/dispatch-smtp-support.camel.yaml", """
                - route:
                    id: dispatch-smtp-support
                    description: Out.
                    from:
                      uri: direct:dispatch-smtp-support
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters:
                              host: smtp.example.com
                              from: Support <support@example.com>
                              alsoFrom: [billing@example.com, sales@example.com]
                """);
        AccountDefinition account = generation.accounts().get(AccountName.of("support"));

        assertThat(generation.problems()).isEmpty();
        assertThat(account.alsoFrom()).containsExactly("billing@example.com", "sales@example.com");
        assertThat(account.server().port()).isEqualTo(587);
        assertThat(generation.step("dispatch-smtp-support/send").kamelet()).isEqualTo("smtp-sink");
    }

    @Test
    void whatCamelGetsShouldNotContainAReferenceToASecret() {
        Generation generation = generation("routes/capture/capture-mail-a.camel.yaml", route(""));

        assertThat(generation.camelRoutes())
                .extracting(CamelResource::yaml)
                .noneMatch(yaml -> yaml.contains("env:A_SECRET") || yaml.contains("a@example.com"));
    }

    @Test
    void aStepShouldSayUnderWhichConditionsItRuns() {
        Generation shipped = Generation.load(Home.of(CHECKOUT));

        assertThat(shipped.step("strategy-outbound/leave").because()).isEqualTo("what-was-found did not end it");
        assertThat(shipped.step("strategy-inbound/screen").because()).isEqualTo("expert-answered did not end it");
        assertThat(shipped.step("strategy-inbound/park").because())
                .isEqualTo(
                        "expert-answered did not end it, and machine-mail: ${body.kind} != 'message' || ${body.userData[Storm]} == true");
        assertThat(shipped.step("strategy-inbound/raise").because())
                .isEqualTo("route-by-content did not end it, and urgent: ${variable.rules} contains"
                        + " 'general/urgent'");
    }

    @Test
    void theKameletsOfTheWaysInAndOutShouldDeclareWhatIsRead() {
        Generation shipped = Generation.load(Home.of(CHECKOUT));
        Set<String> kamelets = new TreeSet<>(PointKind.kamelets());
        kamelets.add("smtp-sink");
        for (String kamelet : kamelets) {
            Set<String> declared =
                    new TreeSet<>(shipped.kamelets().get(kamelet).properties().keySet());
            declared.remove(KameletDefinition.STEP);

            assertThat(read(kamelet)).as(kamelet).containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    @Test
    void everyKameletShouldBeDescribed() {
        assertThat(Generation.load(Home.of(CHECKOUT)).kamelets().values())
                .allSatisfy(kamelet -> assertThat(kamelet.properties().values())
                        .allSatisfy(
                                property -> assertThat(property.description()).isNotBlank()));
    }

    private static Set<String> read(String kamelet) {
        YamlReader keys = new YamlReader(new YamlMap(Place.of("x"), List.of()), new Problems());
        RouteFile file = new RouteFile("x-a", "x", RouteFile.Kind.OTHER, YamlFile.parse("x", ""), Optional.empty());
        if (kamelet.equals("smtp-sink")) {
            new AccountReader(file, keys).read();
        }
        for (PointKind kind : PointKind.values()) {
            if (kind.kamelet().equals(kamelet)) {
                kind.read(file, keys);
            }
        }
        return keys.known();
    }

    private static MailboxDefinition mailbox(String more) {
        Generation generation = generation("routes/capture/capture-mail-a.camel.yaml", route(more));
        assertThat(generation.problems()).isEmpty();
        return generation.mailboxes().get(PointName.of("a"));
    }

    private static String route(String more) {
        return """
                - route:
                    id: capture-mail-a
                    description: A.
                    from:
                      uri: kamelet:mailbox-source
                      parameters: {name: a, address: a@example.com, host: h, username: a, secret: "env:A_SECRET"%s}
                      steps: []
                """.formatted(more);
    }

    private static Generation generation(String path, String text) {
        Map<String, String> files =
                new TreeMap<>(FileSetReader.read(Home.of(CHECKOUT)).texts("routes/kamelets/", ".yaml"));
        files.put(path, text);
        return Generation.of(FileSet.ofTexts(files));
    }

    private void write(String path, String text) throws IOException {
        Path file = instance.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
