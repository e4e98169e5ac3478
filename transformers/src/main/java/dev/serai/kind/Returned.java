package dev.serai.kind;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.mime.MessageIds;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The earlier mail, or the header of it, that came back with a report: as a part, or quoted in the text. */
record Returned(MailMessage mail) {
    private static final List<String> PROVIDER_IDS = List.of(
            "Resent-Message-ID",
            "X-Original-Message-ID",
            "X-Google-Original-Message-ID",
            "X-SES-Message-ID",
            "X-Amz-Original-Message-ID",
            "X-Microsoft-Original-Message-ID",
            "X-MS-Exchange-Original-Message-ID",
            "X-Mailer-Original-Message-ID");
    private static final int IDS = 30;

    /** Reads bytes that begin with the header of the mail. */
    static Returned of(byte[] bytes) {
        try {
            return new Returned(new MimeReader().read(RawSource.of(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }

    /** Reads the lines behind the one that says that the mail follows; null where no header is among them. */
    static @Nullable Returned of(List<String> quoted) {
        List<String> lines = new ArrayList<>();
        for (String line : quoted) {
            String bare = line.replaceFirst("^(?:[ \\t]{0,8}>)*+[ \\t]{0,8}(?=[A-Za-z][A-Za-z0-9-]{1,60}:)", "");
            boolean field = bare.indexOf(':') > 0
                    && bare.substring(0, bare.indexOf(':')).indexOf(' ') < 0;
            boolean folded = !lines.isEmpty() && !line.isBlank() && Character.isWhitespace(line.charAt(0));
            if (field || folded) {
                lines.add(bare);
            } else if (lines.size() > 1) {
                break;
            }
        }
        return lines.size() < 2 ? null : of((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    String messageId() {
        return mail.messageId();
    }

    /** Other ids under which it may be known, best first. */
    Set<String> otherIds() {
        Set<String> ids = new LinkedHashSet<>();
        PROVIDER_IDS.forEach(name -> mail.header(name).map(MessageIds::first).ifPresent(ids::add));
        if (mail.inReplyTo() != null) {
            ids.add(mail.inReplyTo());
        }
        List<String> references = new ArrayList<>(mail.references());
        Collections.reverse(references);
        ids.addAll(references.subList(0, Math.min(IDS, references.size())));
        return ids;
    }

    List<String> senders() {
        Stream<String> paths = mail.header("Return-Path").map(Addresses::clean).stream();
        Stream<String> writers = Stream.concat(mail.replyTo().stream(), Stream.ofNullable(mail.from()))
                .map(MailAddress::address);
        return Stream.concat(writers, paths)
                .filter(address -> address.indexOf('@') > 0)
                .distinct()
                .toList();
    }

    /** To whom it went, as far as its header says. */
    List<String> recipients() {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .toList();
    }
}
