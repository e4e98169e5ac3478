package dev.serai.dispatch;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Party;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote on a web page, as a mail to us (RFC 5322). It is never sent, so nobody judges its From by SPF or
 * DMARC. Nothing in it becomes a header that is not given here.
 *
 * @param id of the interaction that it becomes; makes its Message-ID
 * @param from who wrote it, as {@link #visitor} checked it
 * @param to an address of ours
 * @param subject one line
 */
public record PostedMail(
        InteractionId id,
        Instant at,
        Party from,
        String to,
        String subject,
        @Nullable String language,
        String text,
        List<Attached> files) {

    /**
     * Who wrote, with the address in the form for the wire.
     *
     * @throws IllegalArgumentException when it is none that SMTP takes, or a line end is in it
     */
    public static Party visitor(Party party) {
        return Addresses.checked("from", party);
    }

    /**
     * Writes it.
     *
     * @throws IllegalArgumentException when something cannot stand in a header
     */
    public void write(OutputStream out) throws IOException {
        List<AttachedFile> attached = new ArrayList<>();
        for (Attached file : files) {
            attached.add(AttachedFile.of(file));
        }
        try {
            out.write(lines().getBytes(StandardCharsets.US_ASCII));
            MailComposer.write(letter(), attached, out);
        } catch (MessagingException failed) {
            throw new IllegalArgumentException("the mail cannot be composed: " + failed.getMessage(), failed);
        }
    }

    private String lines() {
        return "From: " + Addresses.header("From", List.of(from)) + "\r\nReply-To: "
                + Addresses.header("Reply-To", List.of(from)) + "\r\n";
    }

    private Letter letter() {
        return new Letter(
                OutboundDraft.Kind.NEW,
                "<webform." + id + "@" + Addresses.domain(to) + ">",
                at,
                from,
                List.of(new Party(null, to)),
                List.of(),
                List.of(),
                Fields.shown(Fields.oneLine("subject", subject)),
                new Lineage(null, List.of()),
                language,
                Body.of(text, null),
                null);
    }
}
