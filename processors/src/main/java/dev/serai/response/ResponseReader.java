package dev.serai.response;

import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Reads one {@code .txt} file of a standard response. */
final class ResponseReader {
    static final String ORIGINAL = "the original stands in layouts only; write quote: true to have it below";

    private final ResponseName name;
    private final Set<String> attachments;
    private final Problems problems;

    /** @param attachments the files that there are */
    ResponseReader(ResponseName name, Set<String> attachments, Problems problems) {
        this.name = name;
        this.attachments = attachments;
        this.problems = problems;
    }

    /** The response; empty when it cannot be used, which is among the problems then. */
    Optional<StandardResponse> read(String content) {
        Problems own = new Problems();
        Optional<StandardResponse> response = FrontMatter.split(name.path(), content, own)
                .flatMap(matter -> YamlFile.parse(name.path(), matter.yaml())
                        .map(own)
                        .map(map -> response(new YamlReader(map, own), matter, own)));
        problems.addAll(own.list());
        return own.hasErrors() ? Optional.empty() : response;
    }

    private StandardResponse response(YamlReader keys, FrontMatter matter, Problems own) {
        String title = keys.required("subject");
        Template subject = Template.parse(title, subject(title, keys.placeOf("subject"), matter), own);
        Template text =
                Template.parse(matter.text(), Template.lines(name.path(), matter.textLine(), matter.text()), own);
        subject.refuse(Field::ofOriginal, ORIGINAL, own);
        text.refuse(Field::ofOriginal, ORIGINAL, own);
        keys.text("description");
        ResponseInfo info = new ResponseInfo(
                name.name(),
                name.language(),
                usage(keys),
                keys.text("category").orElse(""),
                keys.tenant("tenant"),
                keys.truth("active", true),
                keys.truth("approved", true),
                date(keys, "validFrom"),
                date(keys, "validUntil"),
                keys.truth("quote", false),
                attachments(keys));
        StandardResponse response = new StandardResponse(
                info,
                subject,
                text,
                Optional.empty(),
                fallbacks(keys, keys.textMap("fallbacks")),
                Place.of(name.path(), 1));
        keys.rejectUnknown();
        return response;
    }

    /** Where the subject's characters stand: known where YAML has it as it is on one line. */
    private static IntFunction<Place> subject(String title, Place key, FrontMatter matter) {
        int begin = matter.line(key.line()).indexOf(title);
        return offset -> new Place(key.file(), key.line(), begin < 0 ? 0 : begin + offset + 1);
    }

    private static Set<Usage> usage(YamlReader keys) {
        Set<Usage> usage = EnumSet.noneOf(Usage.class);
        List<String> names = keys.texts("usage");
        for (String text : names) {
            Arrays.stream(Usage.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            usage::add,
                            () -> keys.error(
                                    "usage",
                                    "'usage': '" + text
                                            + "' is none of acknowledgement, autoresponse, suggestion, notification"));
        }
        if (names.isEmpty()) {
            keys.error("usage", "'usage' is missing; it must be a list such as [acknowledgement]");
        }
        return usage;
    }

    private static Optional<LocalDate> date(YamlReader keys, String key) {
        return keys.parsed(key, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("'" + text + "' is no date such as 2026-01-31", e);
            }
        });
    }

    private List<String> attachments(YamlReader keys) {
        List<String> names = keys.texts("attachments");
        names.stream()
                .filter(file -> !attachments.contains(file))
                .forEach(file -> keys.error(
                        "attachments", "'attachments': there is no file config/responses/attachments/" + file));
        return names;
    }

    static Map<FieldReference, String> fallbacks(YamlReader keys, Map<String, String> given) {
        Map<FieldReference, String> fallbacks = new LinkedHashMap<>();
        given.forEach((code, text) -> {
            try {
                fallbacks.put(FormulaParser.reference(code), text);
            } catch (FormulaException e) {
                keys.error("fallbacks", "'fallbacks': '" + code + "': " + e.getMessage());
            }
        });
        return fallbacks;
    }
}
