package dev.serai.response;

/**
 * A field as a template names it.
 *
 * @param key of the user data; empty for every other field
 */
record FieldReference(Field field, String key) {
    @Override
    public String toString() {
        return key.isEmpty() ? field.code() : field.code() + "(\"" + key + "\")";
    }
}
