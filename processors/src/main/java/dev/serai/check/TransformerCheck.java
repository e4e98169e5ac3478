package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.TransformerDefinition;
import dev.serai.transform.TransformerFactories;

/** Makes each transformer that is enabled: an unknown type or a wrong value of its config shows here. */
final class TransformerCheck implements Check {
    private final TransformerFactories factories =
            new TransformerFactories(getClass().getClassLoader());

    @Override
    public void check(Generation generation, Problems problems) {
        generation.transformers().inbound().stream()
                .filter(TransformerDefinition::enabled)
                .forEach(definition -> make(definition, problems));
    }

    private void make(TransformerDefinition definition, Problems problems) {
        try {
            factories.find(definition.type()).create(definition.config());
        } catch (IllegalArgumentException wrong) {
            problems.error(definition.place(), "transformer '" + definition.name() + "': " + wrong.getMessage());
        }
    }
}
