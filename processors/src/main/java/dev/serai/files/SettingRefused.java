package dev.serai.files;

/** A setting that has the right form and still cannot be: the hub does not start with it. */
public final class SettingRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient SettingKey key;

    /**
     * @param key the setting that somebody wrote and should look at
     * @param message names the setting, its value and what was expected
     */
    public SettingRefused(SettingKey key, String message) {
        super(message);
        this.key = key;
    }

    /** The same as an error at the place where the setting was written. */
    public Problem problem(Settings settings) {
        Place place = settings.value(key).place();
        return new Problem(place.file(), place.line(), String.valueOf(getMessage()), Severity.ERROR);
    }
}
