package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.TransformerDefinition;
import dev.serai.transform.ConfigException;
import dev.serai.transform.Direction;
import dev.serai.transform.TransformerFactories;
import dev.serai.transform.TransformerFactory;

/**
 * Makes each transformer that is enabled: an unknown type, a direction that it does not serve, or a wrong value of its
 * config shows here.
 */
final class TransformerCheck implements Check {
    private final TransformerFactories factories =
            new TransformerFactories(getClass().getClassLoader());

    @Override
    public void check(Generation generation, Problems problems) {
        for (Direction direction : Direction.values()) {
            generation.transformers().chain(direction).stream()
                    .filter(TransformerDefinition::enabled)
                    .filter(definition -> !definition.type().isEmpty())
                    .forEach(definition -> make(definition, direction, problems));
        }
    }

    private void make(TransformerDefinition definition, Direction direction, Problems problems) {
        try {
            TransformerFactory factory = factories.find(definition.type(), direction);
            try {
                factory.create(definition.config());
            } catch (ConfigException wrong) {
                wrong.problems()
                        .forEach(problem ->
                                problems.error(definition.placeOf(problem.key()), said(definition, problem.message())));
            } catch (RuntimeException | LinkageError wrong) {
                problems.error(definition.placeOf(""), said(definition, "it cannot be made: " + words(wrong)));
            }
        } catch (IllegalArgumentException unknown) {
            problems.error(definition.places().of("type"), said(definition, String.valueOf(unknown.getMessage())));
        }
    }

    private static String words(Throwable wrong) {
        return wrong.getMessage() == null ? wrong.toString() : wrong.getMessage();
    }

    private static String said(TransformerDefinition definition, String reason) {
        return "transformer '" + definition.name() + "': " + reason;
    }
}
