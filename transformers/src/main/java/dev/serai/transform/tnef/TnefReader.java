package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a winmail.dat (MS-OXTNEF), whatever became of it on the way: what can be understood is taken. Files stay where
 * they are, as ranges of it; of everything else as much is kept in memory as the mail has left.
 */
final class TnefReader {
    /** Files that are listed. */
    static final int MOST_FILES = 2000;

    private static final int MOST_RECIPIENTS = 2000;
    private static final int LONGEST = 4 << 20;
    private static final int ENTRY = 256;

    private final Content source;
    private final TnefMessage message = new TnefMessage();
    private final MemoryLeft memory;
    private @Nullable TnefFile file;

    private TnefReader(Content source, MemoryLeft memory) {
        this.source = source;
        this.memory = memory;
    }

    /** @throws IOException only when the bytes cannot be read, which is never the mail's fault */
    static TnefMessage read(Content source, MemoryLeft memory) throws IOException {
        TnefReader reader = new TnefReader(source, memory);
        int before = memory.refusals();
        reader.run();
        reader.message.cramped = memory.refusals() > before;
        return reader.message;
    }

    private void run() throws IOException {
        TnefIndex index = TnefIndex.of(source);
        message.damaged = index.isDamaged();
        message.checksumWrong = index.isChecksumWrong();
        try (TnefStream in = new TnefStream(source.open())) {
            for (AttributeRange attribute : index.attributes()) {
                in.goTo(attribute.from());
                attribute(attribute, in);
            }
        }
    }

    private void attribute(AttributeRange attribute, TnefStream in) throws IOException {
        try {
            switch (attribute.id()) {
                case Tag.ATT_CODE_PAGE -> codePage(bytes(attribute, in));
                case Tag.ATT_PROPERTIES -> properties(attribute, in, message.properties);
                case Tag.ATT_RECIPIENTS -> recipients(attribute, in);
                case Tag.ATT_FILE_START -> startFile();
                case Tag.ATT_FILE_TITLE -> title(bytes(attribute, in));
                case Tag.ATT_FILE_TRANSPORT_NAME -> file().transportName = bytes(attribute, in);
                case Tag.ATT_FILE_DATA -> data(attribute, in);
                case Tag.ATT_FILE_PROPERTIES -> fileProperties(attribute, in);
                default -> other(attribute, in);
            }
        } catch (TnefStream.Cut malformed) {
            message.damaged = true;
        }
    }

    private byte[] bytes(AttributeRange attribute, TnefStream in) throws IOException {
        if (attribute.size() > LONGEST || !memory.take(attribute.size())) {
            message.skipped = true;
            return new byte[0];
        }
        return in.take((int) attribute.size());
    }

    private void codePage(byte[] data) {
        if (data.length >= 4) {
            message.charset = TnefText.charset(Little.u32(data, 0));
        }
    }

    private void other(AttributeRange attribute, TnefStream in) throws IOException {
        switch (attribute.id()) {
            case Tag.ATT_FROM,
                    Tag.ATT_SUBJECT,
                    Tag.ATT_DATE_SENT,
                    Tag.ATT_DATE_RECEIVED,
                    Tag.ATT_MESSAGE_CLASS,
                    Tag.ATT_BODY,
                    Tag.ATT_DATE_START,
                    Tag.ATT_DATE_END -> message.attributes.putIfAbsent(attribute.id(), bytes(attribute, in));
            default -> {}
        }
    }

    private @Nullable TnefPart properties(AttributeRange attribute, TnefStream in, PropertyBag bag) throws IOException {
        PropertyReader reader = new PropertyReader(source, in, attribute.to(), memory);
        try {
            reader.read(bag);
        } catch (TnefStream.Cut malformed) {
            message.damaged = true;
        }
        message.skipped |= reader.hasSkipped();
        return reader.file();
    }

    private void recipients(AttributeRange attribute, TnefStream in) throws IOException {
        PropertyReader reader = new PropertyReader(source, in, attribute.to(), memory);
        long count = reader.u32();
        while (count-- > 0
                && in.position() < attribute.to()
                && message.recipients.size() < MOST_RECIPIENTS
                && memory.take(ENTRY)) {
            PropertyBag recipient = new PropertyBag();
            message.recipients.add(recipient);
            reader.read(recipient);
        }
    }

    private void startFile() {
        file = new TnefFile();
        if (message.files.size() < MOST_FILES && memory.take(ENTRY)) {
            message.files.add(file);
        } else {
            message.skipped = true;
        }
    }

    /** The file that is being read; some writers leave its start out. */
    private TnefFile file() {
        TnefFile current = file;
        if (current == null) {
            startFile();
            current = Objects.requireNonNull(file);
        }
        return current;
    }

    private void title(byte[] title) {
        if (file().title != null && file().data != null) {
            startFile();
        }
        file().title = title;
    }

    private void data(AttributeRange attribute, TnefStream in) throws IOException {
        if (file().data != null) {
            startFile();
        }
        file().data = TnefPart.measured(source, in, attribute.size());
    }

    private void fileProperties(AttributeRange attribute, TnefStream in) throws IOException {
        TnefPart object = properties(attribute, in, file().properties);
        if (object != null) {
            if (file().object != null) {
                startFile();
            }
            file().object = object;
        }
    }
}
