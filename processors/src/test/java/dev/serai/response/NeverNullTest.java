package dev.serai.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No customer ever reads the word null, whatever is not known. */
class NeverNullTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<String> LANGUAGES =
            List.of("en", "de", "de-at", "fr", "es", "it", "nl", "pl", "pt-br", "tr", "ja", "zh", "ar", "he", "xx");
    private static final ResponseContext NOTHING = ResponseContext.at(NOW, ZoneId.of("Europe/Berlin"));

    static Stream<String> languages() {
        return LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anEmptyFieldShouldBeTheEmptyTextWithAWarning(String language) throws ResponseException {
        for (Field field :
                Field.codes().stream().map(code -> Field.of(code).orElseThrow()).toList()) {
            String code = code(field);
            Rendered rendered = book(language, "[<$" + code + "$>]").draft("r", language, NOTHING, NOW);

            assertThat(all(rendered))
                    .as(code)
                    .doesNotContainIgnoringCase("null")
                    .doesNotContain("<$");
            boolean known = field == Field.INTERACTION_DATE_CREATED || field == Field.INTERACTION_TIME_ZONE;
            assertThat(rendered.warnings().isEmpty()).as(code).isEqualTo(known);
            assertThat(rendered.text().equals("[]")).as(code).isEqualTo(!known);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachFunctionShouldWriteNoNullOfAnEmptyField(String language) throws ResponseException {
        for (Function function : Function.byName().values()) {
            String code = call(function);
            Rendered rendered =
                    book(language, "[<$" + shown(function, code) + "$>]").draft("r", language, NOTHING, NOW);

            assertThat(all(rendered))
                    .as(code)
                    .doesNotContainIgnoringCase("null")
                    .doesNotContain("<$");
        }
    }

    @Test
    void randomFormulasShouldWriteNoNullAndNeverThrow() throws ResponseException {
        Random random = new Random(20261123);
        List<String> pieces = new ArrayList<>(Field.codes().stream()
                .map(one -> code(Field.of(one).orElseThrow()))
                .toList());
        Function.byName().values().forEach(function -> pieces.add(call(function)));
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            String code = pieces.get(random.nextInt(pieces.size())) + " "
                    + List.of("+", "-", "*", "/").get(random.nextInt(4)) + " "
                    + pieces.get(random.nextInt(pieces.size()));
            ResponseBook book = book("en", "[<$" + code + "$>]");
            if (book.problems().stream().noneMatch(problem -> problem.isError())) {
                read++;
                assertThat(all(book.draft("r", "en", NOTHING, NOW))).as(code).doesNotContainIgnoringCase("null");
            }
        }
        assertThat(read).isGreaterThan(300);
    }

    /** As programs write what they do not know. */
    @Test
    void aValueThatSaysNullShouldBeEmpty() throws ResponseException {
        ResponseContext context =
                NOTHING.withAttachedData(Map.of("key", "null")).with(Field.CONTACT_TITLE, " NULL ");
        Rendered rendered = book("en", "[<$Interaction.AttachedData(\"key\") + Contact.Title$>]")
                .draft("r", "en", context, NOW);

        assertThat(rendered.text()).isEqualTo("[]");
        assertThat(rendered.warnings()).hasSize(2);
    }

    @Test
    void aContextShouldKeepNoNull() {
        assertThat(NOTHING.with(Field.CONTACT_TITLE, null).text(Field.CONTACT_TITLE))
                .isEmpty();
    }

    private static String code(Field field) {
        return field == Field.INTERACTION_ATTACHED_DATA ? field.code() + "(\"key\")" : field.code();
    }

    /** A call of it on fields that are empty. */
    private static String call(Function function) {
        List<String> arguments = new ArrayList<>();
        for (Type type : function.parameters()) {
            arguments.add(
                    switch (type) {
                        case DATE -> "Interaction.DateCreated";
                        case NUMBER -> "Interaction.AttachedData(\"n\")";
                        default -> "Contact.FirstName";
                    });
        }
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    private static String shown(Function function, String code) {
        return function.result() == Type.TRUTH ? "If(" + code + ", \"yes\", \"no\")" : code;
    }

    private static ResponseBook book(String language, String text) {
        Map<String, String> files = new HashMap<>();
        String code = text.substring(1, text.length() - 1);
        String head = "---\nsubject: '" + code + "'\nusage: [acknowledgement]\n---\n";
        for (String tag : new TreeSet<>(List.of("en", language))) {
            files.put("r." + tag.toLowerCase(Locale.ROOT) + ".txt", head + text);
            files.put("r." + tag.toLowerCase(Locale.ROOT) + ".html", "<p>" + text + "</p>");
        }
        return ResponseBook.load(files, Set.of(), "en");
    }

    private static String all(Rendered rendered) {
        return rendered.subject() + rendered.text() + rendered.html().orElseThrow();
    }
}
