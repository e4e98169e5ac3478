package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;
import static dev.serai.files.SettingKey.Kind.SIZE;

/** Settings of commit groups: {@code serai.store.}. */
public final class StoreKeys {
    /** Commit group: items. */
    public static final SettingKey GROUP_ITEMS = new SettingKey(
            "serai.store.group-items",
            "100",
            NUMBER,
            "items",
            "How many items one commit of the store takes at most.",
            "Larger groups cost fewer disk syncs and make each item wait longer.");

    /** Commit group: bytes. */
    public static final SettingKey GROUP_BYTES = new SettingKey(
            "serai.store.group-bytes",
            "8MB",
            SIZE,
            "size",
            "How many bytes one commit of the store takes at most.",
            "Bounds the memory and the length of one transaction.");

    private StoreKeys() {}
}
