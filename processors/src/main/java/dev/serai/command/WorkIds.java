package dev.serai.command;

import dev.serai.interaction.InteractionId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Ids of interactions as arguments, which become parts of paths. */
final class WorkIds {
    private WorkIds() {}

    /** @throws ParameterException when it is none */
    static String checked(CommandSpec spec, String id) {
        try {
            return InteractionId.of(id).value();
        } catch (IllegalArgumentException none) {
            throw new ParameterException(
                    spec.commandLine(), "'" + id + "' is no id of an interaction; `quarantine list` shows them", none);
        }
    }
}
