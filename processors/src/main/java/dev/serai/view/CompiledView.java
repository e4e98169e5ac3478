package dev.serai.view;

import dev.serai.files.QueueDefinition.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A view as SQL over the table {@code work}. A row whose columns were not yet filled as the queue's file says is in no
 * view that reads them: a view may be late by the time of a refill, but it is never wrong.
 */
public final class CompiledView {
    /** `*` asks for all tenants. */
    private static final String OWNED = "(:tenant = '*' or tenant = :tenant)";

    private final String name;
    private final ViewOrder order;
    private final String where;
    private final Map<String, Object> values;

    private CompiledView(String name, ViewOrder order, String where, Map<String, Object> values) {
        this.name = name;
        this.order = order;
        this.where = where;
        this.values = Map.copyOf(values);
    }

    /**
     * Compiles a view.
     *
     * @throws IllegalArgumentException saying what is wrong with its condition or order
     */
    static CompiledView of(View view, FieldBook fields) {
        ConditionSql condition = condition(view, fields);
        ViewOrder order = order(view, fields);
        List<String> all = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>(condition.values());
        if (condition.sources().contains(ViewField.Source.SLOT)) {
            all.add("view_plan = :plan");
        }
        if (condition.sources().contains(ViewField.Source.INTERACTION) || order.needsReceived()) {
            all.add("received_at is not null");
        }
        if (!condition.text().isEmpty()) {
            all.add(condition.text());
        }
        return new CompiledView(view.name(), order, String.join(" and ", all), values);
    }

    /** The same with the meaning that the slots have in the end, when all views of the queue were compiled. */
    CompiledView under(int plan) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (where.contains(":plan")) {
            all.put("plan", plan);
        }
        return new CompiledView(name, order, where, all);
    }

    private static ConditionSql condition(View view, FieldBook fields) {
        try {
            return new ConditionSql(Selector.parse(view.where(), fields));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("where of view '" + view.name() + "': " + wrong.getMessage(), wrong);
        }
    }

    private static ViewOrder order(View view, FieldBook fields) {
        try {
            return ViewOrder.parse(view.order(), fields);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("order of view '" + view.name() + "': " + wrong.getMessage(), wrong);
        }
    }

    public String name() {
        return name;
    }

    public ViewOrder order() {
        return order;
    }

    /** The condition, its parameters named; empty when it has none. */
    public String where() {
        return where;
    }

    /** The parameters of {@link #where}. */
    public Map<String, Object> values() {
        return values;
    }

    /** Whether it is all of the queue in the order that counts when none is named. */
    public boolean isPlain() {
        return where.isEmpty() && order.equals(ViewOrder.DEFAULT);
    }

    /** Due work in its order, locked, without what others have locked; parameters queue, tenant, now and limit. */
    public String claim() {
        return "select * from work where queue = :queue and state = 'queued' and available_at <= :now and " + OWNED
                + and(where) + " order by " + order.sql() + " limit :limit for update skip locked";
    }

    /** How many wait in it; parameters queue and tenant. */
    public String depth() {
        return "select count(*) from work where queue = :queue and state = 'queued' and " + OWNED + and(where);
    }

    /**
     * A page of what lives in it, in its order; parameters queue, tenant and limit, and for each key of the order
     * `k0`, `k1`, … where the page before ended. Each branch reads no more of an index than the page takes.
     */
    public String page(boolean continued) {
        List<String> ranges = continued ? ranges() : List.of("");
        List<String> branches = new ArrayList<>();
        for (String range : ranges) {
            branches.add(branch("state = 'queued'", range));
        }
        String rest = continued ? "(" + String.join(" or ", ranges) + ")" : "";
        branches.add(branch("state in ('routing', 'assigned', 'held')", rest));
        return "select * from (" + String.join(" union all ", branches) + ") page order by " + order.sql()
                + " limit :limit";
    }

    private String branch(String state, String range) {
        return "(select * from work where queue = :queue and " + OWNED + " and " + state + and(where) + and(range)
                + " order by " + order.sql() + " limit :limit)";
    }

    /** Behind a place in the order: equal in the first keys, behind it in the next one. */
    private List<String> ranges() {
        List<ViewOrder.Key> keys = order.keys();
        return IntStream.range(0, keys.size())
                .mapToObj(last -> IntStream.rangeClosed(0, last)
                        .mapToObj(i -> keys.get(i).column()
                                + (i < last ? " = " : keys.get(i).descending() ? " < " : " > ") + ":k" + i)
                        .collect(Collectors.joining(" and ", "(", ")")))
                .toList();
    }

    private static String and(String condition) {
        return condition.isEmpty() ? "" : " and " + condition;
    }
}
