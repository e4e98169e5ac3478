package dev.serai.transform.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.message.MailMessage;
import dev.serai.mime.Mails;
import dev.serai.mime.MimeReader;
import dev.serai.mime.MimeWriter;
import dev.serai.mime.RawSource;
import dev.serai.transform.Direction;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerFactories;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bcc",
                "bcc",
                "RECEIVED",
                "Return-Path",
                "X-Envelope-From",
                "Delivered-To",
                "SeraiQueue",
                "CamelFileName",
                "jmsReplyTo",
                "X-Mailer",
                "ARC-Seal",
                "DKIM-Signature",
                "X-Internal-Note",
                "mail.smtp.host"
            })
    void headerThatMustNotLeaveShouldBeTakenAway(String name) throws Exception {
        String mail =
                written("Subject: Größe\r\n" + name + ": secret\r\n folded: secret\r\nTo: jo@example.org\r\n\r\ntext");
        assertThat(mail).isEqualTo("Subject: Größe\r\nTo: jo@example.org\r\n\r\ntext");
    }

    @Test
    void ordinaryMailShouldStayAsItIs() throws Exception {
        String mail =
                "From: a@example.org\r\nTo: b@example.org\r\nAuto-Submitted: auto-replied\r\nReferences: <a@b>\r\n\r\nx";
        assertThat(run(Map.of(), mail)).isEqualTo(TransformResult.unchanged());
    }

    @Test
    void listOfOnesOwnShouldReplaceTheDefault() throws Exception {
        Changed result = (Changed) run(Map.of("headers", List.of("X-Desk*")), "X-Desk-1: a\r\nX-Mailer: b\r\n\r\nx");
        assertThat(result.message().header("X-Mailer")).contains("b");
        assertThat(result.message().header("X-Desk-1")).isEmpty();
        assertThat(result.reason()).isEqualTo("Took X-Desk-1 away.");
    }

    @Test
    void furtherNamesShouldComeOnTop() throws Exception {
        Changed result = (Changed) run(Map.of("also", "X-Desk"), "X-Desk: a\r\nX-Mailer: b\r\nSubject: c\r\n\r\nx");
        assertThat(result.message().headers()).hasSize(1);
        assertThat(result.message().rawHeaders()).isEqualTo("Subject: c\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "mess*", "*", "a b"})
    void whatAMailNeedsShouldBeRefused(String name) {
        assertThatThrownBy(() -> new ForbiddenHeadersFactory().create(Map.of("also", List.of(name))))
                .hasMessageContaining("also has '" + name + "'");
    }

    @Test
    void inboundChainShouldNotHaveIt() {
        assertThat(new ForbiddenHeadersFactory().directions()).containsExactly(Direction.OUTBOUND);
    }

    private static TransformResult run(Map<String, Object> config, String mail) throws Exception {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        return run(config, Mails.read(bytes), RawSource.of(bytes));
    }

    private static TransformResult run(Map<String, Object> config, MailMessage message, RawSource raw)
            throws Exception {
        Transformer transformer = new TransformerFactories(ForbiddenHeadersTest.class.getClassLoader())
                .find("forbidden-headers", Direction.OUTBOUND)
                .create(config);
        return transformer.transform(message, new TransformContext(raw, new MimeReader()));
    }

    private static String written(String mail) throws Exception {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        RawSource raw = RawSource.of(bytes);
        MailMessage read = Mails.read(bytes);
        MailMessage after = ((Changed) run(Map.of(), read, raw)).message();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimeWriter.write(after, read, raw, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
