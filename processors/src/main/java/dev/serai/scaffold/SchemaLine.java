package dev.serai.scaffold;

import dev.serai.files.Home;

/** The first line of a file, by which editors find its schema. */
public final class SchemaLine {
    /** Where an instance keeps its copies of the schemas. */
    static final String FOLDER = "schemas";

    /** Where the checkout has them. */
    static final String SHIPPED = "docs/schemas";

    private SchemaLine() {}

    /** For a file two folders below the instance, as all are that have one. */
    public static String of(Format format, Home home) {
        return "# yaml-language-server: $schema=../../" + (home.isCheckout() ? SHIPPED : FOLDER) + "/" + format.schema()
                + "\n";
    }
}
