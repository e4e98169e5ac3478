package dev.serai.response;

import java.util.List;
import java.util.Optional;

/**
 * A standard response with its values, ready to be sent.
 *
 * @param subject on one line
 * @param html the HTML text, where the response has one
 * @param language the tag of the file that was chosen
 * @param attachments names of files in {@code config/responses/attachments/}
 * @param quote whether the original is to be quoted below the text
 * @param fallbacks the fields whose fallback was used
 * @param warnings fields without value and fallback, and values that did not fit
 */
public record Rendered(
        String subject,
        String text,
        Optional<String> html,
        String language,
        List<String> attachments,
        boolean quote,
        List<String> fallbacks,
        List<String> warnings) {

    public Rendered {
        attachments = List.copyOf(attachments);
        fallbacks = List.copyOf(fallbacks);
        warnings = List.copyOf(warnings);
    }
}
