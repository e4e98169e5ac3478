package dev.serai.files;

import java.util.List;

/** A list of values. */
public record YamlList(Place place, List<YamlNode> items) implements YamlNode {
    /** Keeps a copy. */
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
