package dev.serai.operation;

import dev.serai.display.WrittenHtml;
import dev.serai.interaction.Party;
import dev.serai.response.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every mail of a client says, or the standard response that it chose.
 *
 * @param response name of a standard response; text, html and subject given beside it win over its own
 * @param from one of the account's addresses; null = by the account's rules
 * @param agent the fields `Agent.…` of response and signature; empty = those of the default agent
 * @param to whom; empty = as the kind of mail has it
 * @param cc null = as the kind of mail has it; given, even as an empty list, it counts
 * @param html without what must not be in a mail
 * @param sendAfter it does not leave before; null = at once
 * @param warnings what was left out of it
 */
public record MailFields(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String response,
        @Nullable String language,
        @Nullable Party from,
        Map<Field, String> agent,
        List<Party> to,
        @Nullable List<Party> cc,
        List<Party> bcc,
        List<ReplyFile> attachments,
        @Nullable Instant sendAfter,
        List<String> warnings) {
    private static final int LONGEST = 1_000_000;

    /** Reads all but `from`, which means more in some requests. */
    static MailFields read(JsonFields fields, @Nullable Party from) {
        WrittenHtml html = html(fields);
        return new MailFields(
                fields.line("subject", 998),
                fields.text("text", LONGEST),
                html == null ? null : html.html(),
                fields.text("response", 64),
                fields.value("language", SubmitWords::language),
                from,
                AgentFields.read(fields),
                PartyFields.recipients(fields, "to"),
                fields.has("cc") ? PartyFields.recipients(fields, "cc") : null,
                PartyFields.recipients(fields, "bcc"),
                ReplyFile.read(fields),
                fields.time("sendAfter"),
                html == null ? List.of() : html.warnings());
    }

    /** What a client writes as HTML, as it may leave. */
    static @Nullable WrittenHtml html(JsonFields fields) {
        String html = fields.text("html", LONGEST);
        return html == null ? null : WrittenHtml.of(html);
    }

    /** Those who get a copy as the client says. */
    public List<Party> copies() {
        return cc == null ? List.of() : cc;
    }

    /** Whether there is anything to be read in it. */
    boolean saysSomething() {
        return text != null || html != null || response != null;
    }

    /** The same with a text. */
    MailFields saying(String words) {
        return new MailFields(
                subject, words, html, response, language, from, agent, to, cc, bcc, attachments, sendAfter, warnings);
    }
}
