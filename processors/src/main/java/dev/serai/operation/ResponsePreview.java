package dev.serai.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.response.Field;
import dev.serai.response.Rendered;
import dev.serai.response.ResponseBook;
import dev.serai.response.ResponseContext;
import dev.serai.response.ResponseException;
import dev.serai.response.ResponseInfo;
import dev.serai.response.Usage;
import dev.serai.strategy.Playbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a standard response would look, also one that may not be used yet.
 *
 * @param language the tag of the file that was chosen
 * @param usable whether it may be used now
 * @param because why not; null where it may
 * @param attachments names of files that go along
 * @param quote whether the mail that is answered is quoted below
 * @param added what the mail has below besides, which is not shown here
 * @param fallbacks fields without a value, where the fallback stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponsePreview(
        String response,
        String language,
        List<String> usage,
        @Nullable String category,
        boolean usable,
        @Nullable String because,
        String subject,
        String text,
        @Nullable String html,
        List<String> attachments,
        boolean quote,
        List<String> added,
        List<String> fallbacks,
        List<String> warnings) {

    /** @throws ResponseException when there is no such response */
    public static ResponsePreview of(
            ResponseBook responses, String name, @Nullable String language, ResponseContext context, Instant now)
            throws ResponseException {
        Rendered rendered = responses.draft(name, language, context, now);
        ResponseInfo info = responses.find(name, language).orElseThrow();
        Optional<String> unusable = info.unusable(now, context.timeZone());
        return new ResponsePreview(
                name,
                rendered.language(),
                words(info),
                info.category().isEmpty() ? null : info.category(),
                unusable.isEmpty(),
                unusable.orElse(null),
                rendered.subject(),
                rendered.text(),
                rendered.html().orElse(null),
                rendered.attachments(),
                rendered.quote(),
                added(info, rendered),
                rendered.fallbacks(),
                rendered.warnings());
    }

    /** By the layout and the signature of the account or queue, which are chosen when somebody writes. */
    private static List<String> added(ResponseInfo info, Rendered rendered) {
        List<String> added = new ArrayList<>();
        if (info.usage().contains(Usage.SUGGESTION) || info.usage().contains(Usage.NOTIFICATION)) {
            added.add("where a person writes with it: the signature of the account or queue");
        }
        if (rendered.quote()) {
            added.add("the mail that is answered, by the quote layout of the account or queue");
        }
        return List.copyOf(added);
    }

    /** The uses of a response as its file writes them. */
    public static List<String> words(ResponseInfo info) {
        return info.usage().stream()
                .map(usage -> usage.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** Values for a preview without an interaction. */
    public static ResponseContext sample(Playbook playbook, Instant now) {
        ResponseContext context = ResponseContext.at(now, playbook.policy().timeZone())
                .with(Field.INTERACTION_ID, "0190b7a4-1111-7000-8000-000000000001")
                .with(Field.INTERACTION_SUBJECT, "The lamp")
                .with(Field.INTERACTION_TO_ADDRESS, "support@example.com")
                .with(Field.INTERACTION_FROM_ADDRESS, "ada@example.org")
                .with(Field.CONTACT_ID, "0190b7a4-2222-7000-8000-000000000002")
                .with(Field.CONTACT_FIRST_NAME, "Ada")
                .with(Field.CONTACT_LAST_NAME, "Lovelace")
                .with(Field.CONTACT_PRIMARY_EMAIL_ADDRESS, "ada@example.org");
        for (Map.Entry<Field, String> known : playbook.policy().agent().entrySet()) {
            context = context.with(known.getKey(), known.getValue());
        }
        return context;
    }
}
