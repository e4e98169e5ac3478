package dev.serai.command;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.screening.MailInput;
import dev.serai.screening.ScreeningInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code screen} that say what is read. */
final class ScreenParts {
    /** Bytes of a text file: more than rules ever read of one part. */
    private static final int MOST_BYTES = 4 << 20;

    @Option(names = "--subject", paramLabel = "TEXT", description = "The subject.")
    private @Nullable String subject;

    @Option(names = "--body", paramLabel = "TEXT", description = "The body.")
    private @Nullable String body;

    @Option(names = "--body-file", paramLabel = "FILE", description = "A text file with the body.")
    private @Nullable Path bodyFile;

    @Option(names = "--header", paramLabel = "LINE", description = "A header line, `Name: value`; may repeat.")
    private List<String> header = new ArrayList<>();

    @Option(names = "--to", paramLabel = "ADDRESS", description = "A destination address; may repeat.")
    private List<String> to = new ArrayList<>();

    @Option(names = "--user-data", paramLabel = "KEY=VALUE", description = "A user data value; may repeat.")
    private List<String> userData = new ArrayList<>();

    @Option(names = "--language", paramLabel = "TAG", description = "The language, such as en; else all rules apply.")
    private @Nullable String language;

    @Option(names = "--eml", paramLabel = "FILE", description = "A mail file, instead of the parts above.")
    private @Nullable Path eml;

    private final List<String> warnings = new ArrayList<>();

    /** What was odd about the mail; known after {@link #read}. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Whether anything is there to be read. */
    /** Whether a mail is given, which has all of the parts. */
    boolean isMail() {
        return eml != null;
    }

    boolean given() {
        return eml != null || mailPart() || !to.isEmpty() || !userData.isEmpty();
    }

    private boolean mailPart() {
        return subject != null || body != null || bodyFile != null || !header.isEmpty();
    }

    /**
     * Reads the parts.
     *
     * @throws IllegalArgumentException with one line for the user when they contradict each other or cannot be read
     */
    ScreeningInput read() throws IOException {
        if (body != null && bodyFile != null) {
            throw new IllegalArgumentException("--body and --body-file exclude each other");
        }
        if (eml != null && (mailPart() || !to.isEmpty())) {
            throw new IllegalArgumentException(
                    "--eml brings its own parts; leave --subject, --body, --body-file, --header and --to out");
        }
        ScreeningInput.Builder input = eml == null ? parts() : mail(eml);
        return input.userData(pairs()).language(language).build();
    }

    private ScreeningInput.Builder parts() {
        return ScreeningInput.builder()
                .subject(subject)
                .body(bodyFile == null ? body : new TextFile(bodyFile).read(MOST_BYTES))
                .header(header.isEmpty() ? null : String.join("\n", header))
                .addresses(to);
    }

    private ScreeningInput.Builder mail(Path file) throws IOException {
        TextFile.readable(file);
        if (Files.size(file) == 0) {
            throw new IllegalArgumentException(file + " is empty: there is no mail in it");
        }
        MailMessage mail = new MimeReader().read(RawSource.of(file));
        mail.warnings().forEach(warning -> warnings.add(file + ": " + warning));
        return MailInput.of(mail);
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : userData) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--user-data " + pair + ": expected key=value");
            }
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }
}
