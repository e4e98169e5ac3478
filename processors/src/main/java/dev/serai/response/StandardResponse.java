package dev.serai.response;

import dev.serai.files.Place;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A standard response in one language. */
record StandardResponse(
        ResponseInfo info,
        Template subject,
        Template text,
        Optional<Template> html,
        Map<FieldReference, String> fallbacks,
        Place place) {

    StandardResponse {
        fallbacks = Map.copyOf(fallbacks);
    }

    StandardResponse with(Template newHtml) {
        return new StandardResponse(info, subject, text, Optional.of(newHtml), fallbacks, place);
    }

    /** The fallbacks of fields that nothing reads. */
    Stream<FieldReference> idle() {
        Set<FieldReference> read = Stream.concat(Stream.of(subject, text), html.stream())
                .flatMap(Template::fields)
                .collect(Collectors.toSet());
        return fallbacks.keySet().stream().filter(field -> !read.contains(field));
    }

    /** The fields that may be empty and have no fallback. */
    Stream<Template.Use> uncovered() {
        return Stream.concat(Stream.of(subject, text), html.stream())
                .flatMap(Template::uses)
                .filter(use -> use.reference().field().mayBeEmpty())
                .filter(use -> !fallbacks.containsKey(use.reference()));
    }

    Rendered render(ResponseContext context, Instant now) {
        Scope scope = new Scope(context, fallbacks, Locale.forLanguageTag(info.language()), now);
        String subjectLine = Escapes.subjectLine(subject.render(scope, Escapes::subject));
        String plain = text.render(scope, Escapes::text);
        Optional<String> rich = html.map(template -> template.render(scope, Escapes::html));
        return new Rendered(
                subjectLine,
                plain,
                rich,
                info.language(),
                info.attachments(),
                info.quote(),
                scope.fallenBack(),
                scope.warnings());
    }
}
