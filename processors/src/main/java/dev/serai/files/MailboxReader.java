package dev.serai.files;

import dev.serai.files.MailboxDefinition.Duplicates;
import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.files.MailboxDefinition.Limits;
import dev.serai.files.MailboxDefinition.Oversize;
import dev.serai.files.MailboxDefinition.Polling;
import dev.serai.interaction.AccountName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of a mailbox; formats.md, "Mailbox", has them all. */
final class MailboxReader {
    private static final long DEFAULT_SIZE = 25L << 20;
    private static final int DEFAULT_MAILBOX = 100_000;
    private final RouteFile route;
    private final YamlReader keys;

    MailboxReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<MailboxDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).read("email");
        keys.required("address");
        MailProtocol protocol = protocol();
        StartFrom startFrom = startFrom(protocol);
        AfterProcessing after = afterProcessing(protocol);
        MailServer server = new MailServerReader(keys).read(protocol, true);
        String folder = folder(protocol);
        Optional<String> moveTo = moveTo(after, folder);
        return point.map(found -> new MailboxDefinition(
                found,
                keys.parsed("address", MailAddress::plain).orElse(""),
                server,
                folder,
                startFrom,
                after,
                moveTo,
                AccountName.of(keys.name("replyVia").orElse("default")),
                polling(),
                limits(protocol),
                keys.parsed("language", Languages::check),
                keys.texts("transformers"),
                keys.choice("joinBySubject", JoinBySubject.class).orElse(JoinBySubject.NEVER),
                keys.duration("expectMailWithin"),
                keys.truth("trace", false)));
    }

    private MailProtocol protocol() {
        return keys.parsed("protocol", text -> switch (text) {
                    case "imap" -> MailProtocol.IMAP;
                    case "pop3" -> MailProtocol.POP3;
                    default -> throw new IllegalArgumentException("'" + text + "' is neither imap nor pop3");
                })
                .orElse(MailProtocol.IMAP);
    }

    private StartFrom startFrom(MailProtocol protocol) {
        StartFrom.Kind usual = protocol == MailProtocol.POP3 ? StartFrom.Kind.ALL : StartFrom.Kind.UNSEEN;
        StartFrom startFrom = keys.parsed("startFrom", StartFrom::of).orElse(StartFrom.of(usual));
        if (protocol == MailProtocol.POP3
                && !EnumSet.of(StartFrom.Kind.ALL, StartFrom.Kind.NOW).contains(startFrom.kind())) {
            keys.error(
                    "startFrom",
                    "'startFrom': '" + startFrom + "' is not possible with protocol pop3, which knows"
                            + " neither seen mail nor dates; expected all or now");
        }
        return startFrom;
    }

    private AfterProcessing afterProcessing(MailProtocol protocol) {
        AfterProcessing usual = protocol == MailProtocol.POP3 ? AfterProcessing.NONE : AfterProcessing.MARK_SEEN;
        AfterProcessing after =
                keys.choice("afterProcessing", AfterProcessing.class).orElse(usual);
        if (protocol == MailProtocol.POP3
                && !Set.of(AfterProcessing.NONE, AfterProcessing.DELETE).contains(after)) {
            keys.error(
                    "afterProcessing",
                    "'afterProcessing': '" + Choices.text(after) + "' is not possible with"
                            + " protocol pop3, which knows neither flags nor folders; expected none or delete");
        }
        return after;
    }

    private String folder(MailProtocol protocol) {
        String folder = keys.text("folder").orElse("INBOX");
        if (protocol == MailProtocol.POP3 && !folder.equals("INBOX")) {
            keys.error("folder", "'folder': '" + folder + "' is not possible with protocol pop3, which has only INBOX");
        }
        return folder;
    }

    private Optional<String> moveTo(AfterProcessing after, String from) {
        Optional<String> folder = keys.text("moveToFolder");
        if (folder.filter(to -> isSame(to, from)).isPresent()) {
            keys.error(
                    "moveToFolder",
                    "'moveToFolder': '" + folder.get() + "' is the folder that mail is taken from; expected another");
        } else if (after == AfterProcessing.MOVE && folder.isEmpty()) {
            keys.error("afterProcessing", "'moveToFolder' is missing; afterProcessing: move needs it");
        } else if (after != AfterProcessing.MOVE && folder.isPresent()) {
            keys.error("moveToFolder", "'moveToFolder' has no effect without afterProcessing: move");
        }
        return folder;
    }

    /** INBOX is the only name that counts in any case (RFC 3501 section 5.1). */
    private static boolean isSame(String folder, String other) {
        return folder.equals(other) || (folder.equalsIgnoreCase("INBOX") && other.equalsIgnoreCase("INBOX"));
    }

    private Polling polling() {
        return new Polling(
                keys.duration("pollInterval").orElse(Duration.ofSeconds(30)),
                keys.truth("idle", true),
                keys.number("maxPerPoll", 1, 10_000).orElse(200),
                keys.number("attempts", 1, 100).orElse(5));
    }

    private Limits limits(MailProtocol protocol) {
        Optional<Integer> maxMailbox = keys.number("maxMailbox", 1, 1_000_000);
        if (maxMailbox.isPresent() && protocol != MailProtocol.POP3) {
            keys.error("maxMailbox", "'maxMailbox' has no effect with protocol imap, which lists only what is new");
        }
        return new Limits(
                keys.size("maxMessageSize").orElse(DEFAULT_SIZE),
                keys.choice("oversize", Oversize.class).orElse(Oversize.LEAVE),
                keys.choice("duplicates", Duplicates.class).orElse(Duplicates.PER_MAILBOX),
                keys.truth("splitByRecipient", false),
                keys.number("copyLimit", 1, 50).orElse(10),
                maxMailbox.orElse(DEFAULT_MAILBOX));
    }
}
