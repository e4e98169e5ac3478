package dev.serai.files;

/** A value in a YAML file that knows where it stands. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
    /** Where the value begins. */
    Place place();

    /** What it is, for messages: "a text", "a list", "a map". */
    String kind();
}
