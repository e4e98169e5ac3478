package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** `preview`. */
class PreviewCommandTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @BeforeEach
    void write() throws Exception {
        System.setProperty(Serai.CHECKOUT, CHECKOUT.toString());
        Path responses = Files.createDirectories(home.resolve("config/responses"));
        Files.writeString(responses.resolve("draft.en.txt"), """
                ---
                subject: 'Re: <$Interaction.Subject$>'
                usage: [suggestion]
                active: false
                fallbacks: {Contact.Title: friend}
                ---
                Dear <$Contact.Title$> <$Interaction.AttachedData("tier")$>
                """);
        Files.writeString(responses.resolve("draft.en.html"), "<p><$Interaction.Subject$></p>");
    }

    @Test
    void aDraftShouldBeShownWithWhatIsDoubtfulAndWhyItCannotBeUsed() {
        assertThat(run("preview", "draft")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "Response     draft (en), for suggestion",
                        "Subject      Re: The lamp",
                        "HTML         beside the text",
                        "Below it     not shown: where a person writes with it: the signature",
                        "Fallback     for Contact.Title",
                        "Warning      Interaction.AttachedData(\"tier\") is empty and has no fallback",
                        "NOT USABLE   response 'draft' (en) is not active",
                        "Dear friend");
    }

    @Test
    void theHtmlAloneShouldBeForABrowser() {
        run("preview", "draft", "--html");

        assertThat(out.toString().strip()).isEqualTo("<p>The lamp</p>");
    }

    @Test
    void aMailShouldGiveItsValuesAndItsLanguage() {
        String mail = CHECKOUT.resolve("samples/invoice-de.eml").toString();

        assertThat(run("preview", "ack-billing", "--eml", mail, "--json")).isZero();
        assertThat(out.toString())
                .contains("\"language\":\"de\"", "\"usable\":true", "Wir haben Ihre Nachricht erhalten")
                .doesNotContain("null");
    }

    @Test
    void userDataShouldStandForWhatAStrategyWouldAttach() {
        String mail = CHECKOUT.resolve("samples/invoice.eml").toString();

        run("preview", "draft", "--user-data", "tier=gold");
        run("preview", "draft", "--eml", mail, "--user-data", "tier=silver");

        assertThat(out.toString()).contains("Dear friend gold", "Dear friend silver");
    }

    @Test
    void anUnknownResponseShouldBeNamedWithTheNearest() {
        assertThat(run("preview", "ack-biling")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no standard response 'ack-biling'; did you mean 'ack-billing'?");
    }

    private int run(String... arguments) {
        CommandLine serai =
                Serai.commandLine(Map.of()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return serai.execute(all);
    }
}
