package dev.serai.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Postfix's `smtp-source`: what a program that stores nothing sends to the same server. */
final class SmtpSource {
    private static final String PROGRAM = "/usr/sbin/smtp-source";

    private SmtpSource() {}

    /** Mails a second over connections that are kept. */
    static double perSecond(int port, int mails, int size, int sessions) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process source = new ProcessBuilder(List.of(
                        PROGRAM,
                        "-d",
                        "-s",
                        String.valueOf(sessions),
                        "-m",
                        String.valueOf(mails),
                        "-l",
                        String.valueOf(size),
                        "-f",
                        "support@example.com",
                        "-t",
                        "customer@customer.example",
                        "127.0.0.1:" + port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (source.waitFor() != 0) {
            throw new AssertionError("smtp-source ended with " + source.exitValue());
        }
        return mails / (Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }
}
