package dev.serai.document;

/** Says where a value stands in the document that its author wrote. */
@FunctionalInterface
interface Where {

    /**
     * The place of a value.
     *
     * @param pointer its JSON pointer within its operation, as the JSON form has it
     * @return a JSON pointer into the whole document, or a line and an element
     */
    String of(String pointer);
}
