package dev.serai.command;

import dev.serai.files.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What `pause` and `resume` have in common: they press a switch of the running hub. */
abstract class SwitchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Parameters(index = "0", paramLabel = "KIND", description = "What: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Kind kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Its name; replies have none.")
    private @Nullable String name;

    /** What has a switch. */
    enum Kind {
        replies(""),
        queue("queues"),
        point("capture-points"),
        account("accounts");

        private final String resource;

        Kind(String resource) {
            this.resource = resource;
        }
    }

    /** As REST calls it. */
    abstract String verb();

    @Override
    public Integer call() throws IOException {
        if ((name == null) != (kind == Kind.replies)) {
            throw new ParameterException(
                    spec.commandLine(),
                    name == null
                            ? kind + " needs a NAME, such as `" + verb() + " " + kind
                                    + (kind == Kind.queue ? " billing`" : " support`")
                            : "replies are all paused at once and have no NAME, found '" + name + "'");
        }
        HubClient hub = access.client(serai);
        boolean done = hub.post(path()).isPresent();
        String what = name == null ? "automatic replies" : kind + " '" + name + "'";
        String said = done ? what + ": " + verb() + "d" : "serai: there is no " + what + hint(hub);
        (done ? spec.commandLine().getOut() : spec.commandLine().getErr()).println(said);
        return done ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private String hint(HubClient hub) throws IOException {
        List<String> names = hub.get("/" + kind.resource)
                .map(all -> all.path("items").findValuesAsText("name"))
                .orElse(List.of());
        return Nearest.hint("" + name, names);
    }

    private String path() {
        return name == null ? "/replies/" + verb() : "/" + kind.resource + "/" + name + "/" + verb();
    }
}
