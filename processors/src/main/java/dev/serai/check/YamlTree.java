package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.KameletDefinition;
import dev.serai.files.RouteFile;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import java.util.function.Consumer;

/** Walks trees of route files. */
final class YamlTree {
    /** Takes a key with its value. */
    interface Visitor {
        /** One key whose value has keys of its own. */
        void visit(String key, YamlMap value);
    }

    private YamlTree() {}

    /** Visits the maps of all routes and kamelets; parameters are not entered. */
    static void ofRoutes(Generation generation, Visitor visitor) {
        for (RouteFile file : generation.routes().values()) {
            file.yaml().root().ifPresent(root -> walk("", root, visitor));
        }
        for (KameletDefinition kamelet : generation.kamelets().values()) {
            kamelet.yaml()
                    .map("spec")
                    .flatMap(spec -> spec.map("template"))
                    .ifPresent(template -> walk("template", template, visitor));
        }
    }

    /** Visits the maps below a node. */
    static void walk(String key, YamlNode node, Visitor visitor) {
        if (node instanceof YamlMap map) {
            visitor.visit(key, map);
            map.entries().stream()
                    .filter(entry -> !entry.name().equals("parameters"))
                    .forEach(entry -> walk(entry.name(), entry.value(), visitor));
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> walk(key, item, visitor));
        }
    }

    /** Hands on the maps among the items of a list. */
    static void maps(YamlMap holder, String key, Consumer<YamlMap> to) {
        holder.list(key)
                .ifPresent(list -> list.items().forEach(item -> {
                    if (item instanceof YamlMap map) {
                        to.accept(map);
                    }
                }));
    }
}
