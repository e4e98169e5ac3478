package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.scaffold.Format;
import dev.serai.schemas.EditorSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `new` writes passes check at once. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NewCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path instance;

    @BeforeEach
    void theCheckoutIsTheOneOfTheBuild() {
        System.setProperty(Serai.CHECKOUT, System.getProperty("serai.home"));
    }

    /** What can stand beside each other, in one instance. */
    private static final List<String> ALL = List.of(
            "mailbox sales",
            "mailbox shop --protocol pop3 --host pop.example.org --address shop@example.org",
            "mailbox odd --host 10.0.0.7 --port 10993 --username 007 --secret file:/run/secrets/odd --start-from all"
                    + " --after-processing move --move-to-folder Done:2026 --owner o'brien@example.org --security starttls",
            "account default",
            "account sales --host smtp.example.org --from Sales:<sales@example.org> --security tls --port 465",
            "jms-point erp",
            "jms-point crm --queue billing",
            "kafka main",
            "kafka other --servers kafka.example.com:9092",
            "kafka-point feed",
            "kafka-point ledger --queue billing",
            "file-point inbox",
            "rest-point webshop",
            "sql-point orders",
            "webform contact",
            "webform ask --address ask@example.org --origin https://www.example.org --queue billing",
            "calendar hotline --timezone America/New_York",
            "queue returns",
            "queue goods --hours hotline --owner team@example.org --description Goods:yes,#no",
            "strategy triage",
            "strategy desk --to goods",
            "strategy inbound",
            "rule orders/late",
            "rule billing/late",
            "rule billing/later --pattern RegExFind(\"it's\\d\\slate\",\"days\")",
            "response thanks",
            "response hello --language de",
            "response away --language pt-BR --usage autoresponse --html",
            "response ack-general --language fr",
            "layout short",
            "layout mine --language de --html",
            "layout standard --language de --html",
            "signature team --html",
            "signature team --language fr",
            "kamelet park-action");

    @Test
    void newFilesShouldPassCheckAndFitTheirSchemas() throws IOException {
        for (String command : ALL) {
            assertThat(serai("new " + command)).as(command + ": " + err).isZero();
        }
        assertThat(out.toString()).contains("Wrote ", "Edit ", "Next   ./serai check");

        assertThat(serai("check")).as(out.toString()).isZero();
        assertThat(out.toString()).endsWith(" files: nothing wrong" + System.lineSeparator());
        for (String path : written()) {
            if (path.endsWith(".sql")) {
                continue; // statements have no schema
            }
            String text = Files.readString(instance.resolve(path));
            Format format = Format.of(path).orElseThrow();
            assertThat(EditorSchema.of(format).errors(format, text)).as(text).isEmpty();
        }
    }

    @Test
    void whatShipsShouldBeCopiedToBeEdited() throws IOException {
        assertThat(serai("new strategy inbound")).isZero();

        Path strategy = Path.of("routes/strategies/strategy-inbound.camel.yaml");
        assertThat(instance.resolve(strategy))
                .hasSameTextualContentAs(
                        Path.of(System.getProperty("serai.home")).resolve(strategy));
        assertThat(out.toString()).contains("a copy of the shipped one, which it replaces");
    }

    @Test
    void aFileShouldNameItsSchemaInTheFirstLine() throws IOException {
        serai("new queue returns");

        String line = Files.readAllLines(instance.resolve("config/queues/returns.yaml"))
                .get(0);
        Path schema = instance.resolve("config/queues").resolve(line.replaceFirst(".*\\$schema=", ""));
        assertThat(line).startsWith("# yaml-language-server: $schema=");
        assertThat(schema).exists();
    }

    @Test
    void anAccountOnAnOpenRelayShouldHaveNoLogin() throws IOException {
        serai("new account relay --host 127.0.0.1 --security none --from support@example.com");

        assertThat(Files.readString(instance.resolve("routes/dispatch/dispatch-smtp-relay.camel.yaml")))
                .doesNotContain("username", "secret");
        assertThat(out.toString()).contains("nobody logs in").doesNotContain("RELAY_SECRET", "an example so far");
    }

    @Test
    void whatIsNextShouldBeAboutTheNewFile() {
        serai("new response thanks --language de");
        serai("new strategy triage");

        assertThat(out.toString()).contains("preview thanks --language de", "try --queue triage samples/question.eml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailbox a", "queue a", "strategy a", "response a", "account a", "kamelet a-action"})
    void nothingShouldBeOverwritten(String command) throws IOException {
        serai("new " + command);
        List<String> before = contents();

        assertThat(serai("new " + command)).isEqualTo(2);
        assertThat(err.toString()).containsAnyOf("is there already in", "says strategy");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aPointShouldNotGetTheNameOfAPointOfAnotherKind() throws IOException {
        serai("new rest-point shop");
        List<String> before = contents();

        assertThat(serai("new jms-point shop")).isEqualTo(2);

        assertThat(err.toString()).contains("capture point 'shop' exists already");
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailbox Sales_1|lower-case letters, digits and single hyphens",
                "queue a--b|lower-case letters, digits and single hyphens",
                "rule late|expected group/name, such as billing/refund",
                "rule billing/invoice-number|is there already",
                "rule a/b --pattern Find(|--pattern",
                "kamelet park|expected one that ends in -action, such as park-action",
                "response thanks --language german!|is not a language tag",
                "response thanks --usage greeting|none of acknowledgement, autoresponse",
                "calendar a --timezone Berlin|expected one such as Europe/Berlin",
                "queue a --hours nowhere|`./serai new calendar nowhere` makes it",
                "strategy billing|says strategy: false",
                "strategy a --to nowhere|`./serai new queue nowhere` makes it",
                "mailbox a --protocol smtp|would not pass check: 'protocol': 'smtp' is neither imap nor pop3",
                "mailbox a --secret hunter2|expected a reference to the secret",
                "mailbox a --queue nowhere|names queue 'nowhere', which is not declared",
                "account a --port 99999|is not a whole number from 1 to 65535",
                "account a --host http://mail|expected the name or the address of a mail server alone",
                "|new what? mailbox, account"
            })
    void wrongUseShouldNameTheRuleAndWriteNothing(String command, String reason) throws IOException {
        assertThat(serai("new" + (command == null ? "" : " " + command))).isEqualTo(2);
        assertThat(err.toString()).contains(reason);
        assertThat(contents()).isEmpty();
    }

    @Test
    void aRuleShouldBeAddedToItsGroupWithoutTouchingTheRest() throws IOException {
        Path file = instance.resolve("config/screening/shop.yaml");
        Files.createDirectories(file.getParent());
        String before = """
                # mine
                rules:
                - name: first   # indented by nothing
                  pattern: 'Find("a")'

                # the end of it
                description: Ours
                """;
        Files.writeString(file, before);

        assertThat(serai("new rule shop/second --pattern Find(\"b\")")).isZero();
        assertThat(serai("check")).as(out.toString()).isZero();
        String after = Files.readString(file);
        assertThat(after).contains("- name: second\n").endsWith("\n# the end of it\ndescription: Ours\n");
        assertThat(after.lines().filter(line -> before.lines().anyMatch(line::equals)))
                .containsExactlyElementsOf(before.lines().toList());
    }

    @Test
    void aListInBracketsShouldBeRefused() throws IOException {
        Path file = instance.resolve("config/screening/shop.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rules: [{name: a, pattern: 'Find(\"a\")'}]\n");

        assertThat(serai("new rule shop/second")).isEqualTo(2);
        assertThat(err.toString()).contains("config/screening/shop.yaml:1: 'rules' stands in brackets");
    }

    private List<String> written() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("Wrote"))
                .map(line -> line.replaceFirst("Wrote +", "").replaceFirst("  .*", ""))
                .filter(path -> !path.endsWith(".html"))
                .toList();
    }

    /** All files with their contents, the copies of schemas apart. */
    private List<String> contents() throws IOException {
        try (var files = Files.walk(instance)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(instance.resolve("schemas")))
                    .sorted()
                    .map(file -> {
                        try {
                            return file + Files.readString(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private int serai(String line) {
        return Serai.commandLine(Map.of("SERAI_HOME", instance.toString()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.replace(":<", " <").split(" (?!<)"));
    }
}
