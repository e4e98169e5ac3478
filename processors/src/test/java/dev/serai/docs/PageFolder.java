package dev.serai.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a reader who follows a page has on disk: the launcher, and the instance folder `~/desk` with the page's files. Its
 * shell blocks run in a real shell, in which `./serai` and `curl` only note how they were called.
 */
final class PageFolder {
    /** What pages call the interaction at hand, and the right to act on it. */
    static final String ID = "01a1fd80-6126-7a6b-8709-463ee42f9f96";

    static final String TOKEN = "token-of-the-page";

    private static final String NOTE =
            "#!/bin/sh\nprintf '%s\\0' \"${0##*/}\" \"$SERAI_HOME\" \"$#\" \"$@\" >> \"$NOTES\"\n";

    private final Page page;
    private final Path home;
    private final Path checkout;
    private final Path desk;

    PageFolder(Page page, Path home) throws IOException {
        this.page = page;
        this.home = home;
        this.checkout = Files.createDirectories(home.resolve("serai"));
        this.desk = home.resolve("desk");
        note(checkout.resolve("serai"));
        note(Files.createDirectories(home.resolve("bin")).resolve("curl"));
        program(home.resolve("bin").resolve("kafka-topics.sh"), "#!/bin/sh\n");
        write();
    }

    /**
     * A command as the shell understood it.
     *
     * @param program serai or curl
     * @param home SERAI_HOME as it stood then; empty when it did not
     */
    record Call(String program, String home, List<String> arguments, Block block) {}

    /** The instance folder; only made when the page has files or makes it. */
    Path desk() {
        return desk;
    }

    /** Runs all shell blocks in order, each with the variables that the ones before exported. */
    List<Call> calls() throws IOException, InterruptedException {
        List<Call> calls = new ArrayList<>();
        StringBuilder before = new StringBuilder("set -eu\n");
        for (Block block : page.blocks()) {
            if (block.isShell()) {
                calls.addAll(run(before.toString(), block));
                block.text()
                        .lines()
                        .filter(line -> line.startsWith("export "))
                        .forEach(line -> before.append(line).append('\n'));
            }
        }
        return calls;
    }

    /** The arguments behind the command, with paths of the checkout made absolute: the reader stands in it, tests do not. */
    static List<String> located(List<String> arguments) {
        List<String> located = new ArrayList<>(arguments);
        located.replaceAll(
                argument -> argument.contains("/") || argument.equals("samples") ? absolute(argument) : argument);
        return located;
    }

    private static String absolute(String argument) {
        Path path = Page.CHECKOUT.resolve(argument);
        return Files.exists(path) ? path.toString() : argument;
    }

    private List<Call> run(String before, Block block) throws IOException, InterruptedException {
        Path notes = Files.createTempFile(home, "notes", "");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", before + block.text());
        Map<String, String> environment = shell.environment();
        environment.remove("SERAI_HOME");
        environment.put("HOME", home.toString());
        environment.put("NOTES", notes.toString());
        environment.put("ID", ID);
        environment.put("TOKEN", TOKEN);
        environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));
        Process process = shell.directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("shell.log").toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(page.path() + ":" + block.line() + ": the shell says "
                    + Files.readString(home.resolve("shell.log")));
        }
        return parsed(Files.readString(notes), block);
    }

    private static List<Call> parsed(String notes, Block block) {
        List<Call> calls = new ArrayList<>();
        Iterator<String> words = notes.isEmpty()
                ? List.<String>of().iterator()
                : List.of(notes.split("\0", -1)).iterator();
        while (words.hasNext()) {
            String program = words.next();
            if (program.isEmpty() && !words.hasNext()) {
                break;
            }
            String home = words.next();
            int count = Integer.parseInt(words.next());
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                arguments.add(words.next());
            }
            calls.add(new Call(program, home, List.copyOf(arguments), block));
        }
        return calls;
    }

    private void write() throws IOException {
        for (Block block : page.blocks()) {
            if (block.file().isPresent()) {
                Path file = desk.resolve(block.file().get());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text(), StandardCharsets.UTF_8);
            }
        }
    }

    private static void note(Path program) throws IOException {
        program(program, NOTE);
    }

    private static void program(Path program, String script) throws IOException {
        Files.writeString(program, script);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
    }
}
