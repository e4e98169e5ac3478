package dev.serai.scaffold;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Names;
import dev.serai.interaction.AccountName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mailbox: its route file with what was said of it, and examples for the rest. */
public final class MailboxDraft {
    private final String name;
    private final Map<String, String> given;

    /**
     * @param name of the capture point
     * @param given parameters of mailbox-source by name; what is not given has an example or its default
     * @throws IllegalArgumentException when the name is none
     */
    public MailboxDraft(String name, Map<String, String> given) {
        this.name = Names.check(name);
        this.given = Map.copyOf(given);
    }

    /** The file. */
    public Draft draft(Home home, Generation generation) {
        Map<String, String> parameters = parameters();
        StringBuilder text = new StringBuilder(SchemaLine.of(Format.MAILBOX, home));
        text.append("""
                # A mailbox whose mail is stored before any step below runs. All parameters: docs/reference/mailboxes.md
                - route:
                    id: capture-mail-%s
                    description: %s
                    from:
                      uri: kamelet:mailbox-source
                      parameters:
                """.formatted(name, Yaml.text("The mailbox " + parameters.get("address"))));
        parameters.forEach(
                (key, value) -> text.append("        %s: %s%s%n".formatted(key, Yaml.text(value), note(key))));
        text.append("""
                      steps:
                        # For purposes of your own, after the mail is stored; the hub needs none of them.
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """);
        Draft.File file = new Draft.File("routes/capture/capture-mail-" + name + ".camel.yaml", text.toString());
        return Draft.of(file, edit(parameters), next(generation));
    }

    private Map<String, String> parameters() {
        String protocol = given.getOrDefault("protocol", "imap");
        String address = given.getOrDefault("address", name + "@example.com");
        boolean pop3 = protocol.equals("pop3");
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("name", name);
        parameters.put("address", address);
        parameters.put("protocol", protocol);
        parameters.put("security", "tls");
        parameters.put("host", protocol + ".example.com");
        parameters.put("username", address);
        parameters.put("secret", "env:" + variable(name));
        if (!pop3) {
            parameters.put("folder", "INBOX");
        }
        parameters.put("startFrom", pop3 ? "now" : "unseen");
        parameters.put("afterProcessing", pop3 ? "none" : "mark-seen");
        parameters.put("queue", "inbound");
        parameters.putAll(given);
        return parameters;
    }

    /** The environment variable that a secret of this name is in. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }

    private static String note(String key) {
        return switch (key) {
            case "name" -> "   # for ever: renaming starts a new ledger";
            case "secret" -> "   # or file:/run/secrets/…; never the password itself";
            case "startFrom" -> "   # at first contact only";
            case "afterProcessing" -> "   # none: a shadow that touches nothing";
            default -> "";
        };
    }

    private List<String> edit(Map<String, String> parameters) {
        List<String> edit = new ArrayList<>();
        List<String> examples = List.of("address", "host", "username").stream()
                .filter(key -> !given.containsKey(key))
                .toList();
        if (!examples.isEmpty()) {
            edit.add("an example so far: " + String.join(", ", examples));
        }
        edit.add(secret(parameters.getOrDefault("secret", "")));
        if (!given.containsKey("replyVia")) {
            edit.add("answers leave by the account 'default'; for one of its own: --reply-via, and new account");
        }
        return edit;
    }

    /** How the secret itself is given. */
    static String secret(String reference) {
        return reference.startsWith("env:")
                ? "secret: export " + reference.substring(4) + "='…' before ./serai run, or write file:/path there"
                : "secret: the password stands in " + reference.substring("file:".length())
                        + ", readable by the hub only";
    }

    /** Without an account a strategy that answers cannot decide, so that comes first. */
    private List<String> next(Generation generation) {
        String account = given.getOrDefault("replyVia", "default");
        List<String> next = new ArrayList<>();
        if (!generation.accounts().containsKey(AccountName.of(account))) {
            next.add("new account " + account);
        }
        next.addAll(List.of("check", "try --point " + name + " samples/question.eml", "check --connect " + name));
        return next;
    }
}
