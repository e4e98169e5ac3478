package dev.serai.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of responses names every field and function, and its examples are true. */
class ResponsePageTest {
    private static final Path PAGE = Path.of(System.getProperty("serai.home"), "docs/reference/responses.md");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([A-Z]\\w+\\.[^`]+)` \\|[^|]*\\| `([^`]*)` \\|$");
    private static final Pattern FUNCTION =
            Pattern.compile("(?m)^\\| `(\\w+)\\([^`]*\\)` \\|[^|]*\\| `([^`]*)` \\| `([^`]*)` \\|$");
    private static final ResponseContext CONTEXT = ResponseContext.at(
                    Instant.parse("2026-11-23T09:05:00Z"), ZoneId.of("Europe/Berlin"))
            .withAttachedData(Map.of("key", "gold"))
            .with(Field.INTERACTION_ID, "0190b7a4-1111-7000-8000-000000000001")
            .with(Field.INTERACTION_SUBJECT, "The lamp")
            .with(Field.INTERACTION_TO_ADDRESS, "support@example.com")
            .with(Field.INTERACTION_FROM_ADDRESS, "ada@example.org")
            .with(Field.CONTACT_ID, "0190b7a4-2222-7000-8000-000000000002")
            .with(Field.CONTACT_TITLE, "Countess")
            .with(Field.CONTACT_FIRST_NAME, "Ada")
            .with(Field.CONTACT_LAST_NAME, "Lovelace")
            .with(Field.CONTACT_PRIMARY_EMAIL_ADDRESS, "ada@example.org")
            .with(Field.CONTACT_PRIMARY_PHONE_NUMBER, "+44 20 7946 0000")
            .with(Field.AGENT_FIRST_NAME, "Charles")
            .with(Field.AGENT_LAST_NAME, "Babbage")
            .with(Field.AGENT_SIGNATURE, "Your support team");

    @Test
    void eachFieldShouldYieldItsExample() throws Exception {
        Set<String> shown = new HashSet<>();
        for (MatchResult row : rows(FIELD)) {
            shown.add(row.group(1).replaceFirst("\\(.*", ""));
            // What stands between day and time depends on the JDK's locale data.
            assertThat(rendered(row.group(1)).replaceAll("( at|,) (?=\\d+:)", ", "))
                    .as(row.group(1))
                    .isEqualToNormalizingUnicode(row.group(2));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Field.codes());
    }

    @Test
    void eachFunctionShouldYieldItsExample() throws Exception {
        Set<String> known = new HashSet<>(Function.byName().keySet());
        known.addAll(List.of("If", "IsEmpty"));
        Set<String> shown = new HashSet<>();
        for (MatchResult row : rows(FUNCTION)) {
            shown.add(row.group(1));
            assertThat(row.group(2)).contains(row.group(1) + "(");
            assertThat(rendered(row.group(2))).as(row.group(2)).isEqualTo(row.group(3));
        }
        assertThat(shown).isEqualTo(known);
    }

    private static List<MatchResult> rows(Pattern row) throws IOException {
        return row.matcher(Files.readString(PAGE)).results().toList();
    }

    private static String rendered(String formula) throws ResponseException {
        String text = "---\nsubject: S\nusage: [suggestion]\n---\n<$" + formula + "$>";
        ResponseBook book = ResponseBook.load(Map.of("r.en.txt", text), Set.of(), "en");
        return book.draft("r", "en", CONTEXT, Instant.parse("2026-11-23T12:00:00Z"))
                .text()
                .replace('\u202f', ' ');
    }
}
