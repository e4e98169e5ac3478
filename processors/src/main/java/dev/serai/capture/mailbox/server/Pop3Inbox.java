package dev.serai.capture.mailbox.server;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open mailbox of one session with its listing; sizes are asked for when first needed. */
final class Pop3Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Pop3Inbox.class);
    /** Asking for single UIDLs ends here: a server that gives none must not be asked for each mail. */
    private static final int MOST_MISSING = 10;

    private final POP3Folder folder;
    private final Pop3Listing listing;
    private int @Nullable [] sizes;

    private Pop3Inbox(POP3Folder folder) throws MessagingException {
        this.folder = folder;
        this.listing = Pop3Listing.of(uidls(folder), this::sizeOf);
    }

    static Pop3Inbox listed(POP3Folder folder) throws MessagingException {
        Pop3Inbox inbox = new Pop3Inbox(folder);
        if (inbox.listing.missing() > 0) {
            LOG.warn("mails without UIDL are left alone mails={}", inbox.listing.missing());
        }
        return inbox;
    }

    private static List<@Nullable String> uidls(POP3Folder folder) throws MessagingException {
        Message[] all = new Message[folder.getMessageCount()];
        for (int i = 0; i < all.length; i++) {
            all[i] = folder.getMessage(i + 1);
        }
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(all, profile);
        List<@Nullable String> uidls = new ArrayList<>(all.length);
        int missing = 0;
        for (Message message : all) {
            String uidl = folder.getUID(message);
            missing += uidl == null ? 1 : 0;
            if (missing > MOST_MISSING || (missing == all.length && missing > 0)) {
                throw new MessagingException("the server gives no UIDL, by which mails are told apart");
            }
            uidls.add(uidl);
        }
        return uidls;
    }

    List<String> positions() {
        return List.copyOf(listing.numbers().keySet());
    }

    boolean has(String position) {
        return listing.numbers().containsKey(position);
    }

    boolean isShared(String position) {
        return listing.isShared(position);
    }

    int size(String position) throws MessagingException {
        return sizeOf(number(position));
    }

    Message message(String position) throws MessagingException {
        return folder.getMessage(number(position));
    }

    void close() {
        try {
            folder.close(true);
        } catch (MessagingException | RuntimeException broken) {
            // What was not deleted is found at the next look, by its ledger row.
        }
    }

    private int sizeOf(int number) throws MessagingException {
        int[] known = sizes;
        if (known == null) {
            known = folder.getSizes();
            sizes = known;
        }
        return known[number - 1];
    }

    private int number(String position) {
        Integer number = listing.numbers().get(position);
        if (number == null) {
            throw new IllegalArgumentException("no such UIDL in this session");
        }
        return number;
    }
}
