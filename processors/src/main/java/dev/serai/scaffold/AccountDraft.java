package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.MailAddress;
import dev.serai.files.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account: the route file of an SMTP way out. */
public final class AccountDraft {
    private final String name;
    private final Map<String, String> given;

    /**
     * @param given parameters of smtp-sink by name
     * @throws IllegalArgumentException when the name is none
     */
    public AccountDraft(String name, Map<String, String> given) {
        this.name = Names.check(name);
        this.given = Map.copyOf(given);
    }

    /** The file. */
    public Draft draft(Home home) {
        Map<String, String> parameters = parameters();
        StringBuilder text = new StringBuilder(SchemaLine.of(Format.ACCOUNT, home));
        text.append("""
                # A way out over SMTP. A mail's From can only be 'from' or one of 'alsoFrom'. All parameters: docs/reference/kamelets.md#smtp-sink
                - route:
                    id: dispatch-smtp-%1$s
                    description: %2$s
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to:
                            id: smtp
                            uri: kamelet:smtp-sink
                            parameters:
                """.formatted(name, Yaml.text("Mail of " + name + " leaves by " + parameters.get("host"))));
        parameters.forEach((key, value) -> text.append("              %s: %s%n".formatted(key, Yaml.text(value))));
        Draft.File file = new Draft.File("routes/dispatch/dispatch-smtp-" + name + ".camel.yaml", text.toString());
        return Draft.of(file, edit(parameters), List.of("check", "check --connect " + name));
    }

    private Map<String, String> parameters() {
        String address = name.equals("default") ? "support@example.com" : name + "@example.com";
        String from = given.getOrDefault("from", address);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("host", "smtp.example.com");
        parameters.put("security", "starttls-required");
        parameters.put("username", MailAddress.inner(from));
        parameters.put("secret", "env:" + MailboxDraft.variable(name));
        parameters.put("from", from);
        parameters.putAll(given);
        if (withoutLogin(parameters)) {
            parameters.remove("username");
            parameters.remove("secret");
        }
        return parameters;
    }

    /** A relay of the house that asks for no password: an open connection, and nobody said who logs in. */
    private boolean withoutLogin(Map<String, String> parameters) {
        return "none".equals(parameters.get("security"))
                && !given.containsKey("username")
                && !given.containsKey("secret");
    }

    private List<String> edit(Map<String, String> parameters) {
        List<String> edit = new ArrayList<>();
        List<String> examples = List.of("host", "from", "username").stream()
                .filter(key -> !given.containsKey(key) && parameters.containsKey(key))
                .toList();
        if (!examples.isEmpty()) {
            edit.add("an example so far: " + String.join(", ", examples));
        }
        if (parameters.containsKey("secret")) {
            edit.add(MailboxDraft.secret(parameters.getOrDefault("secret", "")));
        } else {
            edit.add("nobody logs in, as security is none; --username and --secret say who does");
        }
        edit.add("used by 'replyVia: " + name
                + "' of a mailbox or a queue; nothing leaves before serai.dispatch.mode is live");
        return edit;
    }
}
