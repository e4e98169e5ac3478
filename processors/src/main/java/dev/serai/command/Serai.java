package dev.serai.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The root of {@code ./serai}. A subcommand reaches it with {@code @ParentCommand Serai serai} and asks it for folders.
 *
 * <p>Exit status: 0 done, 1 it found problems or failed, 2 wrong use. Wrong use found by a subcommand is a
 * {@link ParameterException}; any other exception is one line on stderr (with {@code SERAI_DEBUG=1} its stack trace).
 */
@Command(
        name = "serai",
        synopsisSubcommandLabel = "COMMAND",
        header = "An interaction hub: mail in, decisions, queues, replies out.",
        footer = {"", "Each command has its own --help. Exit status: 0 done, 1 it found problems, 2 wrong use."})
public final class Serai {
    /** System property that names the folder of the checkout: shipped routes, configuration, SQL and documents. */
    public static final String CHECKOUT = "serai.checkout";

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The instance folder; else $$SERAI_HOME, else the folder of the checkout.")
    private @Nullable Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Prints this help.")
    private boolean help;

    Serai(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs one command and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        Complaints complaints = new Complaints("1".equals(System.getenv("SERAI_DEBUG")));
        System.exit(run(commandLine(System.getenv(), complaints), complaints, arguments));
    }

    private static int run(CommandLine root, Complaints complaints, String... arguments) {
        try {
            return root.execute(arguments);
        } catch (LinkageError | OutOfMemoryError | StackOverflowError broken) {
            return complaints.failed(broken, root.getErr());
        }
    }

    /** The whole command as a value, so that tests run it inside their own JVM. */
    public static CommandLine commandLine(Map<String, String> environment) {
        return commandLine(environment, new Complaints(false));
    }

    private static CommandLine commandLine(Map<String, String> environment, Complaints complaints) {
        CommandLine root = new CommandLine(new Serai(environment));
        Commands.addTo(root);
        return root.setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    /**
     * The instance folder: {@code --home}, else {@code SERAI_HOME}, else the checkout.
     *
     * @throws ParameterException if there is no such folder
     */
    Path home() {
        String fromEnvironment = environment.getOrDefault("SERAI_HOME", "");
        if (home != null) {
            return folder("--home", home);
        }
        return fromEnvironment.isBlank() ? checkout() : folder("SERAI_HOME", Path.of(fromEnvironment));
    }

    /** An environment variable; empty when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** The folder with what is shipped; the working directory when the launcher named none. */
    Path checkout() {
        return Path.of(System.getProperty(CHECKOUT, "")).toAbsolutePath().normalize();
    }

    private Path folder(String source, Path given) {
        if (!Files.isDirectory(given)) {
            throw new ParameterException(
                    spec.commandLine(),
                    source + " " + given + ": no such folder; docs/getting-started.md says what an instance is");
        }
        return given.toAbsolutePath().normalize();
    }
}
