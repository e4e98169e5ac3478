package dev.serai.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;

/** A mail as a parser reads it that has nothing to do with the one that writes it. */
final class Parsed {
    private final Message message;

    private Parsed(Message message) {
        this.message = message;
    }

    /** @param raw one char a byte */
    static Parsed of(String raw) {
        try (InputStream in = new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))) {
            return new Parsed(new DefaultMessageBuilder().parseMessage(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> headerNames() {
        return message.getHeader().getFields().stream().map(Field::getName).toList();
    }

    String header(String name) {
        Field field = message.getHeader().getField(name);
        return field == null ? "" : field.getBody();
    }

    /** The tree: `mixed(alternative(plain html) pdf)`. */
    String shape() {
        return shape(message);
    }

    private static String shape(Entity entity) {
        if (entity.getBody() instanceof Multipart multipart) {
            return multipart.getSubType() + "("
                    + String.join(
                            " ", parts(multipart).stream().map(Parsed::shape).toList()) + ")";
        }
        return entity.getMimeType().replaceFirst(".*/", "");
    }

    /** The text of the first leaf of a media type. */
    String text(String mimeType) {
        return leaves().stream()
                .filter(leaf -> leaf.getMimeType().equals(mimeType))
                .findFirst()
                .map(leaf -> new String(bytes(leaf), StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .orElse("");
    }

    List<Entity> leaves() {
        List<Entity> leaves = new ArrayList<>();
        collect(message, leaves);
        return leaves;
    }

    private static void collect(Entity entity, List<Entity> leaves) {
        if (entity.getBody() instanceof Multipart multipart) {
            parts(multipart).forEach(part -> collect(part, leaves));
        } else {
            leaves.add(entity);
        }
    }

    private static List<Entity> parts(Multipart multipart) {
        return multipart.getBodyParts();
    }

    static byte[] bytes(Entity leaf) {
        Body body = leaf.getBody();
        try (InputStream in = ((SingleBody) body).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
