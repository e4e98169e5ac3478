package dev.serai.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** A Maven artifact on the class path, known by the {@code pom.properties} that its jar carries. */
record Artifact(String group, String name) {
    /** The artifact's version; {@code unknown} when its classes do not come from a jar of Maven's. */
    String version() throws IOException {
        String resource = "/META-INF/maven/" + group + "/" + name + "/pom.properties";
        try (InputStream properties = Artifact.class.getResourceAsStream(resource)) {
            Properties found = new Properties();
            if (properties != null) {
                found.load(properties);
            }
            return found.getProperty("version", "unknown");
        }
    }
}
