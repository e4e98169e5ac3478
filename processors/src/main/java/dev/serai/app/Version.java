package dev.serai.app;

/** The hub's own version, as its jar says. */
final class Version {
    private Version() {}

    /** `development` for classes that come from no jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
