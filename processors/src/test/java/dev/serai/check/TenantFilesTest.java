package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one tenant's files may name, and what is told of the rest, with file and line. */
class TenantFilesTest {
    private static final FileSet SHIPPED =
            Generation.load(Home.of(Path.of(System.getProperty("serai.home")))).files();
    private static final Checker CHECKER = new Checker(Settings.of(Map.of()), StrategyTests.none());

    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void twoHouses() {
        SHIPPED.paths().forEach(path -> files.put(path, SHIPPED.text(path).orElseThrow()));
        for (String tenant : List.of("acme", "globex")) {
            files.put("config/tenants/" + tenant + ".yaml", "description: A tenant.\n");
            queue(tenant + "-desk", "tenant: " + tenant);
            account(tenant + "-out", "tenant: " + tenant);
            files.put("config/screening/" + tenant + "-rules.yaml", """
                    description: Rules.
                    tenant: %s
                    rules: [{name: late, pattern: 'Find("late")'}]
                    """.formatted(tenant));
            response(tenant + "-thanks", "en", "tenant: " + tenant);
            files.put(
                    "config/databases/" + tenant + "-crm.yaml",
                    "description: CRM.\nurl: jdbc:h2:mem:" + tenant + "\ntenant: " + tenant + "\n");
        }
        account("default", "");
        files.put("sql/queries/tier.sql", "select 1 as tier where :kind = 'x'\n");
        files.put(
                "config/queues/acme-desk.yaml",
                "description: Desk.\ntenant: acme\nstrategy: true\nonError: unrouted\n");
        strategy("acme-desk", "place-action, parameters: {queue: general}");
    }

    @Test
    void twoHousesThatKeepToThemselvesShouldPass() {
        mailbox("acme-post", "tenant: acme, queue: acme-desk, replyVia: acme-out");
        mailbox("globex-post", "tenant: globex, queue: inbound, replyVia: default");
        queue("globex-desk", "tenant: globex\nreplyVia: globex-out\nescalate: [{after: 1h, queue: general}]");

        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tenant: globex, queue: acme-desk |  capture point 'post' is of tenant 'globex' and names queue 'acme-desk' of tenant 'acme'; expected one of its own or a shared one",
                "queue: acme-desk | capture point 'post' is of tenant 'default' and names queue 'acme-desk' of tenant 'acme'",
                "tenant: globex, replyVia: acme-out | capture point 'post' is of tenant 'globex' and names account 'acme-out' of tenant 'acme'",
                "tenant: acmee | capture point 'post' is of tenant 'acmee', which is not declared in config/tenants; did you mean 'acme'?",
                "tenant: Acme | 'tenant': tenant name 'Acme' is not lower-case kebab",
            })
    void aPointShouldNameOnlyWhatIsItsTenantsOrShared(String parameters, String reason) {
        mailbox("post", parameters);

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("routes/capture/capture-mail-post.camel.yaml:6: ")
                        .contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tenant: globex | replyVia: acme-out | 3 | queue 'desk' is of tenant 'globex' and names account 'acme-out' of tenant 'acme'; expected one of its own or a shared one",
                "lease: 5m | replyVia: acme-out | 3 | queue 'desk' is shared by all tenants and names account 'acme-out' of tenant 'acme'; expected a shared one",
                "tenant: globex | onError: acme-desk | 3 | queue 'desk' is of tenant 'globex' and names queue 'acme-desk' of tenant 'acme'",
                "lease: 5m | onError: acme-desk | 3 | queue 'desk' is shared by all tenants and names queue 'acme-desk'",
                "tenant: globex | escalate: [{after: 1h, queue: acme-desk}] | 3 | queue 'desk' is of tenant 'globex' and names queue 'acme-desk' of tenant 'acme'",
                "lease: 5m | escalate: [{after: 1h, queue: acme-desk}] | 3 | queue 'desk' is shared by all tenants and names queue 'acme-desk'",
                "lease: 5m | tenant: initech | 3 | queue 'desk' is of tenant 'initech', which is not declared in config/tenants",
            })
    void aQueueShouldNameOnlyWhatIsItsTenantsOrShared(String first, String second, int line, String reason) {
        queue("desk", first + "\n" + second);

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("config/queues/desk.yaml:" + line + ": ")
                        .contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "place-action, parameters: {queue: globex-desk} | queue 'globex-desk'",
                "wait-action, parameters: {for: 1h, queue: globex-desk} | queue 'globex-desk'",
                "acknowledge-action, parameters: {response: globex-thanks} | response 'globex-thanks'",
                "screen-action, parameters: {rules: 'general,globex-rules/late'} | rule group 'globex-rules'",
                "lookup-action, parameters: {query: tier, database: globex-crm, fallback: none} | database 'globex-crm'",
                "send-action, parameters: {account: globex-out} | account 'globex-out'",
            })
    void aStrategyOfATenantShouldNameOnlyWhatIsItsOrShared(String step, String thing) {
        strategy("acme-desk", step);

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("routes/strategies/strategy-acme-desk.camel.yaml:7: ")
                        .contains("step 'one' is of tenant 'acme' and names " + thing + " of tenant 'globex'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sql | database: globex-crm | database 'globex-crm'",
                "kafka | cluster: globex-kafka, topic: orders | Kafka cluster 'globex-kafka'",
            })
    void aPointShouldReadOnlyFromWhatIsItsTenantsOrShared(String kind, String parameter, String source) {
        files.put(
                "config/kafka/globex-kafka.yaml",
                "description: K.\ntenant: globex\nbootstrapServers: k.example.com:9092\n");
        files.put("routes/capture/capture-" + kind + "-erp.camel.yaml", """
                - route:
                    id: capture-%1$s-erp
                    description: Orders.
                    from:
                      uri: kamelet:%1$s-capture-source
                      parameters: {name: erp, tenant: acme, %2$s}
                      steps:
                        - log: {id: captured, message: "captured"}
                """.formatted(kind, parameter));

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("routes/capture/capture-" + kind + "-erp.camel.yaml:6: ")
                        .contains(
                                "capture point 'erp' is of tenant 'acme' and names " + source + " of tenant 'globex'"));
    }

    @ParameterizedTest
    @CsvSource({"intake", "dispatch", "inbound", "outbound", "review", "unrouted"})
    void aQueueThatAllComeByShouldBeOfNobody(String queue) {
        String path = "config/queues/" + queue + ".yaml";
        files.merge(path, "tenant: acme\n", (text, line) -> text.strip() + "\n" + line);

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(path + ":")
                        .contains("queue '" + queue + "' is where interactions of all tenants come by"));
    }

    @Test
    void aSharedStrategyMayNameATenantsThings() {
        files.put("config/queues/sorting.yaml", "description: Sorts.\nstrategy: true\n");
        strategy("sorting", "place-action, parameters: {queue: acme-desk}");

        assertThat(check()).isEmpty();
    }

    @Test
    void aResponseShouldBeOfTheSameTenantInAllItsLanguages() {
        response("acme-thanks", "de", "tenant: globex");

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("config/responses/acme-thanks.")
                        .contains("expected the same 'tenant' in all its languages"));
    }

    @ParameterizedTest
    @CsvSource({
        "config/screening/acme-rules.yaml,2,rule group 'acme-rules'",
        "config/responses/acme-thanks.en.txt,4,response 'acme-thanks'",
        "config/databases/acme-crm.yaml,3,database 'acme-crm'",
        "routes/dispatch/dispatch-smtp-acme-out.camel.yaml,10,account 'acme-out'"
    })
    void aTenantThatNobodyDeclaresShouldBeToldAtItsLine(String path, int line, String thing) {
        files.compute(path, (same, text) -> String.valueOf(text).replace("tenant: acme", "tenant: initech"));

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(path + ":" + line + ": ")
                        .contains(thing + " is of tenant 'initech', which is not declared in config/tenants"));
    }

    @Test
    void anUnknownKeyOfATenantShouldBeToldWithTheNearest() {
        files.put("config/tenants/acme.yaml", "description: Acme.\nownr: jo@example.org\n");

        assertThat(check())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("config/tenants/acme.yaml:2: ")
                        .contains("unknown key 'ownr'; did you mean 'owner'?"));
    }

    private List<String> check() {
        return CHECKER.withoutTests(Generation.of(FileSet.ofTexts(files))).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    private void queue(String name, String lines) {
        files.put("config/queues/" + name + ".yaml", "description: Desk.\n" + lines + "\n");
    }

    private void response(String name, String language, String line) {
        files.put("config/responses/" + name + "." + language + ".txt", """
                ---
                subject: Thanks
                usage: [acknowledgement]
                %s
                ---
                Thanks.
                """.formatted(line));
    }

    private void mailbox(String name, String parameters) {
        files.put("routes/capture/capture-mail-" + name + ".camel.yaml", """
                - route:
                    id: capture-mail-%1$s
                    description: Mail.
                    from:
                      uri: kamelet:mailbox-source
                      parameters: {name: %1$s, address: "%1$s@example.com", host: localhost, username: %1$s, secret: "env:X", %2$s}
                      steps:
                        - log: {id: captured, message: "captured"}
                """.formatted(name, parameters));
    }

    private void account(String name, String line) {
        files.put("routes/dispatch/dispatch-smtp-" + name + ".camel.yaml", """
                - route:
                    id: dispatch-smtp-%1$s
                    description: Out.
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to:
                            id: smtp
                            uri: kamelet:smtp-sink
                            parameters: {host: localhost, from: "%1$s@example.com"%2$s}
                """.formatted(
                        name, line.isEmpty() ? "" : ", " + line));
    }

    private void strategy(String queue, String step) {
        String[] call = step.split(", parameters: ", 2);
        files.put("routes/strategies/strategy-" + queue + ".camel.yaml", """
                - route:
                    id: strategy-%1$s
                    description: Decides.
                    from:
                      uri: direct:strategy-%1$s
                      steps:
                        - to: {id: one, uri: "kamelet:%2$s", parameters: %3$s}
                        - to: {id: two, uri: "kamelet:place-action", parameters: {queue: general}}
                """.formatted(queue, call[0], call[1]));
    }
}
