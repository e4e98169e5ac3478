package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The head of a mail, whatever stands in its fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailHeadTest {
    private static final List<Party> NOBODY = List.of();
    private static final List<Party> JO = List.of(new Party(null, "jo@example.org"));

    private DispatchHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new DispatchHouse(folder).account("host: 127.0.0.1");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aMailMayHaveCopiesOnly() {
        InteractionId id = house.store(null, draft(Kind.NEW, NOBODY, JO, NOBODY, "Hi"));

        assertThat(Parsed.of(house.raw(id)).headerNames()).contains("Cc").doesNotContain("To");
    }

    @Test
    void aMailMayHaveHiddenCopiesOnly() {
        InteractionId id = house.store(null, draft(Kind.NEW, NOBODY, NOBODY, JO, "Hi"));

        assertThat(Parsed.of(house.raw(id)).headerNames()).doesNotContain("To", "Cc", "Bcc");
    }

    @Test
    void aMailThatTellsOfAnotherShouldNotClaimToAnswerIt() throws Exception {
        Interaction parent = asked("Help");

        MimeMessage mail = mail(house.store(parent, draft(Kind.NOTIFICATION, JO, NOBODY, NOBODY, "Look")));

        assertThat(mail.getHeader("In-Reply-To")).isNull();
        assertThat(mail.getHeader("References", null)).endsWith("<c@x>");
    }

    static Stream<String> longTexts() {
        return Stream.of(
                "x".repeat(400),
                "x".repeat(401),
                "x".repeat(990),
                "word ".repeat(190).strip(),
                "ä".repeat(990),
                "\uD83D\uDE00".repeat(490),
                "a" + "\uD83D\uDE00".repeat(490),
                "\"" + "y".repeat(900) + "\\ (z)");
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void p50_aStrangersSubjectShouldComeBackInLinesThatServersTake(String subject) throws Exception {
        Interaction parent = asked(subject);

        InteractionId id = house.store(parent, draft(Kind.REPLY, JO, NOBODY, NOBODY, ""));

        assertShortLines(id);
        assertThat(mail(id).getSubject()).isEqualTo("Re: " + subject);
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void p50_aNameOfAnyLengthShouldStandInLinesThatServersTake(String name) throws Exception {
        InteractionId id =
                house.store(null, draft(Kind.NEW, List.of(new Party(name, "jo@example.org")), NOBODY, NOBODY, "Hi"));

        assertShortLines(id);
        assertThat(mail(id).getRecipients(MimeMessage.RecipientType.TO))
                .singleElement()
                .satisfies(one -> {
                    assertThat(((InternetAddress) one).getPersonal()).isEqualTo(name);
                    assertThat(((InternetAddress) one).getAddress()).isEqualTo("jo@example.org");
                });
    }

    @Test
    void p50_aStrangersSubjectShouldBeClippedToWhatAClientMayWrite() throws Exception {
        Interaction parent = asked("x".repeat(50_000));

        InteractionId id = house.store(parent, draft(Kind.REPLY, JO, NOBODY, NOBODY, ""));

        assertThat(mail(id).getSubject()).isEqualTo("Re: " + "x".repeat(998));
    }

    private Interaction asked(String subject) {
        return house.stored(
                Originals.inbound(Originals.content().subject(subject).build()));
    }

    private void assertShortLines(InteractionId id) {
        assertThat(house.raw(id).lines()).allMatch(line -> line.length() <= 998);
    }

    private MimeMessage mail(InteractionId id) throws MessagingException {
        return new MimeMessage(
                (@Nullable Session) null,
                new ByteArrayInputStream(house.raw(id).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static OutboundDraft draft(Kind kind, List<Party> to, List<Party> cc, List<Party> bcc, String subject) {
        return new OutboundDraft(kind, to, cc, bcc, subject, "Hello", null, List.of(), null, null);
    }
}
