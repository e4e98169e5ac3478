package dev.serai.command;

import dev.serai.scaffold.AccountDraft;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes an account. What is not said has an example or its default. */
@Command(
        name = "account",
        header = "An SMTP way out: routes/dispatch/dispatch-smtp-NAME.camel.yaml.",
        sortOptions = false)
final class NewAccountCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "Unique among accounts; 'default' answers for mailboxes that name none.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--host", paramLabel = "NAME", description = "The mail server.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "By security unless given.")
    private @Nullable String port;

    @Option(
            names = "--security",
            paramLabel = "WORD",
            description = "starttls-required (default), tls, starttls or none.")
    private @Nullable String security;

    @Option(names = "--username", paramLabel = "NAME", description = "Who logs in; the address of --from unless given.")
    private @Nullable String username;

    @Option(
            names = "--secret",
            paramLabel = "REF",
            description = "env:NAME or file:/path; env:<NAME>_SECRET unless given.")
    private @Nullable String secret;

    @Option(
            names = "--from",
            paramLabel = "MAIL",
            description = "The address that mail leaves with, perhaps with a name.")
    private @Nullable String from;

    @Option(names = "--owner", paramLabel = "MAIL", description = "Whom the night shift calls.")
    private @Nullable String owner;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Whose mail alone leaves by it; all tenants' unless given.")
    private @Nullable String tenant;

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new AccountDraft(name, given()).draft(home));
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        NewMailboxCommand.put(given, "host", host);
        NewMailboxCommand.put(given, "port", port);
        NewMailboxCommand.put(given, "security", security);
        NewMailboxCommand.put(given, "username", username);
        NewMailboxCommand.put(given, "secret", secret);
        NewMailboxCommand.put(given, "from", from);
        NewMailboxCommand.put(given, "owner", owner);
        NewMailboxCommand.put(given, "tenant", tenant);
        return given;
    }
}
