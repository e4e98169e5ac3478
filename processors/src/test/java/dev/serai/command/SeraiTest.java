package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SeraiTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpShouldListCommandsInGroups() {
        int status = run("--help");

        assertThat(status).isZero();
        assertThat(out.toString()).containsSubsequence("develop", "version", "verify", "Exit status");
    }

    @Test
    void everySubcommandShouldHaveHelp() {
        CommandLine root = Serai.commandLine(Map.of());

        assertThat(root.getSubcommands().keySet())
                .allSatisfy(name -> assertThat(run(name, "--help")).isZero());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everySubcommandShouldHaveAHeader() {
        assertThat(Serai.commandLine(Map.of()).getSubcommands().values())
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().header())
                        .hasSize(1));
    }

    @Test
    void noCommandShouldBeWrongUse() {
        int status = run();

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith("serai: ").contains("./serai --help");
    }

    @Test
    void misspeltCommandShouldBeWrongUseWithTheNearestOne() {
        int status = run("versoin");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("versoin", "did you mean", "version");
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void unknownOptionShouldBeWrongUse() {
        int status = run("version", "--colour");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--colour", "./serai version --help");
    }

    @Test
    void versionShouldNameTheHubJavaAndCamel() {
        int status = run("version");

        assertThat(status).isZero();
        assertThat(out.toString()).contains("serai  ", "java   " + Runtime.version(), "camel  4.");
    }

    @Test
    void homeShouldBeTheOptionBeforeTheEnvironment(@TempDir Path option, @TempDir Path environment) {
        Serai serai = parsed(Map.of("SERAI_HOME", environment.toString()), "version", "--home", option.toString());

        assertThat(serai.home()).isEqualTo(option);
    }

    @Test
    void homeShouldBeTheEnvironmentBeforeTheCheckout(@TempDir Path environment) {
        Serai serai = parsed(Map.of("SERAI_HOME", environment.toString()), "version");

        assertThat(serai.home()).isEqualTo(environment);
    }

    @Test
    void homeShouldBeTheCheckoutWhenNothingIsSaid() {
        Serai serai = parsed(Map.of(), "version");

        assertThat(serai.home()).isEqualTo(serai.checkout());
    }

    private static Serai parsed(Map<String, String> environment, String... arguments) {
        CommandLine root = Serai.commandLine(environment);
        root.parseArgs(arguments);
        return root.getCommand();
    }

    private int run(String... arguments) {
        return Serai.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
