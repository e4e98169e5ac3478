package dev.serai.demo;

import dev.serai.app.Hub;
import dev.serai.app.HubException;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The main job, once: sample mails lie on a mail server, the hub pulls them, decides, answers; a client pulls one and
 * replies. Everything in this process and in a temporary folder.
 */
public final class Demo implements AutoCloseable {
    /** Delivered when the rest is settled: it answers one of them. */
    private static final String LATE = "reply.eml";

    private static final long PATIENCE_SECONDS = 50;

    private final DemoMailServer mail;
    private final DemoInstance instance;
    private final Hub hub;
    private final List<Path> samples;
    private final Consumer<String> progress;
    private final long started = System.nanoTime();

    private Demo(DemoMailServer mail, DemoInstance instance, Hub hub, List<Path> samples, Consumer<String> progress) {
        this.mail = mail;
        this.instance = instance;
        this.hub = hub;
        this.samples = samples;
        this.progress = progress;
    }

    /**
     * Starts the mail server, delivers the samples, starts a hub on them.
     *
     * @param checkout where samples and shipped files lie
     * @param port of HTTP; 0 = any free one
     * @param progress told in a sentence what happens
     */
    public static Demo start(Path checkout, int port, Consumer<String> progress) throws IOException, HubException {
        List<Path> samples = samples(checkout.resolve("samples"));
        DemoMailServer mail = DemoMailServer.start();
        DemoInstance instance = DemoInstance.create(mail, port);
        try {
            for (Path sample : samples) {
                if (!isLate(sample)) {
                    mail.deliver(sample);
                }
            }
            progress.accept(samples.size() + " sample mails are in the mailboxes of an embedded mail server");
            Home home = new Home(instance.folder(), checkout);
            Hub hub = Hub.start(home, Settings.load(home));
            progress.accept("the hub is ready on " + address(hub));
            return new Demo(mail, instance, hub, samples, progress);
        } catch (IOException | HubException | RuntimeException failure) {
            mail.close();
            instance.close();
            throw failure;
        }
    }

    /** The console's address. */
    public String address() {
        return address(hub);
    }

    /** Runs the main job to its end. */
    public DemoResult run() throws IOException, InterruptedException {
        DemoBooks books = new DemoBooks(hub.store());
        settle(books, samples.size() - 1);
        progress.accept("every mail has its place; a late reply of a customer arrives");
        for (Path sample : samples) {
            if (isLate(sample)) {
                mail.deliver(sample);
            }
        }
        settle(books, samples.size());
        String answered = new DemoClient(hub.httpPort())
                .answerOne("billing", "Thank you for your patience. We have checked the invoice: all is settled.\n");
        progress.accept("a client pulled \"" + answered + "\" from billing over REST and replied");
        settle(books, samples.size());
        progress.accept("all answers have left by SMTP");
        return books.close(samples, mail.receivedSubjects(), (System.nanoTime() - started) / 1_000_000);
    }

    private void settle(DemoBooks books, int expected) throws IOException, InterruptedException {
        long end = started + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!books.areSettled(expected)) {
            if (System.nanoTime() > end) {
                throw new IOException("the demo did not come to rest within " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean isLate(Path sample) {
        return sample.endsWith(LATE);
    }

    private static String address(Hub hub) {
        return "http://127.0.0.1:" + hub.httpPort() + "/";
    }

    private static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        hub.close();
        mail.close();
        instance.close();
    }
}
