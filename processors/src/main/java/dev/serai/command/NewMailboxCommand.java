package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.scaffold.MailboxDraft;
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

/** Writes a mailbox. What is not said has an example or its default. */
@Command(
        name = "mailbox",
        header = "A mailbox to capture mail from: routes/capture/capture-mail-NAME.camel.yaml.",
        sortOptions = false)
final class NewMailboxCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among all capture points, for ever; such as support-de.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--address", paramLabel = "MAIL", description = "The mailbox's own address.")
    private @Nullable String address;

    @Option(names = "--protocol", paramLabel = "WORD", description = "imap (default) or pop3.")
    private @Nullable String protocol;

    @Option(
            names = "--security",
            paramLabel = "WORD",
            description = "tls (default), starttls-required, starttls or none.")
    private @Nullable String security;

    @Option(names = "--host", paramLabel = "NAME", description = "The mail server.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "By protocol and security unless given.")
    private @Nullable String port;

    @Option(names = "--username", paramLabel = "NAME", description = "Who logs in; the address unless given.")
    private @Nullable String username;

    @Option(
            names = "--secret",
            paramLabel = "REF",
            description = "env:NAME or file:/path; env:<NAME>_SECRET unless given.")
    private @Nullable String secret;

    @Option(names = "--folder", paramLabel = "NAME", description = "The IMAP folder; INBOX unless given.")
    private @Nullable String folder;

    @Option(names = "--start-from", paramLabel = "WHAT", description = "At first contact: unseen, all, now or a day.")
    private @Nullable String startFrom;

    @Option(names = "--after-processing", paramLabel = "WHAT", description = "none, mark-seen, move or delete.")
    private @Nullable String afterProcessing;

    @Option(names = "--move-to-folder", paramLabel = "NAME", description = "For --after-processing move.")
    private @Nullable String moveToFolder;

    @Option(names = "--queue", paramLabel = "NAME", description = "Where its mail goes; inbound unless given.")
    private @Nullable String queue;

    @Option(
            names = "--reply-via",
            paramLabel = "ACCOUNT",
            description = "The account that answers; default unless given.")
    private @Nullable String replyVia;

    @Option(names = "--owner", paramLabel = "MAIL", description = "Whom the night shift calls.")
    private @Nullable String owner;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Whose its mail is; default unless given.")
    private @Nullable String tenant;

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new MailboxDraft(name, given()).draft(home, Generation.load(home)));
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "address", address);
        put(given, "protocol", protocol);
        put(given, "security", security);
        put(given, "host", host);
        put(given, "port", port);
        put(given, "username", username);
        put(given, "secret", secret);
        put(given, "folder", folder);
        put(given, "startFrom", startFrom);
        put(given, "afterProcessing", afterProcessing);
        put(given, "moveToFolder", moveToFolder);
        put(given, "queue", queue);
        put(given, "replyVia", replyVia);
        put(given, "owner", owner);
        put(given, "tenant", tenant);
        return given;
    }

    static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
