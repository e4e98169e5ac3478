package dev.serai.kind;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the header of a mail alone tells, cheap enough to be asked of every mail. */
final class Clues {
    private static final int LONGEST = 300;
    private static final Pattern ANSWER = Pattern.compile(
            "(?:re|fwd?|aw|antw|wg|sv|vs|vb|tr|rv|rif|ref|r|i|enc|vl|doorst|odp|pd|ynt|ilt|vá|转发|回复|回覆|答复|返信)"
                    + "\\s?(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\))?\\s?[:：]");
    private static final Pattern TAG =
            Pattern.compile("^(?:\\s*(?:\\[[^\\]]{1,30}\\]|\\*{2,}[^*]{1,20}\\*{2,}|\\{[^}]{1,20}\\}))+\\s*");

    final MailMessage message;
    final HeaderIndex headers;
    /** The subject in lower-case, without the marks of filters such as {@code [SPAM]}; cut. */
    final String subject;
    /** The subject in lower-case with such marks; cut. */
    final String marked;
    /** The From field in lower-case: name and address as they were written; cut. */
    final String from;
    /** What stands before the at sign of the author's address, lower-case; empty for nobody. */
    final String local;

    Clues(MailMessage message) {
        this.message = message;
        this.headers = new HeaderIndex(message);
        this.marked = cut(message.subject());
        this.subject = withoutTags(marked);
        this.from = headers.lower("from");
        this.local = localPart(message.from());
    }

    /** What stands before the at sign, lower-case; empty for nobody. */
    static String localPart(@Nullable MailAddress address) {
        if (address == null) {
            return "";
        }
        int at = address.address().indexOf('@');
        String local = at < 0 ? address.address() : address.address().substring(0, at);
        return local.toLowerCase(Locale.ROOT);
    }

    /** Whether its subject is that of an answer or of a forwarded mail. */
    boolean answersOrForwards() {
        return ANSWER.matcher(subject).lookingAt();
    }

    /** Whether the mail as a whole is a report (RFC 6522). */
    boolean isReport() {
        return headers.word("content-type").equals("multipart/report");
    }

    private static String withoutTags(String subject) {
        boolean tagged = !subject.isEmpty() && "[*{ ".indexOf(subject.charAt(0)) >= 0;
        String bare = tagged ? TAG.matcher(subject).replaceFirst("") : subject;
        return bare.isEmpty() ? subject : bare;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length())).strip().toLowerCase(Locale.ROOT);
    }
}
