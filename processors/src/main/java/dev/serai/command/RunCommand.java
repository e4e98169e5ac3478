package dev.serai.command;

import dev.serai.app.Hub;
import dev.serai.app.HubException;
import dev.serai.files.DispatchKeys;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The hub itself, until it is told to end. */
@Command(name = "run", header = "Runs the hub until Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("serai.log", System.getProperty("serai.log", "info"));
        long start = System.nanoTime();
        Home home = new Home(serai.home(), serai.checkout());
        Settings settings = Settings.load(home);
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Hub hub = Hub.start(home, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                hub.close();
                ended.countDown();
            }));
            out.println("serai: ready after " + (System.nanoTime() - start) / 1_000_000 + " ms; console "
                    + HubAccess.address(settings, hub.httpPort()) + "/   dispatch mode "
                    + settings.text(DispatchKeys.MODE));
            out.flush();
            ended.await();
            return 0;
        } catch (HubException refused) {
            spec.commandLine().getErr().println("serai: " + refused.getMessage());
            return 1;
        }
    }
}
