package dev.serai.category;

import dev.serai.files.Names;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sets of categories of one generation. */
public final class CategoryBook {
    private final SortedMap<String, CategorySet> sets = new TreeMap<>();
    private final Problems problems = new Problems();

    private CategoryBook() {}

    /** Reads files by path; never throws: what is wrong is in {@link #problems()}. */
    public static CategoryBook load(Map<String, String> texts) {
        CategoryBook book = new CategoryBook();
        texts.forEach(book::read);
        return book;
    }

    /** The sets by name. */
    public SortedMap<String, CategorySet> sets() {
        return Collections.unmodifiableSortedMap(sets);
    }

    /** What is wrong with the files. */
    public List<Problem> problems() {
        return problems.list();
    }

    private void read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the set's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return;
        }
        YamlFile.parse(path, text).map(problems).ifPresent(map -> sets.put(name, set(name, map)));
    }

    private CategorySet set(String name, YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.required("description");
        List<Category> categories = new ArrayList<>();
        for (YamlNode node : keys.list("categories")) {
            if (node instanceof YamlMap entry) {
                categories.add(category(entry));
            } else {
                problems.error(node.place(), "a category must be keys with values, found " + node.kind());
            }
        }
        if (categories.isEmpty() && !keys.has("categories")) {
            keys.error("categories", "'categories' is missing; it must be given");
        }
        CategorySet set = new CategorySet(name, categories, keys.parsed("otherwise", Category::name));
        keys.rejectUnknown();
        return set;
    }

    private Category category(YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.required("name");
        keys.text("description");
        Category category = new Category(
                keys.parsed("name", Category::name).orElse("none"),
                keys.texts("rules"),
                keys.text("when").filter(text -> !text.isEmpty()),
                map.place());
        if (category.rules().isEmpty() && category.when().isEmpty()) {
            keys.error(
                    "name",
                    "category '" + category.name() + "' needs 'rules' or 'when'; 'otherwise' of the file is"
                            + " for all the rest");
        }
        keys.rejectUnknown();
        return category;
    }
}
