package dev.serai.files;

/**
 * A file as Camel gets it: the same lines, with the key of each of our steps in place of parameters that Camel would
 * mangle.
 *
 * @param path the file; its ending tells Camel whether it is a kamelet
 * @param yaml what to load
 */
public record CamelResource(String path, String yaml) {}
