package dev.serai.store;

import dev.serai.interaction.AccountName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which dispatches to list, the newest first: every given criterion must hold. Built with the methods. */
public final class DispatchFilter {
    private static final int MOST = 1001;

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private int limit = 100;

    public static DispatchFilter all() {
        return new DispatchFilter();
    }

    public DispatchFilter states(Collection<DispatchRow.State> states) {
        return among("state", states.stream().map(DispatchRow.State::word).toList());
    }

    /** By one of these accounts; of none there is nothing. */
    public DispatchFilter accounts(Collection<AccountName> accounts) {
        return among("account", accounts.stream().map(AccountName::value).toList());
    }

    /** The kind of the fault of the latest try. */
    public DispatchFilter cause(String kind) {
        conditions.append(" and cause = :cause");
        values.put("cause", kind);
        return this;
    }

    /** Only those older than this id: the next page. */
    public DispatchFilter olderThan(String id) {
        conditions.append(" and id < :cursor");
        values.put("cursor", id);
        return this;
    }

    /** At most so many, 1 to 1001. */
    public DispatchFilter limit(int value) {
        limit = Math.max(1, Math.min(MOST, value));
        return this;
    }

    String tail() {
        return conditions + " order by id desc limit " + limit;
    }

    Map<String, Object> values() {
        return values;
    }

    private DispatchFilter among(String column, List<String> words) {
        List<String> names = new ArrayList<>();
        words.forEach(word -> {
            String name = column + names.size();
            names.add(":" + name);
            values.put(name, word);
        });
        conditions.append(names.isEmpty() ? " and 1 = 0" : " and " + column + " in (" + String.join(", ", names) + ")");
        return this;
    }
}
