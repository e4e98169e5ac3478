package dev.serai.command;

import dev.serai.app.HubException;
import dev.serai.demo.Demo;
import dev.serai.demo.DemoResult;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The main job on embedded defaults, for somebody who sees the hub for the first time. */
@Command(
        name = "demo",
        header = "Runs the main job on embedded defaults, with sample mails, in a temporary folder.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--exit", description = "Ends when the job is done, instead of staying for a look at the console.")
    private boolean exit;

    @Option(names = "--json", description = "Prints one JSON object; progress goes to stderr.")
    private boolean json;

    @Option(names = "--port", paramLabel = "N", description = "Port of HTTP; any free one by default.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (Demo demo = Demo.start(serai.checkout(), port, line -> say(err, line))) {
            DemoResult result = demo.run();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.write(result));
            } else {
                DemoReport.print(result, out);
            }
            out.flush();
            if (!exit) {
                stay(demo, out);
            }
            return result.isWell() ? 0 : 1;
        } catch (HubException refused) {
            err.println("serai: " + refused.getMessage());
            return 1;
        }
    }

    private static void stay(Demo demo, PrintWriter out) throws InterruptedException {
        out.println("The console is at " + demo.address() + "   (Ctrl-C ends the demo and removes its folder)");
        out.println("Try next:");
        out.println("  curl -s " + demo.address() + "api/v1/queues");
        out.println("  ./serai try samples/invoice-de.eml     why a mail goes where it goes");
        out.println("  docs/getting-started.md                an instance of your own");
        out.flush();
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
        new CountDownLatch(1).await();
    }

    private static void say(PrintWriter err, String line) {
        err.println("demo: " + line);
        err.flush();
    }
}
