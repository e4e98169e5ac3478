package dev.serai.response;

import dev.serai.files.Place;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A layout or a signature in one language.
 *
 * @param prefix what stands before each line of a quote; a signature has none
 */
record Sheet(
        String language,
        Template text,
        Optional<Template> html,
        String prefix,
        Map<FieldReference, String> fallbacks,
        Place place) {

    Sheet {
        fallbacks = Map.copyOf(fallbacks);
    }

    Sheet with(Template newHtml) {
        return new Sheet(language, text, Optional.of(newHtml), prefix, fallbacks, place);
    }

    Block render(ResponseContext context, Instant now) {
        Scope scope = new Scope(context, fallbacks, Locale.forLanguageTag(language), now);
        return new Block(
                text.renderLines(scope, Escapes::text),
                html.map(template -> template.renderLines(scope, Escapes::html)),
                prefix);
    }
}
