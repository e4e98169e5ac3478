package dev.serai.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The help of {@code verify}; the launcher does the work, since it also builds. */
@Command(
        name = "verify",
        header = "Installs what the tests need from Debian and runs them all.",
        description = "Needs root or a sudo that asks nothing for the installation; otherwise it prints the one line"
                + " to run. Then the build with its linters, every test, and the commands that check the hub itself.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--long", description = "Also runs the tests that take long.")
    private boolean longer;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description =
                    "Breaks the mails of this folder (*.eml, *.msg) in the test of mutants, in place of the samples.")
    private String corpus = "";

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "verify is started by the launcher: ./serai verify");
    }
}
