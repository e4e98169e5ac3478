package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/**
 * A web form.
 *
 * @param address whom its mail is to; empty = an example
 * @param origin the web site that it is on; empty = an example
 */
public record WebformDraft(String name, String queue, String address, String origin) {
    /** @throws IllegalArgumentException when a name is none */
    public WebformDraft {
        Names.check(name);
        Names.check(queue);
    }

    /** The file. */
    public Draft draft(Home home) {
        String to = address.isEmpty() ? name + "@example.com" : address;
        String from = origin.isEmpty() ? "https://www.example.com" : origin;
        String text = SchemaLine.of(Format.WEBFORM, home)
                + """
                # What visitors post to /api/v1/webforms/%1$s becomes mail. All parameters: docs/reference/webforms.md
                - route:
                    id: capture-webform-%1$s
                    description: %2$s
                    from:
                      uri: kamelet:webform-capture-source
                      parameters:
                        name: %1$s
                        address: %3$s   # whom the mail is to
                        origins: %4$s   # the web site that the form is on
                        honeypot: website   # a field that people do not see
                        maxFiles: 3
                        allowedFiles: .pdf,.jpg,.jpeg,.png,.txt
                        queue: %5$s
                      steps:
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """.formatted(name, Yaml.text("The web form " + name), Yaml.text(to), Yaml.text(from), queue);
        String examples = address.isEmpty() || origin.isEmpty() ? "an example so far: " : "as you gave them: ";
        return Draft.of(
                new Draft.File("routes/capture/capture-webform-" + name + ".camel.yaml", text),
                List.of(
                        examples + "address, origins",
                        "the page itself: samples/webform/contact.html is one to begin with, posting to /api/v1/webforms/"
                                + name),
                List.of("check"));
    }
}
