package dev.serai.command;

import dev.serai.capture.mailbox.MailboxProbe.Found;
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
 */
record ConnectionResult(
        String kind,
        String name,
        String server,
        String answer,
        @Nullable Found found,
        @Nullable String reason,
        Place place) {

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
        if (reason != null) {
            members.put("file", place.file());
            members.put("line", place.line());
            members.put("reason", reason);
        }
        return members;
    }
}
