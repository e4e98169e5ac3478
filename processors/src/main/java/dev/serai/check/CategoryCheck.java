package dev.serai.check;

import dev.serai.category.Category;
import dev.serai.category.CategoryBook;
import dev.serai.category.CategorySet;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.screening.RuleBook;

/** Checks sets of categories, and the steps that classify by them. */
final class CategoryCheck implements Check {
    private final Catalog catalog;

    CategoryCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        CategoryBook book = CategoryBook.load(generation.categories());
        problems.addAll(book.problems());
        RuleBook rules = RuleBook.load(generation.screening());
        for (CategorySet set : book.sets().values()) {
            set.categories().forEach(category -> category(category, rules, problems));
        }
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("classify-action"))
                .forEach(step -> step(step, generation, book, problems));
    }

    private void category(Category category, RuleBook rules, Problems problems) {
        for (String rule : category.rules()) {
            rules.unknown(rule)
                    .ifPresent(reason ->
                            problems.error(category.place(), "category '" + category.name() + "': " + reason));
        }
        category.when()
                .flatMap(text -> catalog.simple(text, true))
                .ifPresent(reason -> problems.error(
                        category.place(),
                        "category '" + category.name() + "': Simple expression '"
                                + category.when().orElse("") + "' does not parse: " + reason));
    }

    private void step(StepDefinition step, Generation generation, CategoryBook book, Problems problems) {
        if (step.find("categories").isPresent() == step.find("category").isPresent()) {
            problems.error(step.place(), "step '" + step.id() + "' needs either 'categories' or 'category'");
        }
        step.find("categories")
                .filter(name -> !OutsideCheck.isOpen(name))
                .filter(name -> !generation.categories().containsKey("config/categories/" + name + ".yaml"))
                .ifPresent(name -> ActionCheck.error(
                        step,
                        "categories",
                        "there is no config/categories/" + name + ".yaml"
                                + Nearest.hint(name, book.sets().keySet()),
                        problems));
        step.find("category").filter(name -> !OutsideCheck.isOpen(name)).ifPresent(name -> {
            if (name.contains("${")) {
                catalog.simple(name, false)
                        .ifPresent(reason -> ActionCheck.error(
                                step, "category", "Simple expression does not parse: " + reason, problems));
            } else {
                named(step, name, problems);
            }
        });
    }

    private static void named(StepDefinition step, String name, Problems problems) {
        try {
            Category.name(name);
        } catch (IllegalArgumentException wrong) {
            ActionCheck.error(step, "category", String.valueOf(wrong.getMessage()), problems);
        }
    }
}
