package dev.serai.response;

import dev.serai.response.Value.Moment;
import dev.serai.response.Value.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One rendering: where fields get their values, and what was odd about them. */
final class Scope {
    /** Characters of one value. */
    private static final int LONGEST = 20_000;
    /** Of the mail that is answered. */
    private static final int LONGEST_ORIGINAL = 100_000;

    private final ResponseContext context;
    private final Map<FieldReference, String> fallbacks;
    private final Locale locale;
    private final ZonedDateTime now;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> fallenBack = new LinkedHashSet<>();

    /** For what is tried without an interaction. */
    static final Scope SAMPLE =
            new Scope(ResponseContext.at(Instant.EPOCH, ZoneOffset.UTC), Map.of(), Locale.ENGLISH, Instant.EPOCH);

    Scope(ResponseContext context, Map<FieldReference, String> fallbacks, Locale locale, Instant now) {
        this.context = context;
        this.fallbacks = fallbacks;
        this.locale = locale;
        this.now = now.atZone(context.timeZone());
    }

    ResponseContext context() {
        return context;
    }

    Locale locale() {
        return locale;
    }

    ZonedDateTime now() {
        return now;
    }

    /** Whether a field has no value, whatever its fallback is. */
    boolean isEmpty(FieldReference reference) {
        return reference.field().type() != Type.DATE && text(reference).isBlank();
    }

    /** The mail that is answered as markup that is safe to stand in another. */
    String markup() {
        return context.text(Field.ORIGINAL_HTML);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The fields whose fallback was used. */
    List<String> fallenBack() {
        return List.copyOf(fallenBack);
    }

    /** The value of a field, else its fallback, else the empty text with a warning. */
    Value read(FieldReference reference) {
        if (reference.field().type() == Type.DATE) {
            return new Moment(context.dateCreated().atZone(context.timeZone()), true);
        }
        String text = text(reference);
        if (!text.isBlank()) {
            return new Text(clipped(reference, text));
        }
        String fallback = fallbacks.get(reference);
        if (fallback == null) {
            warn(reference + " is empty and has no fallback");
            return Text.EMPTY;
        }
        fallenBack.add(reference.toString());
        return new Text(fallback);
    }

    private String clipped(FieldReference reference, String text) {
        int longest = reference.field().ofOriginal() ? LONGEST_ORIGINAL : LONGEST;
        if (text.length() <= longest) {
            return text;
        }
        warn(reference + " has " + text.length() + " characters and is cut to " + longest);
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 1)));
    }

    private String text(FieldReference reference) {
        String text = given(reference);
        return text.strip().equalsIgnoreCase("null") ? "" : text;
    }

    private String given(FieldReference reference) {
        return switch (reference.field()) {
            case INTERACTION_TIME_ZONE -> context.timeZone().getId();
            case INTERACTION_ATTACHED_DATA -> context.attachedData().getOrDefault(reference.key(), "");
            default -> context.text(reference.field());
        };
    }
}
