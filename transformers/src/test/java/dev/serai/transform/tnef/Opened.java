package dev.serai.transform.tnef;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.TransformResult.Changed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Mails with a winmail.dat, opened. */
final class Opened {
    private static final String HEAD = "From: a@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n"
            + "Content-Transfer-Encoding: base64\n\n";

    private Opened() {}

    static MailMessage of(TnefWriter tnef) throws Exception {
        return of(tnef.bytes());
    }

    /** Of a mail that is nothing but a winmail.dat. */
    static MailMessage of(byte[] tnef) throws Exception {
        return of(HEAD, tnef);
    }

    /** Of a mail with a header of its own, whose body is base64. */
    static MailMessage of(String head, byte[] tnef) throws Exception {
        String mail = head + Base64.getMimeEncoder().encodeToString(tnef);
        TransformResult result = result(RawSource.of(mail.getBytes(StandardCharsets.UTF_8)));
        return ((Changed) result).message();
    }

    static TransformResult result(RawSource mail) throws Exception {
        return new TnefTransformerFactory()
                .create(Map.of())
                .transform(
                        new MimeReader().read(mail), new TransformContext(RawSource.of(new byte[0]), new MimeReader()));
    }

    /** The names of what came out of the winmail.dat. */
    static List<String> names(MailMessage message) {
        return message.attachments().stream().skip(1).map(Attachment::name).toList();
    }

    static byte[] bytes(MailMessage message, int attachment) throws IOException {
        return message.attachments().get(attachment).content().bytes();
    }

    /** An attachment that is a mail, read. */
    static MailMessage mail(MailMessage message, int attachment) throws IOException {
        return new MimeReader().read(RawSource.of(bytes(message, attachment)));
    }
}
