package dev.serai.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;

/**
 * Compares what a test expects with a report: an expected map names some of the keys; an expected list must have the
 * same items in the same order, each a subset of its own. An empty list means that there is nothing.
 */
final class Subset {
    private final String test;
    private final Problems problems;

    Subset(String test, Problems problems) {
        this.test = test;
        this.problems = problems;
    }

    void compare(String path, YamlNode expected, JsonNode actual) {
        if (expected instanceof YamlMap map) {
            map(path, map, actual);
        } else if (expected instanceof YamlList list) {
            list(path, list, actual);
        } else if (expected instanceof YamlScalar scalar) {
            scalar(path, scalar, actual);
        }
    }

    private void map(String path, YamlMap expected, JsonNode actual) {
        if (!actual.isObject()) {
            differs(path, expected.place(), "an object", actual);
            return;
        }
        for (YamlMap.Entry entry : expected.entries()) {
            String below = path.isEmpty() ? entry.name() : path + "." + entry.name();
            compare(below, entry.value(), actual.path(entry.name()));
        }
    }

    private void list(String path, YamlList expected, JsonNode actual) {
        int size = actual.isArray() ? actual.size() : 0;
        if (size != expected.items().size()) {
            differs(path, expected.place(), expected.items().size() + " items", actual);
            return;
        }
        for (int i = 0; i < size; i++) {
            compare(path + "[" + i + "]", expected.items().get(i), actual.get(i));
        }
    }

    private void scalar(String path, YamlScalar expected, JsonNode actual) {
        boolean absent = actual.isMissingNode() || actual.isNull();
        boolean same = expected.isNull() ? absent : !absent && actual.asText().equals(expected.text());
        if (!same) {
            differs(path, expected.place(), "'" + expected.text() + "'", actual);
        }
    }

    private void differs(String path, Place place, String expected, JsonNode actual) {
        String found =
                actual.isMissingNode() ? "nothing" : actual.isTextual() ? "'" + actual.asText() + "'" : "" + actual;
        problems.error(place, "test '" + test + "': " + path + " is " + found + ", expected " + expected);
    }
}
