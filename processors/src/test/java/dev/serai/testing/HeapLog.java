package dev.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/** What the garbage collections of another JVM left on its heap; that JVM must be started with {@link #option}. */
public record HeapLog(Path file) {
    private static final Pattern AFTER_COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(\\d+M\\)");

    /** The option that makes a JVM write the log. */
    public String option() {
        return "-Xlog:gc:file=" + file;
    }

    /** What lives on the heap now, after a collection that this call asks for; in MB. */
    public long live(ProcessHandle jvm) {
        long before = afterCollections().count();
        collect(jvm);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> afterCollections().count() > before);
        return afterCollections().skip(before).min().orElse(0);
    }

    /** The most that any collection left; in MB. */
    public long peak() {
        return afterCollections().max().orElse(0);
    }

    private static void collect(ProcessHandle jvm) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private LongStream afterCollections() {
        return AFTER_COLLECTION.matcher(read()).results().mapToLong(line -> Long.parseLong(line.group(1)));
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
