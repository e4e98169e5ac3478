package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.PointName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Web forms as their files describe them. */
class WebformReaderTest {
    private static final String PATH = "routes/capture/capture-webform-contact.camel.yaml";
    private static final String ACCOUNT = """
            - route:
                id: dispatch-smtp-default
                description: The account
                from:
                  uri: direct:dispatch-smtp-default
                  steps:
                    - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: h, from: "Us <us@example.com>"}}
            """;

    @Test
    void aFormShouldHaveItsDefaults() {
        WebformDefinition form = form("");

        assertThat(form.point().mediaType()).isEqualTo("email");
        assertThat(form.address()).isEqualTo("us@example.com");
        assertThat(form.entrance().origins()).isEmpty();
        assertThat(form.entrance().rate()).hasToString("10/m");
        assertThat(form.entrance().token()).isEqualTo(WebformDefinition.Token.OPTIONAL);
        assertThat(form.fields().required()).containsExactlyInAnyOrder("email", "message");
        assertThat(form.files().maxSize()).isEqualTo(10L << 20);
        assertThat(form.source()).isEqualTo("/api/v1/webforms/contact");
    }

    @Test
    void aFormShouldSayAllOfIt() {
        WebformDefinition form = form(
                ", address: contact@example.com, origins: 'https://www.example.com,http://localhost:8000',"
                        + " honeypot: website, rate: 3/h, token: required, emailField: E-Mail, textField: text,"
                        + " required: 'text,order', allowedFiles: '.pdf,image/*', thanks: 'https://www.example.com/t?a=b&c=d'");

        assertThat(form.address()).isEqualTo("contact@example.com");
        assertThat(form.entrance().origins()).contains("https://www.example.com", "http://localhost:8000");
        assertThat(form.fields().required()).containsExactlyInAnyOrder("E-Mail", "text", "order");
        assertThat(form.files().allowed()).containsExactly(".pdf", "image/*");
        assertThat(form.pages().thanks()).contains("https://www.example.com/t?a=b&c=d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "origins: 'https://www.example.com/'|'https://www.example.com/' is not the scheme, name and port",
                "origins: '*'|'*' is not the scheme",
                "origins: 'https://Www.example.com'|'https://Www.example.com' is not",
                "origins: 'https://www.example.com:443'|:443' is not",
                "origins: 'null'|'null' is not",
                "rate: 0/m|'0/m' is no rate",
                "rate: 10|'10' is no rate",
                "honeypot: email|the field 'email' is emailField too",
                "textField: token|the field 'token' is the token too",
                "honeypot: trap, required: trap|'required' names the honeypot",
                "allowedFiles: pdf|'pdf' is not an ending such as .pdf",
                "thanks: '/thanks'|'/thanks' is no address of a page",
                "thanks: 'javascript:alert(1)'|is no address of a page",
                "token: maybe|'token': 'maybe' is",
                "maxFiles: 101|'101' is not a whole number from 0 to 100",
                "address: nobody|'nobody' is not a mail address",
            })
    void whatIsWrongShouldBeSaid(String parameter, String said) {
        assertThat(generation(", " + parameter).problems())
                .extracting(Problem::reason)
                .anySatisfy(reason -> assertThat(reason).contains(said));
    }

    private static WebformDefinition form(String more) {
        Generation generation = generation(more);
        assertThat(generation.problems()).isEmpty();
        return generation.points(WebformDefinition.class).getOrDefault(PointName.of("contact"), null);
    }

    private static Generation generation(String more) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(PATH, """
                - route:
                    id: capture-webform-contact
                    description: The form
                    from:
                      uri: kamelet:webform-capture-source
                      parameters: {name: contact%s}
                      steps: []
                """.formatted(more).getBytes(StandardCharsets.UTF_8));
        files.put("routes/dispatch/dispatch-smtp-default.camel.yaml", ACCOUNT.getBytes(StandardCharsets.UTF_8));
        for (String kamelet : List.of("webform-capture-source", "smtp-sink")) {
            String path = "routes/kamelets/" + kamelet + ".kamelet.yaml";
            files.put(path, shipped(path));
        }
        return Generation.of(FileSet.of(files));
    }

    private static byte[] shipped(String path) {
        try {
            return java.nio.file.Files.readAllBytes(
                    java.nio.file.Path.of(System.getProperty("serai.home")).resolve(path));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
