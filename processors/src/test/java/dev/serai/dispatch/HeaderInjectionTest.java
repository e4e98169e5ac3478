package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody writes a header of his own, through no field of a mail, with no line end of any alphabet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderInjectionTest {
    private static final List<String> LINE_ENDS =
            List.of("\r\n", "\n", "\r", "\r\n\t", "\n ", "\u0085", "\u2028", "\u2029", "\0", "\r\n\r\n");
    private static final Set<String> EXPECTED = Set.of(
            "Date",
            "To",
            "Cc",
            "Message-ID",
            "Subject",
            "References",
            "Content-Language",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");

    private DispatchHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new DispatchHouse(folder)
                .account("host: 127.0.0.1", "alsoFrom: sales@example.com", "maxMessageSize: 64KB");
    }

    @AfterAll
    void close() {
        house.close();
    }

    /** One field of a mail, where an attack may stand. */
    enum Entrance {
        TO_ADDRESS,
        TO_NAME,
        CC_ADDRESS,
        CC_NAME,
        BCC_ADDRESS,
        SUBJECT,
        LANGUAGE,
        FILE_NAME,
        FILE_TYPE,
        CONTENT_ID,
        FROM_ADDRESS,
        FROM_NAME,
        TEXT,
        HTML
    }

    static Stream<Arguments> attacks() {
        return Stream.of(Entrance.values())
                .flatMap(entrance -> LINE_ENDS.stream()
                        .map(end -> Arguments.of(entrance, "x" + end + "Bcc: victim@example.net" + end + "y")));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void p67_noFieldShouldBringAHeader(Entrance entrance, String attack) {
        Refused refused = attempt(entrance, attack);

        if (entrance == Entrance.TEXT || entrance == Entrance.HTML) {
            assertThat(refused.why()).isNull();
        }
        if (refused.mail() != null) {
            assertHarmless(refused.mail());
        }
    }

    @Test
    void whatAHeaderCannotTakeShouldBeRefusedInWords() {
        for (Entrance entrance : Entrance.values()) {
            if (entrance != Entrance.TEXT && entrance != Entrance.HTML) {
                assertThat(attempt(entrance, "x\r\nBcc: victim@example.net").why())
                        .as(entrance.name())
                        .isNotNull()
                        .matches("(?s)'[a-zA-Z.]+'.*");
            }
        }
    }

    @Test
    void aMailThatIsLargerThanItsAccountTakesShouldBeRefused() {
        Attached file = Attached.of("a.bin", "application/octet-stream", new byte[60_000]);
        OutboundDraft large =
                draft(new Party(null, "jo@example.org"), List.of(), List.of(), "Hi", "x", null, "en", List.of(file));

        assertThatThrownBy(() -> house.store(null, large))
                .isInstanceOf(TooLargeException.class)
                .hasMessageContaining("maxMessageSize");
    }

    private record Refused(@Nullable String why, @Nullable String mail) {}

    private Refused attempt(Entrance entrance, String attack) {
        try {
            InteractionId id = house.store(null, drafted(entrance, attack), wishes(entrance, attack));
            return new Refused(null, house.raw(id));
        } catch (IllegalArgumentException refused) {
            return new Refused(refused.getMessage(), null);
        }
    }

    private static OutboundDraft drafted(Entrance at, String attack) {
        Party to = new Party(
                at == Entrance.TO_NAME ? attack : "Jo",
                at == Entrance.TO_ADDRESS ? attack + "@example.org" : "jo@example.org");
        Party cc = new Party(
                at == Entrance.CC_NAME ? attack : "Al", at == Entrance.CC_ADDRESS ? "al@" + attack : "al@example.org");
        Party bcc = new Party(null, at == Entrance.BCC_ADDRESS ? "\"" + attack + "\"@example.org" : "bo@example.org");
        Attached file = Attached.of(
                at == Entrance.FILE_NAME ? attack : "a.png",
                at == Entrance.FILE_TYPE ? "image/" + attack : "image/png",
                new byte[3]);
        return draft(
                to,
                List.of(cc),
                List.of(bcc),
                at == Entrance.SUBJECT ? attack : "Hi",
                at == Entrance.TEXT ? attack : "x",
                at == Entrance.HTML || at == Entrance.CONTENT_ID ? "<p>cid:" + attack + "</p>" : null,
                at == Entrance.LANGUAGE ? attack : "en",
                List.of(at == Entrance.CONTENT_ID ? file.shownAs(attack) : file));
    }

    private static Wishes wishes(Entrance at, String attack) {
        Party from = switch (at) {
            case FROM_ADDRESS -> new Party(null, "sales@example.com" + attack);
            case FROM_NAME -> new Party(attack, "sales@example.com");
            default -> null;
        };
        return new Wishes(false, null, from);
    }

    private static OutboundDraft draft(
            Party to,
            List<Party> cc,
            List<Party> bcc,
            String subject,
            String text,
            @Nullable String html,
            String language,
            List<Attached> files) {
        return new OutboundDraft(Kind.NEW, List.of(to), cc, bcc, subject, text, html, files, null, language);
    }

    /** By an independent parser, and by the bytes: no line of the header but those that we write. */
    private static void assertHarmless(String raw) {
        Parsed mail = Parsed.of(raw);

        assertThat(new TreeSet<>(mail.headerNames())).isSubsetOf(EXPECTED);
        assertThat(mail.headerNames()).doesNotHaveDuplicates();
        assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")))
                .doesNotContainPattern("(?m)^Bcc")
                .doesNotContain("\0");
        assertThat(mail.header("Content-Type")).startsWith("multipart/");
    }
}
