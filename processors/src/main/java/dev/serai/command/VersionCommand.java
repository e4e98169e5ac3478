package dev.serai.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is running: the hub's version and commit, Java's version, Camel's version. */
@Command(name = "version", header = "Versions of the hub, of Java and of Camel.")
final class VersionCommand implements Callable<Integer> {
    /** System property with the commit of the checkout, as the launcher finds it. */
    private static final String COMMIT = "serai.commit";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String version = new Artifact("dev.serai", "serai-processors").version();
        out.printf("serai  %s, commit %s%n", version, System.getProperty(COMMIT, "unknown"));
        out.printf("java   %s, %s%n", Runtime.version(), System.getProperty("java.vendor"));
        out.printf("camel  %s%n", new Artifact("org.apache.camel", "camel-api").version());
        out.flush();
        return ExitCode.OK;
    }
}
