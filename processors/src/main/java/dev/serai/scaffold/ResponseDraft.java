package dev.serai.scaffold;

import dev.serai.files.Generation;
import dev.serai.files.Languages;
import dev.serai.files.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A standard response in one language, and in the hub's where it is not there yet, since {@code check} demands it.
 *
 * @param language a BCP 47 tag
 * @param usage what it is for
 * @param html whether an HTML text stands beside it
 */
public record ResponseDraft(String name, String language, String usage, boolean html) {
    private static final List<String> USAGES = List.of("acknowledgement", "autoresponse", "suggestion", "notification");

    /** @throws IllegalArgumentException when the name, the language or the usage is none */
    public ResponseDraft {
        Names.check(name);
        language = Languages.check(language).toLowerCase(Locale.ROOT);
        if (!USAGES.contains(usage)) {
            throw new IllegalArgumentException("'" + usage + "' is none of " + String.join(", ", USAGES));
        }
    }

    /**
     * The files.
     *
     * @param hub the language of {@code serai.language}
     */
    public Draft draft(Generation generation, String hub) {
        List<Draft.File> files = new ArrayList<>(in(language));
        String inHub = path(hub.toLowerCase(Locale.ROOT), "txt");
        boolean there = generation.responses().containsKey(inHub) || hub.equalsIgnoreCase(language);
        if (!there) {
            files.addAll(in(hub.toLowerCase(Locale.ROOT)));
        }
        List<String> edit = new ArrayList<>();
        edit.add("the words; field codes such as <$Contact.FirstName$>: docs/reference/responses.md");
        if (!there) {
            edit.add("both languages: each response must exist in serai.language, which is " + hub);
        }
        edit.add(
                usage.equals("acknowledgement")
                        ? "a strategy sends it by kamelet:acknowledge-action, parameters: {response: " + name + "}"
                        : usage.equals("autoresponse")
                                ? "a strategy sends it by kamelet:autorespond-action, parameters: {response: " + name
                                        + "}"
                                : "clients find it by its name");
        return new Draft(files, edit, List.of("check", "preview " + name + " --language " + language));
    }

    private String path(String tag, String ending) {
        return "config/responses/" + name + "." + tag + "." + ending;
    }

    private List<Draft.File> in(String tag) {
        Words words = Words.of(tag);
        List<Draft.File> files = new ArrayList<>();
        String keys = """
                ---
                # All keys and field codes: docs/reference/responses.md
                subject: '%s: <$Interaction.Subject$>'
                usage: [%s]
                active: true
                approved: true
                quote: false
                fallbacks:                    # what stands where a field is empty
                  Interaction.Subject: %s
                  Contact.FullName: %s
                  Agent.Signature: %s
                ---
                """.formatted(
                        words.subject(),
                        usage,
                        Yaml.text(words.request()),
                        Yaml.text(words.customer()),
                        Yaml.text(words.team()));
        files.add(new Draft.File(path(tag, "txt"), keys + words.text()));
        if (html) {
            files.add(new Draft.File(path(tag, "html"), words.html()));
        }
        return files;
    }

    /** The words of an example. */
    private record Words(
            String subject, String request, String customer, String team, String hello, String body, String bye) {
        static Words of(String tag) {
            return switch (tag.replaceFirst("[-_].*", "")) {
                case "de" ->
                    new Words(
                            "Wir haben Ihre Nachricht erhalten",
                            "Ihr Anliegen",
                            "liebe Kundin, lieber Kunde",
                            "Ihr Serviceteam",
                            "Guten Tag",
                            "vielen Dank für Ihre Nachricht vom <$Interaction.DateCreated$>. Wir melden uns so bald wie möglich.",
                            "Freundliche Grüße");
                case "fr" ->
                    new Words(
                            "Nous avons bien reçu votre message",
                            "votre demande",
                            "chère cliente, cher client",
                            "Votre service client",
                            "Bonjour",
                            "merci de votre message du <$Interaction.DateCreated$>. Nous vous répondrons dès que possible.",
                            "Cordialement");
                default ->
                    new Words(
                            "We have received your message",
                            "your request",
                            "dear customer",
                            "Your service team",
                            "Hello",
                            "thank you for your message of <$Interaction.DateCreated$>. We will get back to you as soon as we can.",
                            "Kind regards");
            };
        }

        String text() {
            return hello + " <$Contact.FullName$>,\n\n" + body + "\n\n" + bye + "\n<$Agent.Signature$>\n";
        }

        String html() {
            return "<p>" + hello + " <$Contact.FullName$>,</p>\n<p>" + body + "</p>\n<p>" + bye
                    + "<br><$Agent.Signature$></p>\n";
        }
    }
}
