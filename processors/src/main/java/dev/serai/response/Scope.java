package dev.serai.response;

import dev.serai.response.Value.Moment;
import dev.serai.response.Value.Text;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One rendering: where fields get their values, and what was odd about them. */
final class Scope {
    private final ResponseContext context;
    private final Map<FieldReference, String> fallbacks;
    private final Locale locale;
    private final LocalDate today;
    private final Set<String> warnings = new LinkedHashSet<>();

    Scope(ResponseContext context, Map<FieldReference, String> fallbacks, Locale locale, LocalDate today) {
        this.context = context;
        this.fallbacks = fallbacks;
        this.locale = locale;
        this.today = today;
    }

    ResponseContext context() {
        return context;
    }

    Locale locale() {
        return locale;
    }

    LocalDate today() {
        return today;
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The value of a field, else its fallback, else the empty text with a warning. */
    Value read(FieldReference reference) {
        if (reference.field() == Field.INTERACTION_DATE_CREATED) {
            return new Moment(context.dateCreated().atZone(context.timeZone()), true);
        }
        String text = text(reference);
        if (!text.isBlank()) {
            return new Text(text);
        }
        String fallback = fallbacks.get(reference);
        if (fallback == null) {
            warn(reference + " is empty and has no fallback");
        }
        return fallback == null ? Text.EMPTY : new Text(fallback);
    }

    private String text(FieldReference reference) {
        return switch (reference.field()) {
            case INTERACTION_TIME_ZONE -> context.timeZone().getId();
            case INTERACTION_ATTACHED_DATA -> context.attachedData().getOrDefault(reference.key(), "");
            default -> context.text(reference.field());
        };
    }
}
