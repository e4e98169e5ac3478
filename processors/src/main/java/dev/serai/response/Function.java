package dev.serai.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function of formulas with the number of arguments that it takes. */
record Function(String name, int least, int most, Body body) {
    private static final Map<String, Function> ALL = all();

    /** What the function does. */
    interface Body {
        Value apply(Arguments arguments) throws FormulaException;
    }

    /** Every function by name. */
    static Map<String, Function> byName() {
        return ALL;
    }

    /** How many arguments it takes, in words. */
    String expected() {
        String range = least == most ? "" + least : least + " to " + most;
        return range + (most == 1 ? " argument" : " arguments");
    }

    private static Map<String, Function> all() {
        List<Function> functions = new ArrayList<>(TextFunctions.ALL);
        functions.addAll(NumberFunctions.ALL);
        functions.addAll(DateFunctions.ALL);
        Map<String, Function> byName = new TreeMap<>();
        functions.forEach(function -> byName.put(function.name(), function));
        return byName;
    }
}
