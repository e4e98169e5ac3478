package dev.serai.command;

import dev.serai.capture.mailbox.MailboxProbe.Found;
import dev.serai.dispatch.ServerTraits;
import dev.serai.files.MailServer;
import dev.serai.files.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying one mailbox, Kafka point or account.
 *
 * @param kind mailbox, kafka or account
 * @param server where it is
 * @param answer what is said where nothing is wrong and nothing was counted
 * @param found of a mailbox that can be read
 * @param reason what is wrong; null when nothing is
 * @param place the line that is most likely the cause
 * @param traits what the mail server of an account says of itself
 */
record ConnectionResult(
        String kind,
        String name,
        String server,
        String answer,
        @Nullable Found found,
        @Nullable String reason,
        Place place,
        @Nullable ServerTraits traits) {

    ConnectionResult(
            String kind,
            String name,
            String server,
            String answer,
            @Nullable Found found,
            @Nullable String reason,
            Place place) {
        this(kind, name, server, answer, found, reason, place, null);
    }

    /** With what a mail server says of itself. */
    ConnectionResult told(@Nullable ServerTraits said, long most) {
        if (said == null) {
            return this;
        }
        boolean less = said.mostOctets() > 0 && said.mostOctets() < most;
        String words = answer + "; " + said.words()
                + (less
                        ? String.format(Locale.ROOT, " (maxMessageSize is %,d: larger mail is refused late)", most)
                        : "");
        return new ConnectionResult(kind, name, server, words, found, reason, place, said);
    }

    boolean isWell() {
        return reason == null;
    }

    String text() {
        if (reason != null) {
            return place + ": " + kind + " '" + name + "': " + reason;
        }
        return name + "  " + server + "  " + (found != null ? counts(found) : answer);
    }

    /** Of a mailbox or an account. */
    static ConnectionResult of(
            String kind, String name, MailServer server, @Nullable Found found, @Nullable String reason, Place place) {
        return new ConnectionResult(
                kind,
                name,
                server.host() + ":" + server.port(),
                server.username().isEmpty() ? "answers; no login" : "login accepted",
                found,
                reason,
                place);
    }

    private static String counts(Found found) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%,d messages, %,d would be taken", found.messages(), found.wanted()));
        text.append(found.firstContact() ? " (as at first contact)" : "");
        found.doubts().forEach(doubt -> text.append("; ").append(doubt));
        return text.toString();
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", kind);
        members.put("name", name);
        members.put("server", server);
        members.put("ok", isWell());
        if (found != null) {
            members.put("messages", found.messages());
            members.put("wouldBeTaken", found.wanted());
            members.put("countedBy", found.firstContact() ? "first-contact" : "ledger");
            members.put("doubts", found.doubts());
        }
        if (traits != null) {
            members.put("tls", traits.tls() == null ? "none" : traits.tls());
            members.put("auth", traits.auth());
            members.put("mostOctets", traits.mostOctets());
        }
        if (reason != null) {
            members.put("file", place.file());
            members.put("line", place.line());
            members.put("reason", reason);
        }
        return members;
    }
}
