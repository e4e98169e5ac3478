package dev.serai.capture.webform;

import dev.serai.files.WebformDefinition;
import dev.serai.interaction.Json;
import dev.serai.store.RawContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What a visitor posted, as it came. */
public record WebformPost(FormFields fields, List<PostedFile> files) {
    public WebformPost {
        files = List.copyOf(files);
    }

    /** The token that came along; empty when there is none. */
    public String token() {
        return fields.value(WebformDefinition.TOKEN);
    }

    /** Tells the same content from another, whatever encoding and token it came with. */
    public String digest() {
        MessageDigest digest = RawContent.digest();
        digest.update(
                Json.write(fields.without(Set.of(WebformDefinition.TOKEN))).getBytes(StandardCharsets.UTF_8));
        files.forEach(one -> digest.update(("\n" + one.field() + "\n" + one.name() + "\n"
                        + one.file().info().sha256())
                .getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
