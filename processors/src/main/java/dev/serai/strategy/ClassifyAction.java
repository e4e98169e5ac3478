package dev.serai.strategy;

import dev.serai.category.Category;
import dev.serai.category.CategorySet;
import dev.serai.category.CategorySet.Choice;
import dev.serai.files.StepDefinition;
import java.util.Optional;

/** Sets the category, by a set of categories or outright. */
final class ClassifyAction extends Action {
    static final String CATEGORY = "category";

    @Override
    void act(Step step) throws StrategyException {
        Optional<Choice> choice = choice(step);
        if (choice.isEmpty()) {
            step.did("no category holds");
            return;
        }
        step.run().attach(CATEGORY, choice.get().category());
        step.did("category " + choice.get().category() + ", " + choice.get().because());
    }

    private static Optional<Choice> choice(Step step) throws StrategyException {
        StepDefinition written = step.definition();
        try {
            Optional<String> category = Optional.of(step.text(CATEGORY)).filter(text -> !text.isEmpty());
            if (category.isPresent()) {
                return category.map(name -> new Choice(Category.name(name), "as the step says"));
            }
            CategorySet set = step.run().playbook().categories().sets().get(written.get("categories"));
            if (set == null) {
                throw new IllegalArgumentException("there is no set of categories '" + written.get("categories") + "'");
            }
            return set.choose(step.run().matchedRules(), step::holds);
        } catch (IllegalArgumentException wrong) {
            throw new StrategyException(
                    written.place() + ": step '" + written.id() + "': " + wrong.getMessage(), wrong);
        }
    }
}
