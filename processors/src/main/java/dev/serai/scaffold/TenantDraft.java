package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;
import java.util.Optional;

/** One of those who share the hub. */
public record TenantDraft(String name, String description, Optional<String> owner) {
    /** @throws IllegalArgumentException when the name is none */
    public TenantDraft {
        Names.check(name);
    }

    /** The file, and the commands that furnish it. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.TENANT, home)
                + """
                # One of those who share this hub: queues, accounts, rule groups, responses, databases and capture points say 'tenant: %1$s'.
                # What that means, and who refuses what: docs/reference/tenants.md
                description: %2$s
                %3$s""".formatted(
                        name,
                        Yaml.text(description),
                        owner.map(who -> "owner: " + Yaml.text(who) + "\n").orElse(""));
        return Draft.of(
                new Draft.File("config/tenants/" + name + ".yaml", text),
                List.of("nothing is its own yet; a strategy sees whose an interaction is: ${body.tenant} == '" + name
                        + "'"),
                List.of(
                        "new queue " + name + "-desk --tenant " + name,
                        "new account " + name + " --tenant " + name + " --host smtp.example.com",
                        "new mailbox " + name + "-post --tenant " + name + " --reply-via " + name
                                + " --host imap.example.com",
                        "check",
                        "keys add " + name + "-desk --role handle --tenant " + name));
    }
}
