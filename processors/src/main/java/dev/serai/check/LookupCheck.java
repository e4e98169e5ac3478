package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.lookup.LookupBook;
import dev.serai.lookup.NamedQuery;
import dev.serai.strategy.LookupValues;
import java.util.Collection;
import java.util.Map;

/** Checks databases, named queries, and the steps that ask by them. */
final class LookupCheck implements Check {
    private final Catalog catalog;

    LookupCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        LookupBook book = LookupBook.load(generation.databases(), generation.queries());
        problems.addAll(book.problems());
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("lookup-action"))
                .forEach(step -> step(step, generation, book, problems));
    }

    private void step(StepDefinition step, Generation generation, LookupBook book, Problems problems) {
        database(step, generation, book, problems);
        OutsideCheck.bounds(step, catalog, problems);
        OutsideCheck.number(step, "maxRows", 1, 1000, problems);
        OutsideCheck.entries(step, "parameters", catalog, problems);
        String name = step.find("query").orElse("");
        if (name.isEmpty() || OutsideCheck.isOpen(name)) {
            return;
        }
        NamedQuery query = book.queries().get(name);
        if (query != null) {
            parameters(step, query, problems);
        } else if (!generation.queries().containsKey("sql/queries/" + name + ".sql")) {
            ActionCheck.error(
                    step,
                    "query",
                    "there is no sql/queries/" + name + ".sql"
                            + Nearest.hint(name, book.queries().keySet()),
                    problems);
        }
    }

    private static void database(StepDefinition step, Generation generation, LookupBook book, Problems problems) {
        Collection<String> names = book.databases().keySet();
        String name = step.find("database").orElse("");
        if (OutsideCheck.isOpen(name) || book.database(name).isPresent()) {
            return;
        }
        if (name.isEmpty()) {
            ActionCheck.error(
                    step,
                    "database",
                    names.isEmpty()
                            ? "there is no database in config/databases/ to ask"
                            : "there are several databases, and none is named; expected one of "
                                    + String.join(", ", names),
                    problems);
        } else if (!generation.databases().containsKey("config/databases/" + name + ".yaml")) {
            ActionCheck.error(
                    step,
                    "database",
                    "there is no config/databases/" + name + ".yaml" + Nearest.hint(name, names),
                    problems);
        }
    }

    private static void parameters(StepDefinition step, NamedQuery query, Problems problems) {
        try {
            for (Map.Entry<String, Place> parameter : query.places().entrySet()) {
                String name = parameter.getKey();
                if (!LookupValues.isKnown(step, name)) {
                    problems.error(
                            parameter.getValue(),
                            "parameter ':" + name + "' means nothing to step '" + step.id() + "' at " + step.place()
                                    + "; expected userData.<key>, a name of its 'parameters', or a field"
                                    + Nearest.hint(name, LookupValues.known(step)));
                }
            }
        } catch (IllegalArgumentException saidAlready) {
            // a line of 'parameters' that is none
        }
    }
}
