package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.display.WrittenHtml;
import dev.serai.interaction.Content;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.text.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client changes about an outbound mail; what is absent stays.
 *
 * @param text the whole plain text, with what is quoted; null = as it is, or of the HTML where that is given
 * @param html null = as it is; where the text alone is given it goes, for it would say something else
 * @param to null = as they are; so cc and bcc
 * @param added files that go along too
 * @param removed numbers of attachments that do not, from 1
 * @param warnings what was left out of the HTML
 */
public record EditRequest(
        String token,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable List<Party> to,
        @Nullable List<Party> cc,
        @Nullable List<Party> bcc,
        List<ReplyFile> added,
        List<Integer> removed,
        List<String> warnings) {
    private static final int LONGEST = 1_000_000;
    private static final String WHAT = "subject, text, html, to, cc, bcc, attachments, removeAttachments";

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each, or there is nothing to edit
     */
    public static EditRequest read(JsonFields fields) {
        WrittenHtml html = MailFields.html(fields);
        EditRequest request = new EditRequest(
                ReplyRequest.token(fields),
                fields.line("subject", 998),
                fields.text("text", LONGEST),
                html == null ? null : html.html(),
                parties(fields, "to"),
                parties(fields, "cc"),
                parties(fields, "bcc"),
                ReplyFile.read(fields),
                removed(fields),
                html == null ? List.of() : html.warnings());
        fields.finish();
        if (request.isEmpty()) {
            throw new RefusedException(Refusal.of(
                    Code.INVALID_REQUEST, "there is nothing to edit in it; expected at least one of " + WHAT));
        }
        return request;
    }

    private boolean isEmpty() {
        return Stream.of(subject, text, html, to, cc, bcc).allMatch(Objects::isNull)
                && added.isEmpty()
                && removed.isEmpty();
    }

    private static @Nullable List<Party> parties(JsonFields fields, String name) {
        return fields.has(name) ? PartyFields.recipients(fields, name) : null;
    }

    private static List<Integer> removed(JsonFields fields) {
        JsonNode list = fields.get("removeAttachments");
        TreeSet<Integer> numbers = new TreeSet<>();
        if (list == null) {
            return List.of();
        }
        list.forEach(number -> numbers.add(number.isInt() ? number.intValue() : 0));
        if (!list.isArray() || (!numbers.isEmpty() && numbers.first() < 1)) {
            fields.fault("removeAttachments", "expected a list of numbers of attachments, counted from 1");
        }
        return List.copyOf(numbers);
    }

    /**
     * The files that come along.
     *
     * @throws RefusedException when there is no such attachment
     */
    public List<Attached> files(ReplyFile.Shelf shelf) {
        return added.stream()
                .map(file -> file instanceof ReplyFile.Given given ? given.file() : shelf.get((ReplyFile.Stored) file))
                .toList();
    }

    /**
     * The mail that is to be composed.
     *
     * @param before what it says now
     * @param nowHtml its HTML now
     * @param kept its attachments that stay
     * @param fresh files that come along
     */
    public OutboundDraft draft(
            OutboundDraft.Kind kind,
            Content before,
            @Nullable String language,
            @Nullable String nowHtml,
            List<Attached> kept,
            List<Attached> fresh,
            @Nullable Passing passing) {
        List<Attached> files = new ArrayList<>(kept);
        files.addAll(fresh);
        String said = html == null ? before.text() : HtmlText.of(html);
        return new OutboundDraft(
                kind,
                to == null ? before.to() : to,
                cc == null ? before.cc() : cc,
                bcc == null ? before.bcc() : bcc,
                subject == null ? Objects.requireNonNullElse(before.subject(), "") : subject,
                text == null ? said : text,
                html == null && text == null ? nowHtml : html,
                files,
                null,
                language,
                passing);
    }

    /** The names of the fields that a draft changes. */
    public List<String> changes(Content before, @Nullable String nowHtml, OutboundDraft draft) {
        List<String> changed = new ArrayList<>();
        note(changed, "subject", Objects.equals(draft.subject(), before.subject()));
        note(changed, "to", draft.to().equals(before.to()));
        note(changed, "cc", draft.cc().equals(before.cc()));
        note(changed, "bcc", draft.bcc().equals(before.bcc()));
        note(changed, "text", draft.text().equals(before.text()));
        note(changed, "html", Objects.equals(draft.html(), nowHtml));
        note(changed, "attachments", added.isEmpty() && removed.isEmpty());
        return List.copyOf(changed);
    }

    private static void note(List<String> changed, String name, boolean same) {
        if (!same) {
            changed.add(name);
        }
    }
}
