package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailboxDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would hinder afterProcessing: a folder that is not there, rights that the user has not (RFC 4314 section 2.1). */
final class ImapDoubts {
    private final ImapCommands imap;
    private final MailboxDefinition mailbox;

    ImapDoubts(ImapCommands imap, MailboxDefinition mailbox) {
        this.imap = imap;
        this.mailbox = mailbox;
    }

    List<String> list() throws ConnectionFailed {
        List<String> doubts = new ArrayList<>();
        String target = mailbox.moveToFolder().orElse("");
        if (!target.isEmpty() && !imap.has(target)) {
            doubts.add("moveToFolder '" + target + "' is not there: it is made when the first mail is moved");
        }
        Optional<String> rights = imap.rights(mailbox.folder());
        for (char right : needed(mailbox.afterProcessing()).toCharArray()) {
            if (rights.isPresent() && rights.get().indexOf(right) < 0) {
                doubts.add("the user has no right '" + right + "' on the folder, which afterProcessing needs");
            }
        }
        return doubts;
    }

    private static String needed(AfterProcessing how) {
        return switch (how) {
            case NONE -> "";
            case MARK_SEEN -> "s";
            case MOVE, DELETE -> "te";
        };
    }
}
