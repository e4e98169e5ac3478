package dev.serai.strategy;

import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.Unavailable;
import dev.serai.files.StepDefinition;
import dev.serai.lookup.DatabaseDefinition;
import dev.serai.lookup.LookupBook;
import dev.serai.lookup.NamedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Asks a database by a named query; the first row's columns become user data. */
final class LookupAction extends OutsideAction<List<Map<String, Object>>> {
    @Override
    List<Map<String, Object>> ask(Step step) throws Unavailable, Refused, Outside.NotAsked, StrategyException {
        LookupBook book = step.run().playbook().lookups();
        StepDefinition written = step.definition();
        NamedQuery query = book.queries().get(written.get("query"));
        DatabaseDefinition database =
                book.database(written.find("database").orElse("")).orElse(null);
        if (query == null || database == null) {
            throw new StrategyException(
                    written.place() + ": step '" + written.id() + "' names a query or a database that there is not");
        }
        Houses.require(step, database, "database", database.name());
        return step.run()
                .playbook()
                .outside()
                .lookup(
                        written,
                        new Outside.LookupQuestion(
                                database,
                                query,
                                LookupValues.of(step, query),
                                Integer.parseInt(written.get("maxRows").strip()),
                                deadline(written),
                                breaker(written)));
    }

    @Override
    void answered(Step step, List<Map<String, Object>> rows) {
        step.exchange().setVariable(FOUND, !rows.isEmpty());
        step.definition().find("into").ifPresent(name -> step.exchange().setVariable(name, rows));
        StringJoiner told = new StringJoiner(", ");
        if (!rows.isEmpty()) {
            rows.get(0).forEach((column, value) -> {
                step.run().attach(key(step, column), Scalars.plain(value));
                told.add(key(step, column) + " = " + Scalars.plain(value));
            });
        }
        String count = rows.isEmpty() ? "nothing found" : rows.size() == 1 ? "1 row" : rows.size() + " rows";
        step.did(count + (told.length() == 0 ? "" : "; " + told));
    }

    /** `customer` and `tier` are `customerTier`; a prefix that ends in no letter or digit stays as it is. */
    @Override
    String key(Step step, String column) {
        String prefix = step.definition().find("prefix").orElse("");
        boolean word = !prefix.isEmpty() && Character.isLetterOrDigit(prefix.charAt(prefix.length() - 1));
        return word ? prefix + column.substring(0, 1).toUpperCase(Locale.ROOT) + column.substring(1) : prefix + column;
    }
}
