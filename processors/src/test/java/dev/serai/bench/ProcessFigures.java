package dev.serai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Linux says of a process (proc(5)). */
final class ProcessFigures {
    private static final int TICK_MILLIS = 10;
    /** utime, stime and those of ended children follow each other. */
    private static final int FIRST_TIME = 11;

    private ProcessFigures() {}

    /** Processor time of a process and its descendants. */
    static Duration cpu(ProcessHandle process) {
        Duration own = own(process.pid());
        return process.descendants().map(child -> own(child.pid())).reduce(own, Duration::plus);
    }

    /** Resident memory in MB. */
    static long residentMegabytes(long pid) {
        return read("/proc/" + pid + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static Duration own(long pid) {
        String stat = read("/proc/" + pid + "/stat");
        if (stat.isEmpty()) {
            return Duration.ZERO;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = FIRST_TIME; field < FIRST_TIME + 4; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /** Empty when the process is gone. */
    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        } catch (IOException failure) {
            if (String.valueOf(failure.getMessage()).contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(failure);
        }
    }
}
