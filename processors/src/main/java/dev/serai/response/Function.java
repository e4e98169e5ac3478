package dev.serai.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function of formulas.
 *
 * @param parameters what it takes, in order
 * @param least how many of them must be given
 * @param result what it yields
 */
record Function(String name, List<Type> parameters, int least, Type result, Body body) {
    private static final Map<String, Function> ALL = all();

    Function {
        parameters = List.copyOf(parameters);
    }

    /** One whose arguments must all be given. */
    static Function of(String name, Type result, Body body, Type... parameters) {
        return new Function(name, List.of(parameters), parameters.length, result, body);
    }

    /** What the function does. */
    interface Body {
        Value apply(Arguments arguments) throws FormulaException;
    }

    /** Every function by name. */
    static Map<String, Function> byName() {
        return ALL;
    }

    /** The call with these arguments. */
    Formula call(List<Formula> arguments) throws FormulaException {
        if (arguments.size() < least || arguments.size() > parameters.size()) {
            throw new FormulaException(name + " takes " + expected() + ", found " + arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            Type expected = parameters.get(i);
            Type given = arguments.get(i).type();
            if (!expected.takes(given)) {
                throw new FormulaException(
                        name + " expected " + expected.words() + ", found " + given.words() + hint(expected, given));
            }
        }
        if (!arguments.isEmpty()) {
            tried(arguments.subList(1, arguments.size()));
        }
        return new Formula.Call(this, arguments);
    }

    /** What is written behind the first argument is tried on a sample, so that a wrong pattern is found at once. */
    private void tried(List<Formula> others) throws FormulaException {
        List<Value> values = new ArrayList<>(List.of(parameters.get(0).sample()));
        for (Formula other : others) {
            if (!(other instanceof Formula.Constant)) {
                return;
            }
            values.add(other.evaluate(Scope.SAMPLE));
        }
        if (!others.isEmpty()) {
            Value unused = body.apply(new Arguments(name, values, Scope.SAMPLE));
        }
    }

    private static String hint(Type expected, Type given) {
        if (expected == Type.NUMBER && given == Type.TEXT) {
            return "; Number(…) makes one of a text";
        }
        if (expected == Type.TEXT && given == Type.DATE) {
            return "; FormatDate(…) makes a text of it";
        }
        return expected == Type.DATE && given.isText() ? "; ToDate(…) makes one of a text such as 2026-01-31" : "";
    }

    private String expected() {
        int most = parameters.size();
        String range = least == most ? "" + least : least + " to " + most;
        return range + (most == 1 ? " argument" : " arguments");
    }

    private static Map<String, Function> all() {
        List<Function> functions = new ArrayList<>(TextFunctions.ALL);
        functions.addAll(NumberFunctions.ALL);
        functions.addAll(DateFunctions.ALL);
        functions.addAll(ClockFunctions.ALL);
        Map<String, Function> byName = new TreeMap<>();
        functions.forEach(function -> byName.put(function.name(), function));
        return byName;
    }
}
