package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UID FETCH on a {@link ScriptedImap}: heads, whole mails, pieces and parts. */
final class ScriptedFetch {
    private static final Pattern BODY = Pattern.compile("BODY\\.PEEK\\[([A-Z]*)](?:<(\\d+)\\.(\\d+)>)?");
    private final ScriptedImapTalk talk;
    private final String command;
    private final @Nullable Matcher body;

    ScriptedFetch(ScriptedImapTalk talk, String command) {
        this.talk = talk;
        this.command = command;
        Matcher found = BODY.matcher(command);
        this.body = found.find() ? found : null;
    }

    void answer(Map<Long, ScriptedMail> mails) throws IOException {
        for (Map.Entry<Long, ScriptedMail> mail : mails.entrySet()) {
            if (body == null) {
                head(mail.getKey(), mail.getValue());
            } else {
                body(mail.getKey(), mail.getValue(), body);
            }
        }
    }

    private void head(long uid, ScriptedMail mail) throws IOException {
        String text = new String(mail.bytes, ISO_8859_1);
        String id = text.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElse("");
        String field = id + "\r\n\r\n";
        talk.line(
                "* " + uid + " FETCH (UID " + uid + " FLAGS () INTERNALDATE \"01-Nov-2026 10:00:00 +0000\" RFC822.SIZE "
                        + mail.told() + " BODY[HEADER.FIELDS (MESSAGE-ID)] {" + field.length() + "}\r\n" + field + ")");
    }

    private void body(long uid, ScriptedMail mail, Matcher asked) throws IOException {
        byte[] part = piece(section(mail.bytes, asked.group(1)), asked);
        String name = "BODY[" + asked.group(1) + "]" + (asked.group(2) == null ? "" : "<" + asked.group(2) + ">");
        String start = "* " + uid + " FETCH (UID " + uid + " " + name + " ";
        ScriptedMail.Spoil spoil = mail.spoilt(form(asked));
        if (spoil == null) {
            talk.bytes(literal(start, part, part.length, ")\r\n"));
            return;
        }
        switch (spoil) {
            case NIL -> talk.line(start + "NIL)");
            case EMPTY -> talk.bytes(literal(start, new byte[0], 0, ")\r\n"));
            case HALF -> {
                byte[] half = piece(section(Arrays.copyOf(mail.bytes, mail.bytes.length / 2), asked.group(1)), asked);
                talk.bytes(literal(start, half, half.length, ")\r\n"));
            }
            case BREAK -> {
                talk.bytes(literal(start, Arrays.copyOf(part, part.length / 2), part.length, ""));
                talk.end();
            }
            case BYE -> {
                talk.line("* BYE internal error");
                talk.end();
            }
            case GARBAGE -> talk.line("* " + uid + " FETCH UID " + uid + " %$( \\\\ BODY[");
            case HANG -> talk.bytes(literal(start, Arrays.copyOf(part, part.length / 2), part.length, ""));
        }
    }

    private ScriptedMail.Form form(Matcher asked) {
        if (!asked.group(1).isEmpty()) {
            return ScriptedMail.Form.PARTS;
        }
        if (asked.group(2) != null) {
            return ScriptedMail.Form.PIECES;
        }
        return command.split(" ", 4)[2].matches("\\d+") ? ScriptedMail.Form.ALONE : ScriptedMail.Form.TOGETHER;
    }

    private static byte[] section(byte[] mail, String section) {
        int split = new String(mail, ISO_8859_1).indexOf("\r\n\r\n");
        int text = split < 0 ? mail.length : split + 4;
        return switch (section) {
            case "HEADER" -> Arrays.copyOf(mail, text);
            case "TEXT" -> Arrays.copyOfRange(mail, text, mail.length);
            default -> mail;
        };
    }

    private static byte[] piece(byte[] part, Matcher asked) {
        if (asked.group(2) == null) {
            return part;
        }
        int from = Math.min(part.length, Integer.parseInt(asked.group(2)));
        return Arrays.copyOfRange(part, from, Math.min(part.length, from + Integer.parseInt(asked.group(3))));
    }

    private static byte[] literal(String start, byte[] content, int announced, String end) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write((start + "{" + announced + "}\r\n").getBytes(ISO_8859_1));
        line.write(content);
        line.write(end.getBytes(ISO_8859_1));
        return line.toByteArray();
    }
}
