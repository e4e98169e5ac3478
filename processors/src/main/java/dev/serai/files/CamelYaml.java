package dev.serai.files;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a tree as YAML in flow style with each value on the line where it stood, so that what Camel says about a line
 * is true of the engineer's file. On the way each of our steps gets its key, parameters that Camel would mangle are left
 * out of its sight, and ids become `<route>/<id>`: Camel wants them unique among all routes, files only within one.
 */
final class CamelYaml {
    /** What stands in Camel's routes for a value that only the step's definition knows. */
    static final String PLACEHOLDER = "see-step";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./-]*");
    private static final String PARAMETERS = "parameters";
    private final IdentityHashMap<YamlMap, String> keys;
    private final StringBuilder out = new StringBuilder();
    private String prefix;
    private int line = 1;

    private CamelYaml(IdentityHashMap<YamlMap, String> keys, String prefix) {
        this.keys = keys;
        this.prefix = prefix;
    }

    /** Writes a kamelet; {@code keys} are the step keys by the keys of the calls (identity). */
    static String kamelet(YamlNode root, IdentityHashMap<YamlMap, String> keys) {
        return write(root, new CamelYaml(keys, ""));
    }

    /** Writes a route file, as {@link #kamelet} does. */
    static String route(RouteFile file, YamlNode root, IdentityHashMap<YamlMap, String> keys) {
        return write(root, new CamelYaml(keys, file.route().isPresent() ? file.id() + "/" : ""));
    }

    private static String write(YamlNode root, CamelYaml writer) {
        writer.node(root);
        return writer.out.append('\n').toString();
    }

    private void node(YamlNode node) {
        advance(node.place());
        if (node instanceof YamlScalar scalar) {
            scalar(scalar);
        } else if (node instanceof YamlList list) {
            list(list.items());
        } else if (node instanceof YamlMap map) {
            map(map);
        }
    }

    private void advance(Place place) {
        while (line < place.line()) {
            out.append('\n');
            line++;
        }
    }

    private void list(List<YamlNode> items) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            node(items.get(i));
        }
        out.append(']');
    }

    private void map(YamlMap map) {
        String step = keys.get(map);
        YamlMap written = step == null ? map : keyed(map, step);
        out.append('{');
        String comma = "";
        for (YamlMap.Entry entry : written.entries()) {
            out.append(comma);
            advance(entry.key().place());
            quoted(entry.name());
            out.append(": ");
            value(written, entry);
            comma = ", ";
        }
        out.append('}');
    }

    private void value(YamlMap map, YamlMap.Entry entry) {
        boolean ofRoute = map.entry("from").isPresent();
        String before = prefix;
        if (entry.name().equals(PARAMETERS)) {
            prefix = "";
        }
        if (entry.name().equals("id") && entry.value() instanceof YamlScalar id && !ofRoute) {
            node(new YamlScalar(id.place(), prefix + id.text(), id.type()));
        } else {
            node(entry.value());
        }
        prefix = before;
    }

    private static YamlMap keyed(YamlMap call, String step) {
        YamlMap parameters = call.map(PARAMETERS).orElse(new YamlMap(call.place(), List.of()));
        List<YamlMap.Entry> values = new ArrayList<>(
                parameters.entries().stream().map(CamelYaml::harmless).toList());
        values.add(entry(KameletDefinition.STEP, text(step)));
        List<YamlMap.Entry> entries = new ArrayList<>(call.entries());
        entries.removeIf(entry -> entry.name().equals(PARAMETERS));
        entries.add(entry(PARAMETERS, new YamlMap(parameters.place(), values)));
        return new YamlMap(call.place(), entries);
    }

    private static YamlMap.Entry harmless(YamlMap.Entry entry) {
        boolean safe = entry.value() instanceof YamlScalar scalar
                && SAFE.matcher(scalar.text()).matches();
        return safe ? entry : new YamlMap.Entry(entry.key(), text(PLACEHOLDER));
    }

    private static YamlMap.Entry entry(String key, YamlNode value) {
        return new YamlMap.Entry(text(key), value);
    }

    private static YamlScalar text(String text) {
        return new YamlScalar(Place.of(""), text, YamlScalar.Type.TEXT);
    }

    private void scalar(YamlScalar scalar) {
        switch (scalar.type()) {
            case TEXT -> quoted(scalar.text());
            case NULL -> out.append("null");
            default -> out.append(scalar.text());
        }
    }

    private void quoted(String text) {
        out.append('"');
        text.codePoints().forEach(this::escaped);
        out.append('"');
    }

    private void escaped(int character) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
                if (character < 0x20 || character == 0x7f) {
                    out.append(String.format("\\x%02x", character));
                } else {
                    out.appendCodePoint(character);
                }
            }
        }
    }
}
