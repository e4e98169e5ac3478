package dev.serai.command;

import dev.serai.scaffold.TenantDraft;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a tenant. */
@Command(name = "tenant", header = "One of those who share the hub: config/tenants/NAME.yaml.", sortOptions = false)
final class NewTenantCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among tenants, for ever; such as acme.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "Who it is, in a sentence.")
    private @Nullable String description;

    @Option(names = "--owner", paramLabel = "MAIL", description = "Whom to ask.")
    private @Nullable String owner;

    @Override
    public Integer call() throws IOException {
        return parent.write(
                spec,
                home -> new TenantDraft(
                                name,
                                description == null ? "The tenant " + name : description,
                                Optional.ofNullable(owner))
                        .draft(home));
    }
}
